internal import PasserelleCore
internal import PasserelleJSON

/// Which relations a null in a release takes back.
enum OCDSRemovals {
  /// A field, with the path of its keys, and the relations that are stated of it.
  typealias Rule = (path: [String], relations: [String])

  private static let items = [
    Vocabulary.hasMainClassification, Vocabulary.hasAdditionalClassification, Vocabulary.classificationCode,
    Vocabulary.text,
  ]
  private static let period = [Vocabulary.since, Vocabulary.until, Vocabulary.durationMonths]

  /// The fields of a tender.
  static let tender: [Rule] = [
    (["title"], [Vocabulary.title]), (["description"], [Vocabulary.description]),
    (["status"], [Vocabulary.tenderStatus]),
    (["value"], [Vocabulary.estimatedAmount, Vocabulary.currency]),
    (["value", "amount"], [Vocabulary.estimatedAmount, Vocabulary.currency]),
    (["maximumValue"], [Vocabulary.maximumAmount]),
    (["procurementMethod"], [Vocabulary.hasProcedure]),
    (["procurementMethodDetails"], [Vocabulary.procedureDetails]),
    (["mainProcurementCategory"], [Vocabulary.contractCategory]),
    (["tenderPeriod"], [Vocabulary.deadline, Vocabulary.deadlineTime]),
    (["tenderPeriod", "endDate"], [Vocabulary.deadline, Vocabulary.deadlineTime]),
    (["contractPeriod"], period),
    (["contractPeriod", "endDate"], [Vocabulary.until, Vocabulary.durationMonths]),
    (["contractPeriod", "startDate"], [Vocabulary.since, Vocabulary.durationMonths]),
    (["items"], items + [ProcessVocabulary.hasItem]), (["lots"], [Vocabulary.hasLot]),
    (["documents"], [Vocabulary.procurementDocuments]), (["tenderers"], [ProcessVocabulary.hasTenderer]),
    (["numberOfTenderers"], [Vocabulary.offersReceived]),
    (["procuringEntity"], [ProcessVocabulary.hasProcuringEntity]),
    (["awardCriteria"], [Vocabulary.hasCriterion]), (["eligibilityCriteria"], [Vocabulary.hasCriterion]),
  ]

  /// The fields of an award.
  static let award: [Rule] = [
    (["title"], [Vocabulary.title]), (["description"], [Vocabulary.description]),
    (["status"], [Vocabulary.awardStatus]), (["date"], [Vocabulary.notified]),
    (["value"], [Vocabulary.amount, Vocabulary.currency]),
    (["value", "amount"], [Vocabulary.amount, Vocabulary.currency]), (["suppliers"], [Vocabulary.hasWinner]),
    (["items"], items + [ProcessVocabulary.hasItem]), (["contractPeriod"], period),
    (["relatedLots"], [Vocabulary.lotIdentifier]),
    (["amendments"], [Vocabulary.hasModification]),
  ]

  /// The fields of a contract.
  static let contract: [Rule] = [
    (["title"], [Vocabulary.title]), (["dateSigned"], [Vocabulary.notified]),
    (["value"], [Vocabulary.amount, Vocabulary.currency]),
    (["value", "amount"], [Vocabulary.amount, Vocabulary.currency]), (["period"], period),
    (["items"], items + [ProcessVocabulary.hasItem]), (["amendments"], [Vocabulary.hasModification]),
  ]

  /// The relations of the fields that are null.
  static func relations(takenFrom object: JSONValue, _ rules: [Rule]) -> [String] {
    rules.filter { rule in
      var value: JSONValue? = object
      for key in rule.path { value = value?[key] }
      return value == .null
    }.flatMap(\.relations)
  }

  /// The removals of some relations of a subject, each once.
  static func removals(of subject: String, _ relations: [String]) -> [StatementRemoval] {
    var seen: Set<String> = []
    return relations.filter { seen.insert($0).inserted }.map {
      StatementRemoval(subject: subject, predicate: $0)
    }
  }
}
