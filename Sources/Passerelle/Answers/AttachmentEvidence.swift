import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline
import PasserelleText

/// What one award, profile or sheet says, with its title and the version that states it.
struct AttachmentPiece {
  let evidence: TypologyEvidence
  let title: String
  let version: VersionID
}

/// Reads the evidence for attachments out of one state of the store.
struct AttachmentEvidence {
  private let reader: GraphReader
  private let iris: IRISpace
  private let typologies: TypologyReader

  init(reader: GraphReader, iris: IRISpace, typologies: TypologyReader) {
    self.reader = reader
    self.iris = iris
    self.typologies = typologies
  }

  /// The evidence for one vendor: awards, the latest ingested first, then its profile, then action sheets.
  func pieces(of vendor: TermID) throws -> [AttachmentPiece] {
    let hasWinner = try reader.identifiers(of: [.iri(Vocabulary.hasWinner)])[0]
    var wins: Set<VersionID> = []
    if hasWinner.isBound {
      wins = Set(try reader.quads(QuadPattern(predicate: hasWinner, object: vendor)).map(\.graph))
    }
    let loader = RecordViewLoader(reader)
    let records = try reader.versions(of: wins.sorted().reversed()).compactMap { $0 }
    var pieces = try records.filter { $0.kind == .award }.map { record in
      let view = try loader.view(of: record)
      return award(
        record.version, view.texts(Vocabulary.title).first ?? "", view.texts(Vocabulary.description),
        view.iris(Vocabulary.hasMainClassification), view.declaredLanguage)
    }
    if let declared = try ProfileLoader(reader: reader, iris: iris).declared(by: vendor) {
      pieces.append(profile(declared))
    }
    return try Self.distinct(pieces + SheetLoader(reader: reader).sheets(naming: vendor).map(sheet))
  }

  /// The evidence for every vendor, by IRI.
  ///
  /// - Complexity: O(awards); a scan for each of five relations.
  func pieces() throws -> [(vendor: String, pieces: [AttachmentPiece])] {
    var byVendor: [String: [AttachmentPiece]] = [:]
    for (vendors, piece) in try awards() {
      for vendor in vendors { byVendor[vendor, default: []].append(piece) }
    }
    for declared in try ProfileLoader(reader: reader, iris: iris).declared() {
      byVendor[declared.iri, default: []].append(profile(declared))
    }
    for (provider, sheets) in try SheetLoader(reader: reader).sheetsByProvider() {
      byVendor[provider, default: []] += sheets.map(sheet)
    }
    return byVendor.sorted { $0.key < $1.key }.map { ($0.key, Self.distinct($0.value)) }
  }

  /// The evidence of a vendor without repetitions: of awards with one title, lots of a contract or publications of it
  /// on several platforms, the first.
  private static func distinct(_ pieces: [AttachmentPiece]) -> [AttachmentPiece] {
    var titles: Set<String> = []
    return pieces.filter { one in
      one.evidence.origin != .award || one.title.isEmpty
        || titles.insert(TextFolding.fold(one.title)).inserted
    }
  }

  /// Every award with its winners, the latest ingested first.
  private func awards() throws -> [(vendors: [String], piece: AttachmentPiece)] {
    let records = try reader.recordNumbers(of: .award)
    let winners = try column(Vocabulary.hasWinner, records, subjects: nil)
    // What is said of the award itself, not of its parts.
    let subjects = winners.compactMapValues { $0.first?.subject }
    let columns = try [
      Vocabulary.title, Vocabulary.description, Vocabulary.hasMainClassification, Vocabulary.language,
    ].map { try column($0, records, subjects: subjects) }
    let ids = Set(([winners] + columns).flatMap { $0.values.flatMap { $0.map(\.object) } }).sorted()
    let terms = Dictionary(
      zip(ids, try reader.terms(of: ids)).compactMap { id, term in term.map { (id, $0) } },
      uniquingKeysWith: { first, _ in first })
    func texts(_ column: Int, _ version: VersionID) -> [String] {
      (columns[column][version] ?? []).compactMap { terms[$0.object]?.lexicalForm }.sorted()
    }
    /// Of texts in several languages those in the language of the award.
    func ownTexts(_ column: Int, _ version: VersionID) -> [String] {
      let own = texts(3, version).first
      let spoken = (columns[column][version] ?? []).compactMap { one -> String? in
        guard case .literal(let literal)? = terms[one.object], case .language(let tag) = literal.datatype
        else { return nil }
        return tag == own ? literal.lexicalForm : nil
      }
      return spoken.isEmpty ? texts(column, version) : spoken.sorted()
    }
    return winners.keys.sorted().reversed().map { version in
      let codes = (columns[2][version] ?? []).compactMap { terms[$0.object]?.iriValue }.sorted()
      return (
        Set((winners[version] ?? []).compactMap { terms[$0.object]?.iriValue }).sorted(),
        award(
          version, ownTexts(0, version).first ?? "", ownTexts(1, version), codes,
          texts(3, version).first.flatMap(TextLanguage.init(rawValue:)))
      )
    }
  }

  /// The statements of one relation by version, of the subjects given where there are some.
  private func column(
    _ relation: String, _ records: [VersionID: Int64], subjects: [VersionID: TermID]?
  ) throws -> [VersionID: [(subject: TermID, object: TermID)]] {
    let predicate = try reader.identifiers(of: [.iri(relation)])[0]
    guard predicate.isBound else { return [:] }
    var result: [VersionID: [(subject: TermID, object: TermID)]] = [:]
    try reader.scan(QuadPattern(predicate: predicate)) { batch in
      for index in 0..<batch.count where records[batch.graphs[index]] != nil {
        let (graph, subject) = (batch.graphs[index], batch.subjects[index])
        if let subjects, subjects[graph] != subject { continue }
        result[graph, default: []].append((subject, batch.objects[index]))
      }
      return true
    }
    return result
  }

  private func award(
    _ version: VersionID, _ title: String, _ texts: [String], _ codes: [String], _ language: TextLanguage?
  ) -> AttachmentPiece {
    piece(
      .award, title, title, texts, codes.compactMap { CPVCode(iri: $0) }, language ?? .french, version)
  }

  /// A profile is one piece of evidence however much it declares.
  private func profile(_ declared: DeclaredProfile) -> AttachmentPiece {
    let language = declared.language.flatMap { TextLanguage(rawValue: String($0.prefix(2))) }
    return piece(
      .profile, "", declared.profile.text, declared.references.map(\.title), declared.profile.codes,
      language ?? .french, declared.record.version)
  }

  private func sheet(_ sheet: ActionSheet) -> AttachmentPiece {
    piece(
      .sheet, sheet.title, ([sheet.title] + sheet.domains).joined(separator: "\n"),
      [sheet.description ?? ""] + sheet.tools, [], .french, sheet.record.version)
  }

  private func piece(
    _ origin: TypologyEvidence.Origin, _ name: String, _ title: String, _ texts: [String], _ codes: [CPVCode],
    _ language: TextLanguage, _ version: VersionID
  ) -> AttachmentPiece {
    AttachmentPiece(
      evidence: TypologyEvidence(
        origin: origin,
        hits: typologies.hits(
          title: title, text: texts.joined(separator: "\n"), codes: codes, language: language)),
      title: name, version: version)
  }
}
