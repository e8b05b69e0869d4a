internal import PasserelleCore

/// One specification.
struct SpecificationRecord: SourceRecord {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = 1

  let bytes: [UInt8]
  /// How many bytes of mark stand before the text.
  let skipped: Int
  let location: SourceLocation

  var source: String { SpecificationReader.source }
  var mappingVersion: Int { Self.version }

  /// The last two parts of the path, which stay the same wherever the folder is copied.
  var key: String { location.file.split(separator: "/").suffix(2).joined(separator: "/") }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    let isMarkdown = ["md", "markdown"].contains(FileName.fileExtension(location.file))
    let document = SpecificationDocument(
      String(decoding: bytes[skipped...], as: UTF8.self), isMarkdown: isMarkdown)
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
    if let procedure = mapper.listValue(matter["procedure"], CodeList.procedures) {
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
      let field = AwardRecord.Field(name: "paragraph[\(offset)]", value: paragraph.text)
      guard let text = mapper.text(field) else { continue }
      number += 1
      let iri = mapper.contract + "/paragraph/\(number)"
      mapper.state(Vocabulary.hasParagraph, .iri(iri))
      mapper.statements.add(iri, Vocabulary.type, .iri(Vocabulary.paragraph))
      mapper.statements.add(iri, Vocabulary.order, .integer(number))
      mapper.statements.add(iri, Vocabulary.text, .string(text))
      if let heading = paragraph.heading, let clean = TextCleaner.clean(heading)?.text, !clean.isEmpty {
        mapper.statements.add(iri, Vocabulary.heading, .string(clean))
      }
    }
  }
}
