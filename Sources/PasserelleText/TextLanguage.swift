/// A language whose texts the analysis chain knows, or `neutral` for all others.
///
/// Raw values are ISO 639-1 codes, and `und` (ISO 639-2, undetermined) for ``neutral``.
public enum TextLanguage: String, Sendable, CaseIterable, Hashable, Codable {
  /// French: elision, own exceptions, Snowball `french`.
  case french = "fr"
  /// English: Snowball `english` (Porter 2), which also cuts the possessive.
  case english = "en"
  /// Portuguese: elision of `d'`, Snowball `portuguese`.
  case portuguese = "pt"
  /// German: Snowball `german`.
  case german = "de"
  /// Spanish: Snowball `spanish`.
  case spanish = "es"
  /// Italian: elision, Snowball `italian`.
  case italian = "it"
  /// Dutch: `'s` cut, Snowball `dutch`.
  case dutch = "nl"
  /// No stemming: tokens are folded only; French elision applies.
  case neutral = "und"
}
