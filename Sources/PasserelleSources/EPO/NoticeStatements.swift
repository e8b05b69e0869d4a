internal import PasserelleCore

/// Which statements are made of an eForms notice.
public enum NoticeStatements: String, Sendable, Hashable, CaseIterable {
  /// The product's own, those of every source.
  case own
  /// Those of the eProcurement Ontology (ePO 4), as the Publications Office asks its questions.
  case epo
  /// Both.
  case all

  var isOwn: Bool { self != .epo }
  var isEPO: Bool { self != .own }
}

extension MappedRecord {
  /// Puts the statements of the eProcurement Ontology beside the product's own, or in their place.
  mutating func state(
    _ wanted: NoticeStatements, of notice: EFormsNotice, key: String, location: SourceLocation,
    in iris: IRISpace
  ) {
    guard wanted.isEPO else { return }
    var mapper = EPOMapper(
      notice, key: key, location: location, iris: iris,
      toldElsewhere: wanted.isOwn ? NoticeElements.read : [])
    mapper.run()
    // Of a notice without call, the award leads to what would be its call's.
    if subject != mapper.call { mapper.state(subject, "rdfs:seeAlso", mapper.call) }
    if wanted.isOwn {
      for one in mapper.statements.statements { statements.add(one.subject, one.predicate, one.object) }
      diagnostics += mapper.diagnostics
    } else {
      statements = mapper.statements
      diagnostics = diagnostics.filter { $0.code.severity == .error } + mapper.diagnostics
    }
  }
}

extension SourceOptions {
  /// Makes options that say nothing but which statements are made of eForms notices.
  public init(noticeStatements: NoticeStatements) {
    self.init()
    self.noticeStatements = noticeStatements
  }
}

extension EFormsReader {
  /// Makes a reader of certain statements.
  init(stating statements: NoticeStatements) {
    self.init()
    self.statements = statements
  }

  /// The reader, with certain statements.
  func stating(_ statements: NoticeStatements) -> EFormsReader {
    var copy = self
    copy.statements = statements
    return copy
  }
}
