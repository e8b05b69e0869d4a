internal import PasserelleCore

/// What the text of a notice says with certainty, by its sections: nothing cleaned, nothing checked.
struct BOAMPOutline {
  /// The buyer's name with its accents, which the field of the notice may lack.
  var buyerName: String?
  /// A SIRET whose digits are right.
  var buyerNumber: String?
  /// The NUTS code of the buyer's address.
  var buyerTerritory: AwardRecord.Field?
  var noticeType: String?
  var isPlanning = false
  var description: AwardRecord.Field?
  var category: AwardRecord.Field?
  var codes: [AwardRecord.Field] = []
  var amount: AwardRecord.Field?
  var procedure: AwardRecord.Field?
  /// Whether a framework agreement is to be concluded; nil where the text does not say.
  var isFramework: Bool?
  var deadline: AwardRecord.Field?
  /// Whether the deadline is one for requests to take part.
  var isForParticipation = false
  var tenderLanguages: [String] = []
  var documents: [String] = []
  var territories: [AwardRecord.Field] = []
  var lots: [BOAMPLot] = []
  /// The text for the index, without contacts.
  var paragraphs: [BOAMPParagraph] = []
  /// Whether lines with contacts were left out.
  var leftOutContacts = false
}

/// A lot as its part of a notice describes it.
struct BOAMPLot {
  /// The number as written; nil for the whole of a contract that is not divided.
  var number: String?
  var title: AwardRecord.Field?
  var description: AwardRecord.Field?
  var codes: [AwardRecord.Field] = []
  var territories: [AwardRecord.Field] = []
  var placeName: AwardRecord.Field?
  var amount: AwardRecord.Field?
  var months: AwardRecord.Field?
  /// The first and last day of the contract.
  var period: (start: AwardRecord.Field, end: AwardRecord.Field)?
  var criteria: [BOAMPCriterion] = []
}

/// What offers are judged by.
struct BOAMPCriterion {
  /// The code of eForms: `price`, `cost` or `quality`; nil where the text does not say.
  var code: String?
  var name: AwardRecord.Field
  var weight: DecimalNumber?
  var isPercent = false
}

/// A part of the text under one heading.
struct BOAMPParagraph {
  var heading: String
  var text: String
}
