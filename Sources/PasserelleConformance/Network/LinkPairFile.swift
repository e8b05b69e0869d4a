import Foundation
import PasserelleCore
import PasserelleNetwork

/// Known ties between named things, of a CSV file, with what the file says of each thing.
///
/// Two layouts: that of a Wikidata query (`city`, `cityLabel`, `city_population`, `city_coordinate_location`, the same for
/// `sister`), and `source`, `target` with, for each, `…_label`, `…_population`, `…_latitude`, `…_longitude`, `…_country`,
/// `…_kind` where known, and `since`, a date or year.
struct LinkPairFile {
  /// The identifiers of the things, in the order in which the file names them.
  private(set) var ids: [String] = []
  /// What is known of them.
  private(set) var attributes = LinkAttributes(vertexCount: 0)
  /// The ties, each pair once, in the order of the file.
  private(set) var ties: [(source: Int32, target: Int32)] = []
  /// The year of each tie.
  private(set) var years: [Int?] = []
  /// The lines that name no pair, or a thing with itself.
  private(set) var unusable = 0

  private var numbers: [String: Int32] = [:]

  /// Reads a file.
  ///
  /// - Throws: ``PasserelleError`` with code `.evaluationInvalid` for a file without the columns of a layout.
  init(_ bytes: [UInt8], file: String) throws {
    let rows = DelimitedRows(bytes)
    guard let ends = Ends.wikidata(rows) ?? Ends.generic(rows) else {
      throw PasserelleError(
        .evaluationInvalid,
        LocalizedText(
          fr: "Colonnes attendues : source et target, ou city et sister.",
          en: "Expected columns: source and target, or city and sister."),
        at: SourceLocation(file: file, line: 1))
    }
    let since = rows.column("since")
    var places: [UInt64: Int] = [:]
    for row in rows.rows {
      guard let source = add(ends.source, row), let target = add(ends.target, row), source != target else {
        if row.contains(where: { !$0.isEmpty }) { unusable += 1 }
        continue
      }
      let key = UInt64(min(source, target)) << 32 | UInt64(max(source, target))
      let year = Int(DelimitedRows.field(row, since).prefix(4))
      if let place = places[key] {
        if let year { years[place] = min(years[place] ?? year, year) }
        continue
      }
      places[key] = ties.count
      ties.append((source, target))
      years.append(year)
    }
  }

  /// Puts countries in where the file has none, by identifier or the last part of one.
  mutating func fill(countries: [String: String]) {
    for (place, id) in ids.enumerated() where attributes.countries[place] == nil {
      attributes.countries[place] = countries[id] ?? countries[String(id.split(separator: "/").last ?? "")]
    }
  }

  private mutating func add(_ end: End, _ row: [String]) -> Int32? {
    let id = DelimitedRows.field(row, end.id).trimmingCharacters(in: .whitespaces)
    guard !id.isEmpty else { return nil }
    let number: Int
    if let known = numbers[id] {
      number = Int(known)
    } else {
      number = ids.count
      numbers[id] = Int32(number)
      ids.append(id)
      attributes.points.append(nil)
      attributes.populations.append(nil)
      attributes.countries.append(nil)
      attributes.kinds.append(nil)
      attributes.themes.append([])
      attributes.labels.append(nil)
    }
    func text(_ column: Int?) -> String? {
      let text = DelimitedRows.field(row, column).trimmingCharacters(in: .whitespaces)
      return text.isEmpty ? nil : text
    }
    if attributes.labels[number] == nil { attributes.labels[number] = text(end.label) }
    if attributes.countries[number] == nil { attributes.countries[number] = text(end.country) }
    if attributes.kinds[number] == nil { attributes.kinds[number] = text(end.kind) }
    if attributes.populations[number] == nil, let people = text(end.population).flatMap(Double.init),
      people >= 1, people < 1e10
    {
      attributes.populations[number] = Int(people)
    }
    if attributes.points[number] == nil { attributes.points[number] = end.point(text) }
    return Int32(number)
  }
}

extension LinkPairFile {
  /// The columns of one end of a tie.
  private struct End {
    var id: Int
    var label: Int?
    var population: Int?
    var wellKnownPoint: Int?
    var latitude: Int?
    var longitude: Int?
    var country: Int?
    var kind: Int?

    /// The point, of two columns or of `Point(longitude latitude)`.
    func point(_ text: (Int?) -> String?) -> GeographicPoint? {
      var (latitude, longitude) = (text(latitude).flatMap(Double.init), text(longitude).flatMap(Double.init))
      if let written = text(wellKnownPoint), written.hasPrefix("Point("), written.hasSuffix(")") {
        let numbers = written.dropFirst(6).dropLast().split(separator: " ").map { Double($0) }
        if numbers.count == 2 { (longitude, latitude) = (numbers[0], numbers[1]) }
      }
      guard let latitude, let longitude, abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
      return GeographicPoint(latitude: latitude, longitude: longitude)
    }
  }

  private struct Ends {
    var source: End
    var target: End

    static func wikidata(_ rows: DelimitedRows) -> Ends? {
      func end(_ name: String) -> End? {
        rows.column(name).map {
          End(
            id: $0, label: rows.column(name + "Label"), population: rows.column(name + "_population"),
            wellKnownPoint: rows.column(name + "_coordinate_location"),
            country: rows.column(name + "_country"))
        }
      }
      guard let source = end("city"), let target = end("sister") else { return nil }
      return Ends(source: source, target: target)
    }

    static func generic(_ rows: DelimitedRows) -> Ends? {
      func end(_ name: String) -> End? {
        rows.column(name).map {
          End(
            id: $0, label: rows.column(name + "_label"), population: rows.column(name + "_population"),
            latitude: rows.column(name + "_latitude"), longitude: rows.column(name + "_longitude"),
            country: rows.column(name + "_country"), kind: rows.column(name + "_kind"))
        }
      }
      guard let source = end("source"), let target = end("target") else { return nil }
      return Ends(source: source, target: target)
    }
  }
}
