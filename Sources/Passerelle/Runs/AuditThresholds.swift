import PasserelleCore
import PasserelleMatching
import PasserelleOntology

extension Ontology {
  /// The thresholds near which the audit looks: those that hold for local authorities, whose awards these mostly are.
  var auditThresholds: [AuditThreshold] {
    thresholds.filter { $0.buyers.contains("other") }.map { one in
      AuditThreshold(
        amount: one.amount, label: one.kind.auditLabel, divisions: Set(one.natures.flatMap(Self.divisions)),
        from: one.from, to: one.until)
    }
  }

  /// The CPV divisions of a nature: 45 is works, up to 44 and 48 supplies, the rest services.
  private static func divisions(ofNature nature: String) -> [Int] {
    switch nature {
    case "works": [45]
    case "supplies": Array(1..<45) + [48]
    case "services": Array(46..<100).filter { $0 != 48 }
    default: []
    }
  }
}

extension ProcurementThreshold.Kind {
  /// What begins at the threshold, in a few words.
  fileprivate var auditLabel: LocalizedText {
    switch self {
    case .exempt:
      LocalizedText(fr: "fin de la dispense de publicité", en: "end of the exemption from advertising")
    case .advertised:
      LocalizedText(fr: "publicité au BOAMP ou au JAL", en: "advertisement in the official bulletin")
    case .formal: LocalizedText(fr: "procédure formalisée", en: "formal procedure")
    }
  }
}
