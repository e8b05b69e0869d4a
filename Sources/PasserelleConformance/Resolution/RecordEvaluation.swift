import Foundation
import PasserelleCore
import PasserelleResolution

/// Learns from the train split beside a file of records and scores the file.
enum RecordEvaluation {
  /// Pairs of a `COL … VAL …` file: learned from `train.txt` beside it, else from `valid.txt`.
  static func records(_ data: Data, path: String) throws -> ([PairEvaluation.Scored], String) {
    let test = try RecordPairFile(data, file: path)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let own = URL(fileURLWithPath: path).lastPathComponent
    for name in ["train.txt", "valid.txt"] where name != own {
      let url = folder.appendingPathComponent(name)
      guard FileManager.default.fileExists(atPath: url.path) else { continue }
      let train = try RecordPairFile(try PairEvaluation.contents(url.path), file: url.path)
      var columns = train.columns
      for column in test.columns where !columns.contains(column) { columns.append(column) }
      // Words are counted in the train split alone.
      var statistics = NameStatistics()
      let counter = NamePreparer(lexicon: NameLexicon(), statistics: statistics)
      for row in train.rows {
        for side in [row.left, row.right] {
          let text = columns.compactMap { side[$0] }.joined(separator: " ")
          statistics.add(counter.statisticTokens(of: Mention(id: "", kind: .work, names: [text])))
        }
      }
      let preparer = NamePreparer(lexicon: NameLexicon(), statistics: statistics)
      func record(_ values: [String: String], _ id: String) -> FieldRecord {
        FieldRecord(id: id, values: columns.map { values[$0] ?? "" }, preparer: preparer)
      }
      let comparison = FieldComparison(columns: columns, statistics: statistics)
      let model = RecordModel(
        train.rows.map { (record($0.left, ""), record($0.right, ""), $0.isMatch) }, comparison: comparison)
      var row = [Float](repeating: 0, count: comparison.width)
      let scored = test.rows.enumerated().map { number, pair in
        PairEvaluation.Scored(
          left: columns.first.flatMap { pair.left[$0] } ?? "",
          right: columns.first.flatMap { pair.right[$0] } ?? "",
          isMatch: pair.isMatch,
          score: model.probability(
            record(pair.left, "\(number)"), record(pair.right, "\(number)"), row: &row),
          threshold: model.threshold, groups: [])
      }
      return (scored, name)
    }
    throw PasserelleError(
      .inputUnreadable,
      LocalizedText(
        fr: "Un fichier train.txt ou valid.txt manque à côté : ces enregistrements s’apprennent sur lui.",
        en: "A train.txt or valid.txt is missing beside it: these records are learned from it."),
      at: SourceLocation(file: path))
  }

  /// Pairs of a register: learned from the other registers beside it that have the same columns.
  ///
  /// A register in two files (`…4a.csv`, `…4b.csv`) is read whole, from either.
  static func register(_ data: Data, path: String) throws -> ([PairEvaluation.Scored], String, Int) {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent()
    let stem = stem(url.lastPathComponent)
    var test = try Register(data, file: path)
    var train: [Register] = []
    var names: [String] = []
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".csv")
    }.sorted()
    for file in files where file != url.lastPathComponent {
      let other = folder.appendingPathComponent(file).path
      guard let data = FileManager.default.contents(atPath: other),
        LabelledPairFile.layout(data) == .register,
        let register = try? Register(data, file: other), register.columns == test.columns
      else { continue }
      if Self.stem(file) == stem {
        test.entries.append(contentsOf: register.entries)
      } else {
        train.append(register)
        names.append(file)
      }
    }
    guard !train.isEmpty else {
      throw PasserelleError(
        .inputUnreadable,
        LocalizedText(
          fr: "Un autre registre de mêmes colonnes manque à côté : celui-ci s’apprend sur lui.",
          en: "Another register of the same columns is missing beside it: this one is learned from it."),
        at: SourceLocation(file: path))
    }
    var statistics = NameStatistics()
    let counter = NamePreparer(lexicon: NameLexicon(), statistics: statistics)
    for entry in train.flatMap(\.entries) {
      statistics.add(
        counter.statisticTokens(
          of: Mention(id: "", kind: .work, names: [entry.values.joined(separator: " ")])))
    }
    let preparer = NamePreparer(lexicon: NameLexicon(), statistics: statistics)
    let comparison = FieldComparison(columns: test.columns, statistics: statistics)
    var known: [(FieldRecord, FieldRecord, Bool)] = []
    let step = 4
    for register in train {
      let records = register.entries.map { FieldRecord(id: $0.id, values: $0.values, preparer: preparer) }
      let pairs = register.candidates().map {
        (records[$0.0], records[$0.1], register.entries[$0.0].original == register.entries[$0.1].original)
      }
      for (place, pair) in pairs.enumerated() where pair.2 || place % step == 0 { known.append(pair) }
    }
    let model = RecordModel(known, comparison: comparison, trees: 60, weightOfOthers: Double(step))
    let records = test.entries.map { FieldRecord(id: $0.id, values: $0.values, preparer: preparer) }
    var row = [Float](repeating: 0, count: comparison.width)
    var found = 0
    let scored = test.candidates().map { left, right in
      let isMatch = test.entries[left].original == test.entries[right].original
      if isMatch { found += 1 }
      return PairEvaluation.Scored(
        left: test.entries[left].id, right: test.entries[right].id, isMatch: isMatch,
        score: model.probability(records[left], records[right], row: &row), threshold: model.threshold,
        groups: [])
    }
    return (scored, names.joined(separator: " "), test.truePairs - found)
  }

  /// A register's name without the letter of its part.
  private static func stem(_ file: String) -> String {
    let name = String(file.dropLast(4))
    guard let last = name.last, last == "a" || last == "b", name.dropLast().last?.isNumber == true else {
      return name
    }
    return String(name.dropLast())
  }
}
