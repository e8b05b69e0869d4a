import PasserelleCore

/// The past awards that any channel gave for a need, each channel in a column.
struct AwardPool {
  /// Catalogue indices, by mix, best first, ties by index.
  private(set) var awards: [Int32] = []
  /// Raw BM25 of words.
  private(set) var words: [Float] = []
  /// Raw BM25 of character 4-grams.
  private(set) var grams: [Float] = []
  /// Raw BM25 of CPV prefixes.
  private(set) var codes: [Float] = []
  /// The weighted sum of the channels, each divided by its greatest value.
  private(set) var mix: [Float] = []
  /// The greatest value of each channel, at least a tiny number.
  private(set) var maximum: (words: Float, grams: Float, codes: Float) = (1e-9, 1e-9, 1e-9)
  /// The greatest value that the mix can have in this answer.
  private(set) var maximumMix: Float = 1e-9

  static let codeWeight: Float = 0.7

  /// Collects and mixes the channels.
  init(
    words wordHits: [TextHit], grams gramHits: [TextHit], codes similarity: CodeSimilarity, depth: Int,
    catalogue: AwardCatalogue, excluded: Set<Int32>
  ) {
    var places: [Int32: Int] = [:]
    places.reserveCapacity(3 * depth)
    var awards: [Int32] = []
    var words: [Float] = []
    var grams: [Float] = []
    func place(_ award: Int32) -> Int {
      if let known = places[award] { return known }
      places[award] = awards.count
      awards.append(award)
      words.append(0)
      grams.append(0)
      return awards.count - 1
    }
    for hit in wordHits {
      guard let award = catalogue.award(ofDocument: hit.document), !excluded.contains(award) else { continue }
      words[place(award)] = Float(hit.score)
      maximum.words = max(maximum.words, Float(hit.score))
    }
    for hit in gramHits {
      guard let award = catalogue.award(ofDocument: hit.document), !excluded.contains(award) else { continue }
      grams[place(award)] = Float(hit.score)
      maximum.grams = max(maximum.grams, Float(hit.score))
    }
    var codes: [Float] = []
    if similarity.isEmpty {
      codes = [Float](repeating: 0, count: awards.count)
    } else {
      for award in similarity.nearest(limit: depth) where !excluded.contains(award) { _ = place(award) }
      codes = awards.map { Float(similarity.score($0)) }
      maximum.codes = max(maximum.codes, codes.max() ?? 0)
    }
    var mix: [Float] = []
    mix.reserveCapacity(awards.count)
    for index in awards.indices {
      mix.append(
        words[index] / maximum.words + grams[index] / maximum.grams
          + Self.codeWeight * codes[index] / maximum.codes)
    }
    if maximum.words > 1e-9 { maximumMix += 1 }
    if maximum.grams > 1e-9 { maximumMix += 1 }
    if maximum.codes > 1e-9 { maximumMix += Self.codeWeight }
    var keys: [(key: UInt64, place: Int)] = awards.indices.map {
      (UInt64(mix[$0].bitPattern) << 32 | UInt64(UInt32.max - UInt32(awards[$0])), $0)
    }
    keys.sort { $0.key > $1.key }
    self.awards = keys.map { awards[$0.place] }
    self.words = keys.map { words[$0.place] }
    self.grams = keys.map { grams[$0.place] }
    self.codes = keys.map { codes[$0.place] }
    self.mix = keys.map { mix[$0.place] }
  }
}
