import PasserelleSources

/// In which vocabularies an eForms notice is told.
public enum ConversionVocabulary: String, Sendable, Hashable, CaseIterable {
  /// In both.
  case all
  /// In the product's own, that of every source.
  case own
  /// In the eProcurement Ontology (ePO 4) of the Publications Office.
  case epo

  var statements: NoticeStatements {
    switch self {
    case .all: .all
    case .own: .own
    case .epo: .epo
    }
  }
}
