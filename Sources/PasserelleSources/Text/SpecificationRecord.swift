internal import PasserelleCore

/// One specification.
struct SpecificationRecord: SourceRecord {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = 2

  /// What the bytes hold.
  enum Content: Sendable {
    /// Text in UTF-8 after so many bytes of mark.
    case text(skipped: Int, isMarkdown: Bool)
    /// A document of a rich format, read.
    case document(SpecificationDocument)
  }

  let bytes: [UInt8]
  let content: Content
  let location: SourceLocation

  var source: String { SpecificationReader.source }
  var mappingVersion: Int { Self.version }

  /// The last two parts of the path, which stay the same wherever the folder is copied.
  var key: String { location.file.split(separator: "/").suffix(2).joined(separator: "/") }

  /// Whether the text has marks of Markdown.
  var isMarkdown: Bool {
    guard case .text(_, let isMarkdown) = content else { return false }
    return isMarkdown
  }

  /// The document taken apart.
  func document() -> SpecificationDocument {
    switch content {
    case .document(let document): document
    case .text(let skipped, let isMarkdown):
      SpecificationDocument(String(decoding: bytes[skipped...], as: UTF8.self), isMarkdown: isMarkdown)
    }
  }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    let document = document()
    var mapper = AwardMapper(
      AwardRecord(
        platform: source, scheme: .specification, identifier: key, buyer: AwardRecord.Party(path: "buyer")),
      key: key, location: location, iris: iris)
    mapper.state(Vocabulary.type, .iri(Vocabulary.specification))
    mapper.state(Vocabulary.identifier, .string(key))
    var matter: FrontMatter?
    if let yaml = document.frontMatter {
      matter = FrontMatter(yaml)
      if matter == nil { mapper.report(.textFrontMatter, "front matter") }
      for unknown in matter?.unknownKeys ?? [] { mapper.report(.textFrontMatterKey, unknown) }
    }
    let isDemonstration = matter?["demonstration"]?.value.lowercased() == "true"
    if isDemonstration { mapper.state(Vocabulary.isDemonstration, .boolean(true)) }
    for finding in document.findings {
      mapper.report(
        finding.code, "document", finding.value.flatMap { TextCleaner.clean($0)?.text.nonEmpty })
    }
    stateTitle(document, matter, &mapper)
    let published = stateFrontMatter(matter, &mapper)
    stateParagraphs(document, &mapper)
    return MappedRecord(
      subject: mapper.contract, kind: .specification, published: published, isDemonstration: isDemonstration,
      statements: mapper.statements, diagnostics: mapper.diagnostics)
  }

  private func stateTitle(
    _ document: SpecificationDocument, _ matter: FrontMatter?, _ mapper: inout AwardMapper
  ) {
    let written = matter?["title"] ?? document.title.map { AwardRecord.Field(name: "title", value: $0) }
    if let title = mapper.text(written) {
      mapper.state(Vocabulary.title, .string(title))
    } else {
      mapper.report(.textNoTitle, "title")
      mapper.state(
        Vocabulary.title, .string(FileName.lastComponent(FileName.withoutExtension(location.file))))
    }
  }

  /// States what the heading block says.
  ///
  /// - Returns: The date of the specification.
  private func stateFrontMatter(_ matter: FrontMatter?, _ mapper: inout AwardMapper) -> PartialDate? {
    guard let matter else { return nil }
    if let buyer = matter["buyer"] {
      var party = AwardRecord.Party(path: "buyer")
      if let number = PartyNumber.read(buyer.value, type: nil), number.siren != nil {
        party.number = buyer
      } else {
        party.name = buyer
      }
      if let iri = mapper.stateParty(party, role: .buyer, rank: 1, mayLackNumber: true) {
        mapper.state(Vocabulary.hasBuyer, .iri(iri))
      }
    }
    var place = AwardRecord.Place()
    place.name = matter["place"]
    place.commune = matter["insee"]
    mapper.statePlace(place)
    for (rank, text) in (matter.values["cpv"] ?? []).enumerated() {
      guard let code = mapper.cpv(AwardRecord.Field(name: "cpv", value: text)) else { continue }
      mapper.state(
        rank == 0 ? Vocabulary.hasMainClassification : Vocabulary.hasAdditionalClassification, .iri(code.iri))
    }
    if let procedure = mapper.listValue(matter["procedure"], WrittenList.procedures) {
      mapper.state(Vocabulary.hasProcedure, .string(procedure))
    }
    if let language = matter["language"]?.value.trimmed.lowercased(), (2...11).contains(language.utf8.count) {
      mapper.state(Vocabulary.language, .string(language))
    }
    let date = mapper.date(matter["date"])
    if let date { mapper.state(Vocabulary.published, .date(date)) }
    return date
  }

  private func stateParagraphs(_ document: SpecificationDocument, _ mapper: inout AwardMapper) {
    var number = 0
    for (offset, paragraph) in document.paragraphs.enumerated() {
      guard let text = Self.text(paragraph.text, "paragraph[\(offset)]", &mapper) else { continue }
      number += 1
      let iri = mapper.contract + "/paragraph/\(number)"
      mapper.state(Vocabulary.hasParagraph, .iri(iri))
      mapper.statements.add(iri, Vocabulary.type, .iri(Vocabulary.paragraph))
      mapper.statements.add(iri, Vocabulary.order, .integer(number))
      mapper.statements.add(iri, Vocabulary.text, .string(text))
      if let heading = paragraph.heading, let clean = TextCleaner.clean(heading)?.text, !clean.isEmpty {
        mapper.statements.add(iri, Vocabulary.heading, .string(clean))
      }
      if paragraph.headings.count > 1,
        let path = TextCleaner.clean(paragraph.headings.joined(separator: Vocabulary.headingDivider))?.text,
        !path.isEmpty
      {
        mapper.statements.add(iri, Vocabulary.headingPath, .string(path))
      }
      if let anchor = TextCleaner.clean(paragraph.anchor.text)?.text, !anchor.isEmpty {
        mapper.statements.add(iri, Vocabulary.anchor, .string(anchor))
      }
      if let page = paragraph.anchor.page { mapper.statements.add(iri, Vocabulary.page, .integer(page)) }
    }
  }

  /// Cleans a paragraph line by line, so that its line breaks stay; each kind of finding is told once.
  private static func text(_ raw: String, _ field: String, _ mapper: inout AwardMapper) -> String? {
    guard raw.contains(where: \.isNewline) else {
      return mapper.text(AwardRecord.Field(name: field, value: raw))
    }
    var all = TextCleaner.Result(text: "")
    var lost = 0
    var isMarkup = false
    for line in raw.split(whereSeparator: \.isNewline) {
      guard let one = TextCleaner.clean(String(line)) else { continue }
      if !one.text.isEmpty { all.text += (all.text.isEmpty ? "" : "\n") + one.text }
      for finding in one.findings {
        switch finding {
        case .lost(let count): lost += count
        case .markup: isMarkup = true
        case .control, .contact: if !all.findings.contains(finding) { all.findings.append(finding) }
        }
      }
    }
    if isMarkup { all.findings.append(.markup(original: raw.trimmed)) }
    if lost > 0 { all.findings.append(.lost(lost)) }
    mapper.tell(all, field)
    return all.text.isEmpty ? nil : all.text
  }
}
