internal import PasserelleCore

/// Terms that notices state beside those that every source has.
enum NoticeVocabulary {
  /// Groups of lots that are awarded together.
  static let lotGroup = Vocabulary.epo + "LotGroup"
  /// Call → group of lots; the group leads to its lots by `hasLot`.
  static let hasLotGroup = Vocabulary.pas + "hasLotGroup"
  /// Lot → eForms code of its result: `selec-w`, `clos-nw`, `open-nw` (BT-142).
  static let winnerSelectionStatus = Vocabulary.pas + "winnerSelectionStatus"
  /// Lot → eForms code of why nobody won it (BT-144).
  static let nonAwardReason = Vocabulary.pas + "nonAwardReason"
  /// Contract → day on which the winner was chosen (BT-1451).
  static let decisionDate = Vocabulary.pas + "decisionDate"
  /// Contract → the member of a group of winners that leads it (OPT-170).
  static let groupLeader = Vocabulary.pas + "groupLeader"
  /// Contract → name that a group of winners goes by (OPT-211).
  static let consortiumName = Vocabulary.pas + "consortiumName"
  /// Contract → value of a framework agreement as estimated after the award (BT-660).
  static let reestimatedAmount = Vocabulary.pas + "reestimatedAmount"
  /// Contract → what was paid in all (BT-779).
  static let paidAmount = Vocabulary.pas + "paidAmount"
  /// Contract → whether a part is subcontracted (BT-773).
  static let isSubcontractingDeclared = Vocabulary.pas + "isSubcontractingDeclared"
  /// Contract → address at which it can be read (BT-151).
  static let contractAddress = Vocabulary.pas + "contractAddress"
  /// Contract modification → eForms code of its reason (BT-200).
  static let modificationReason = Vocabulary.pas + "modificationReason"
  /// Winner → eForms code of its size (BT-165).
  static let companySize = Vocabulary.pas + "companySize"
  /// Buyer → code of what it is (BT-11).
  static let buyerLegalType = Vocabulary.pas + "buyerLegalType"
  /// Buyer → code of what it does (BT-10).
  static let buyerActivity = Vocabulary.pas + "buyerActivity"
  /// Contract or lot → value of the lowest offer received (BT-710).
  static let lowestOffer = Vocabulary.pas + "lowestOffer"
  /// Contract or lot → value of the highest offer received (BT-711).
  static let highestOffer = Vocabulary.pas + "highestOffer"
  /// Organisation → territory or country of its address.
  static let locatedIn = Vocabulary.pas + "locatedIn"
}
