public import Foundation
import PasserelleCore
import PasserelleResolution

extension ResolutionTraining {
  /// Adds French and Portuguese awards of a JSONL file, by the prefix of their ids (`fr:`, `pt:`).
  public mutating func add(awards data: Data) {
    var corpus = NamedCorpus()
    corpus.add(awards: data)
    for entry in corpus.entries {
      for _ in 0..<min(entry.count, 1000) {
        if entry.id.hasPrefix("PT-") {
          portuguese.add(id: entry.id, name: entry.name)
        } else if entry.id.hasPrefix("FR-") {
          french.add(id: entry.id, name: entry.name)
        }
      }
    }
  }

  /// Adds names of a CSV file with headings: DECP (`acheteur_id`, `acheteur_nom`, `titulaire_id`, `titulaire_nom`),
  /// organisations (`name`), or a register of persons (`rec_id`, `given_name`, `surname`).
  ///
  /// - Returns: Whether the headings were understood.
  public mutating func add(table data: Data) -> Bool {
    let rows = CommaRows.rows(data).map { $0.map { $0.trimmingCharacters(in: .whitespaces) } }
    guard let head = rows.first else { return false }
    func column(_ name: String) -> Int? { head.firstIndex(of: name) }
    if let given = column("given_name"), let surname = column("surname") {
      for row in rows.dropFirst() where row.count == head.count && row[0].contains("org") {
        if row[given].utf8.count > 2 { givenNames.append(row[given]) }
        if row[surname].utf8.count > 2 { surnames.append(row[surname]) }
      }
      return true
    }
    let pairs = [("acheteur_id", "acheteur_nom"), ("titulaire_id", "titulaire_nom")]
    let known = pairs.compactMap { id, name in column(id).flatMap { id in column(name).map { (id, $0) } } }
    if !known.isEmpty {
      for row in rows.dropFirst() where row.count == head.count {
        for (id, name) in known where row[id].utf8.count == 14 {
          furtherFrench.add(id: "FR-SIRET-" + row[id], name: row[name])
        }
      }
      return true
    }
    guard let name = column("name") else { return false }
    organisations += rows.dropFirst().filter { $0.count > name && !$0[name].isEmpty }.map { $0[name] }
    return true
  }

  /// Adds pairs that blocking proposed, as a table with tabs: `label`, `probability`, `scheme`, `left`, `right`,
  /// `left_id`, `right_id`.
  ///
  /// Only pairs whose first id has an even hash are taken: the other half is there to measure. Of pairs of two ids one
  /// in eight is taken, and counts eightfold.
  public mutating func add(candidates data: Data) {
    for (number, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() where number > 0 {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard cells.count >= 7, NameHash.of(cells[5]) % 2 == 0 else { continue }
      let prefix = cells[2] == "siren" ? "FR-SIREN-" : cells[2] == "nif" ? "PT-NIF-" : ""
      guard !excluded.contains(prefix + cells[5]), !excluded.contains(prefix + cells[6]) else { continue }
      let isMatch = cells[0] == "1"
      guard isMatch || NameHash.of(cells[3] + "|" + cells[4]) % 8 == 0 else { continue }
      var pair = LabelledPair(
        left: Mention(id: cells[5] + "|" + cells[3], names: [cells[3]]),
        right: Mention(id: cells[6] + "|" + cells[4], names: [cells[4]]), isMatch: isMatch)
      pair.weight = isMatch ? 1 : 8
      candidates.append(pair)
    }
  }

  /// Leaves out the ids of a file of labelled pairs.
  public mutating func exclude(pairs data: Data) {
    for line in data.split(separator: UInt8(ascii: "\n")) {
      guard let row = try? JSONDecoder().decode([String: Cell].self, from: line) else { continue }
      for key in ["left_id", "right_id"] { if let id = row[key]?.text { excluded.insert(id) } }
    }
  }

  /// A value of a pair's line; numbers do not matter here.
  private struct Cell: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws { text = try? decoder.singleValueContainer().decode(String.self) }
  }
}
