/// How a match is made.
public struct MatchOptions: Sendable, Hashable {
  /// The most vendors given.
  public var limit = 20
  /// Whether buyer history, vendor name, distance and experience are left out, as in notes that are filed.
  public var neutral = false
  /// The most newcomers given in a list of their own.
  public var newcomerLimit = 3
  /// The most past awards given as evidence for each vendor.
  public var evidenceLimit = 5
  /// The most words of a need that are put to the index.
  public var wordLimit = 64
  /// The most 4-grams of a title that are put to the index.
  public var gramLimit = 64
  /// How many awards each channel gives before they are mixed.
  public var channelDepth = 1000
  /// How many vendors the profiles and the names give, and awards the code and place together.
  public var profileLimit = 300

  /// Makes the standard options.
  public init() {}

  /// The options of a neutral match.
  public static var neutral: MatchOptions {
    var options = MatchOptions()
    options.neutral = true
    return options
  }
}
