public import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline

extension Workspace {
  /// The project typologies that a vendor is attached to.
  ///
  /// - Parameters:
  ///   - name: The vendor: an IRI, `scheme:value`, or a bare SIREN or SIRET.
  ///   - typology: The one typology wanted, as ``attachments(typology:limit:language:)`` takes it; nil for all.
  ///   - limit: The most attachments given.
  ///   - language: The language of labels.
  /// - Returns: Domains, then use cases, the surest first, each with its reasons.
  /// - Throws: ``PasserelleError`` with code `entity.notFound` or `query.invalid`.
  public func attachments(
    of name: String, typology: String? = nil, limit: Int = .max, language: MessageLanguage
  ) throws -> AttachmentAnswer {
    let wanted = try typology.map(self.typology)
    return try store.read { reader in
      let entity = try EntityNames(iris: store.iris).resolve(name, reader)
      let builder = AttachmentBuilder(reader, ontology, store.iris, language)
      let pieces = try builder.evidence.pieces(of: entity.id)
      var found = builder.rule.attachments(of: pieces.map(\.evidence))
      if let wanted { found = found.filter { builder.typologies[$0.typology] == wanted } }
      return AttachmentAnswer(
        question: .vendor(
          iri: entity.iri, name: try builder.name(entity.iri), identifier: builder.identifier(entity.iri)),
        attachments: try found.prefix(max(0, limit)).map {
          try builder.attachment($0, of: entity.iri, pieces, reasons: AttachmentBuilder.vendorReasons)
        },
        total: found.count, counts: [], evidenceCount: pieces.count,
        silentCount: pieces.count { $0.evidence.hits.isEmpty }, language: language)
    }
  }

  /// The vendors attached to a project typology.
  ///
  /// - Parameters:
  ///   - key: The typology: `lighting`, `theme:lighting`, `use-cases:smart-lighting`, or its name in words.
  ///   - limit: The most vendors given.
  ///   - language: The language of labels.
  /// - Returns: The vendors by band, then by name: no order of merit.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a typology that is not known.
  public func attachments(typology key: String, limit: Int = .max, language: MessageLanguage) throws
    -> AttachmentAnswer
  {
    let wanted = try typology(key)
    return try store.read { reader in
      let builder = AttachmentBuilder(reader, ontology, store.iris, language)
      var found: [(name: String, vendor: String, one: VendorAttachment, pieces: [AttachmentPiece])] = []
      let all = try builder.evidence.pieces()
      for (vendor, pieces) in all {
        let attachments = builder.rule.attachments(of: pieces.map(\.evidence))
        guard let one = attachments.first(where: { builder.typologies[$0.typology] == wanted }) else {
          continue
        }
        found.append((try builder.name(vendor), vendor, one, pieces))
      }
      found.sort {
        (builder.rank($0.one.band), $0.name, $0.vendor) < (builder.rank($1.one.band), $1.name, $1.vendor)
      }
      let versions = Dictionary(
        all.flatMap(\.pieces).map { ($0.version, $0.evidence.hits.isEmpty) }, uniquingKeysWith: { $0 && $1 })
      return AttachmentAnswer(
        question: .typology(wanted),
        attachments: try found.prefix(max(0, limit)).map {
          try builder.attachment($0.one, of: $0.vendor, $0.pieces, reasons: AttachmentBuilder.typologyReasons)
        },
        total: found.count, counts: [], evidenceCount: versions.count,
        silentCount: versions.values.count { $0 }, language: language)
    }
  }

  /// The project typologies, with how many vendors are attached to each.
  ///
  /// - Parameter language: The language of labels.
  /// - Returns: Domains, then use cases, by key.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func typologies(language: MessageLanguage) throws -> AttachmentAnswer {
    try store.read { reader in
      let builder = AttachmentBuilder(reader, ontology, store.iris, language)
      var bands = Array(repeating: [0, 0, 0], count: builder.typologies.count)
      let all = try builder.evidence.pieces()
      for (_, pieces) in all {
        for one in builder.rule.attachments(of: pieces.map(\.evidence)) {
          bands[one.typology][builder.rank(one.band)] += 1
        }
      }
      let versions = Dictionary(
        all.flatMap(\.pieces).map { ($0.version, $0.evidence.hits.isEmpty) }, uniquingKeysWith: { $0 && $1 })
      return AttachmentAnswer(
        question: .list, attachments: [], total: 0,
        counts: zip(builder.typologies, bands).map { typology, counts in
          .init(typology: typology, strong: counts[0], some: counts[1], weak: counts[2])
        },
        evidenceCount: versions.count, silentCount: versions.values.count { $0 }, language: language)
    }
  }

  /// The typology that a person names.
  private func typology(_ key: String) throws -> Typology {
    let typologies = ontology.typologies
    if let found = typologies.first(where: { $0.notation == key || $0.iri == key })
      ?? typologies.first(where: { $0.key == key })
      ?? typologies.first(where: { [$0.label.french, $0.label.english].contains(key) })
    {
      return found
    }
    let keys = typologies.map(\.key).joined(separator: ", ")
    throw PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: "Typologie inconnue « \(key) ». Choisissez parmi : \(keys).",
        en: "Unknown typology '\(key)'. Choose one of: \(keys)."))
  }
}

/// Makes attachments with their sources within one state of the store.
private struct AttachmentBuilder {
  let evidence: AttachmentEvidence
  let typologies: [Typology]
  let rule: AttachmentRule
  private let reader: GraphReader
  private let iris: IRISpace
  private let labels: LabelResolver
  private let language: MessageLanguage

  /// How many reasons are given for each typology of a vendor.
  static let vendorReasons = 10
  /// How many reasons are given for each vendor of a typology.
  static let typologyReasons = 3

  init(_ reader: GraphReader, _ ontology: Ontology, _ iris: IRISpace, _ language: MessageLanguage) {
    let typologies = TypologyReader(ontology: ontology)
    self.reader = reader
    self.iris = iris
    self.language = language
    self.typologies = typologies.typologies
    rule = AttachmentRule(typologies: typologies.typologies)
    evidence = AttachmentEvidence(reader: reader, iris: iris, typologies: typologies)
    labels = LabelResolver(reader: reader, ontology: ontology, iris: iris)
  }

  func name(_ vendor: String) throws -> String { try labels.label(of: vendor, language: language) }

  func identifier(_ iri: String) -> String {
    guard let (scheme, value) = iris.identifierParts(of: iri) else { return iri }
    return scheme.rawValue.uppercased() + " " + value
  }

  func rank(_ band: EvidenceBand) -> Int {
    switch band {
    case .strong: 0
    case .some: 1
    case .weak: 2
    }
  }

  func attachment(
    _ one: VendorAttachment, of vendor: String, _ pieces: [AttachmentPiece], reasons limit: Int
  ) throws -> Attachment {
    let shown = one.reasons.prefix(limit)
    let records = try reader.versions(of: shown.map { pieces[$0.piece].version })
    return Attachment(
      vendor: vendor, name: try name(vendor), identifier: identifier(vendor),
      typology: typologies[one.typology], score: one.score, band: one.band, reasonCount: one.reasons.count,
      pieceCount: one.pieceCount,
      reasons: zip(shown, records).compactMap { reason, record in
        record.map {
          AttachmentReason(
            origin: pieces[reason.piece].evidence.origin, title: pieces[reason.piece].title,
            strength: reason.hit.strength, words: reason.hit.words,
            codes: reason.hit.codes.map { labels.cpvLabel($0, language) },
            source: Dossier.Source($0, iris: iris))
        }
      })
  }
}
