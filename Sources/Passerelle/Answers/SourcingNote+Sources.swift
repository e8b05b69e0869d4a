import PasserelleCore
import PasserelleRendering

extension SourcingNote {
  /// The sources that a note cites, numbered in the order in which they come up.
  struct Sources {
    /// One version of a record.
    struct Source: Hashable {
      let record: String
      let version: Int?
      let dataset: String?
      let ingested: String?
      let isDemonstration: Bool
    }

    /// The sources in their order; the first is `S1`.
    private(set) var all: [Source] = []
    private var numbers: [String: Int] = [:]

    /// The short name of a source, such as `S3`; nil where the value names no record.
    mutating func name(of value: Value) -> String? {
      guard let record = value["record"].string ?? value.string else { return nil }
      let version = value["version"].int
      let key = "\(version ?? 0) \(record)"
      if let number = numbers[key] { return "S\(number)" }
      all.append(
        Source(
          record: record, version: version, dataset: value["dataset"].string,
          ingested: value["ingested"].string,
          isDemonstration: value["demonstration"].bool ?? false))
      numbers[key] = all.count
      return "S\(all.count)"
    }
  }
}

extension SourcingNote {
  mutating func writeSources() {
    guard !sources.all.isEmpty else { return }
    section("Sources", "Sources")
    paragraph(
      "Chaque indice de cette note vient d’une version d’un enregistrement, citée entre crochets dans le texte.",
      "Each piece of evidence in this note comes from a version of a record, cited in brackets in the text.")
    let rows = sources.all.enumerated().map { index, source -> [Report.Text] in
      let name = "S\(index + 1)"
      let dataset = source.dataset.map { Words.dataset($0)[language] }
      let mark = source.isDemonstration ? say("démonstration", "demonstration") : nil
      let ingested = source.ingested.map { text in
        Instant(iso: text).map { format.instant($0) } ?? PartialDate(iso: text).map { format.date($0) }
          ?? text
      }
      let kind = [dataset, mark].compactMap { $0 }.joined(separator: ", ")
      return [[.target(name, name: name)]]
        + Self.row([source.record, kind, source.version.map { String($0) }, ingested])
    }
    blocks.append(
      .table(
        Report.Table(
          caption: say("Enregistrements cités", "Records cited"),
          columns: [
            .init(say("N°", "No."), parts: 7), .init(say("Enregistrement", "Record"), parts: 55),
            .init(say("Jeu de données", "Data set"), parts: 20), .init("Version", .end, parts: 10),
            .init(say("Ingéré (UTC)", "Ingested (UTC)"), parts: 15),
          ], rows: rows, hasRowHeadings: true)))
  }
}
