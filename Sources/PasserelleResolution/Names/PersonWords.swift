/// Words before names of persons that are no names.
enum PersonWords {
  static let titles: Set<[UInt8]> = Set(
    [
      "dr", "mr", "mrs", "ms", "prof", "sir", "lord", "president", "sheikh", "shaikh", "hajji", "haji",
      "mullah",
      "maulavi", "general", "colonel", "capt", "jr", "sr", "mme", "mlle",
    ].map { Array($0.utf8) })
}
