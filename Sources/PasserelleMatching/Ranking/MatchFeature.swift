public import PasserelleCore

/// A reason for which a vendor can be ranked; the list is closed, and each has its explanation.
///
/// Every value lies between 0 and 1. There is no feature for fame, size, turnover, label or origin.
public enum MatchFeature: String, Sendable, Hashable, CaseIterable, Codable {
  /// Past awards near the need by words, character grams and CPV code together.
  case similarAwards = "similar_awards"
  /// Past awards near the need by words and CPV code in one measure.
  case wordsAndCode = "words_and_code"
  /// Past awards that are both near the need by content and performed near it.
  case similarNearby = "similar_nearby"
  /// The vendor's texts taken together.
  case profile
  /// How closely the vendor's CPV codes match.
  case codeDepth = "code_depth"
  /// Words of the title, or of the names of vendors of like awards, in the vendor's name.
  case vendorName = "vendor_name"
  /// The nearest place where the vendor has worked.
  case nearness
  /// The part of the vendor's awards in the place of the need.
  case localShare = "local_share"
  /// A vendor known in one place only, far from the need; counts against it.
  case elsewhereOnly = "elsewhere_only"
  /// The need has no place: what nearness would have said is left to the rest.
  case noPlace = "no_place"
  /// Earlier contracts with the same buyer, as far as they are similar.
  case buyerHistory = "buyer_history"
  /// Similar awards by buyers that are like the need's buyer or share vendors with it.
  case similarBuyers = "similar_buyers"
  /// Number of past awards, damped, as far as they are similar.
  case experience
  /// Similar awards of vendors with which it has won contracts together.
  case partners

  /// Nothing known of the vendor is near the need by content; counts against it, so that place, buyer or name alone
  /// never make a rank.
  case offTopic = "off_topic"

  /// What the feature says, for people.
  public var explanation: LocalizedText {
    switch self {
    case .similarAwards:
      LocalizedText(
        fr: "marchés passés proches du besoin (mots, lettres et code CPV)",
        en: "past awards near the need (words, letters and CPV code)")
    case .wordsAndCode:
      LocalizedText(
        fr: "marchés passés qui ont à la fois les mots et le code CPV du besoin",
        en: "past awards with both the words and the CPV code of the need")
    case .similarNearby:
      LocalizedText(
        fr: "marchés passés semblables, exécutés près du lieu",
        en: "similar past awards performed near the place")
    case .profile:
      LocalizedText(
        fr: "l’ensemble des textes du fournisseur parle du besoin",
        en: "the vendor's texts as a whole speak of the need")
    case .codeDepth:
      LocalizedText(
        fr: "code CPV commun le plus précis avec l’activité passée ou déclarée",
        en: "most precise CPV code shared with past or declared activity")
    case .vendorName:
      LocalizedText(
        fr: "le nom du fournisseur a des mots de l’intitulé ou du métier",
        en: "the vendor's name has words of the title or of the trade")
    case .nearness:
      LocalizedText(
        fr: "proximité du lieu d’exécution le plus proche connu",
        en: "nearness of the nearest known place of work")
    case .localShare:
      LocalizedText(
        fr: "part de son activité connue dans le département ou district",
        en: "share of its known activity in the department or district")
    case .elsewhereOnly:
      LocalizedText(
        fr: "connu dans un seul territoire, éloigné du lieu",
        en: "known in one territory only, far from the place")
    case .noPlace:
      LocalizedText(
        fr: "lieu du besoin inconnu : la proximité n’est pas comptée",
        en: "place of the need unknown: nearness is not counted")
    case .buyerHistory:
      LocalizedText(
        fr: "marchés passés avec le même acheteur, pour autant qu’ils soient semblables",
        en: "past contracts with the same buyer, as far as they are similar")
    case .similarBuyers:
      LocalizedText(
        fr: "marchés semblables d’acheteurs voisins ou de même nature",
        en: "similar awards by neighbouring buyers or buyers of the same kind")
    case .partners:
      LocalizedText(
        fr: "marchés semblables de ses cotraitants",
        en: "similar awards of vendors it has won contracts with")
    case .offTopic:
      LocalizedText(
        fr: "rien de connu n’est proche du besoin par son contenu",
        en: "nothing known is near the need by its content")
    case .experience:
      LocalizedText(
        fr: "nombre de marchés passés, amorti, pour autant qu’ils soient semblables",
        en: "number of past awards, damped, as far as they are similar")
    }
  }

  /// Whether a neutral ranking leaves the feature out (buyer history, name, distance, experience).
  public var isLeftOutByNeutral: Bool {
    switch self {
    case .similarAwards, .wordsAndCode, .profile, .codeDepth, .partners, .offTopic: false
    case .similarNearby, .vendorName, .nearness, .localShare, .elsewhereOnly, .noPlace, .buyerHistory,
      .similarBuyers, .experience:
      true
    }
  }
}
