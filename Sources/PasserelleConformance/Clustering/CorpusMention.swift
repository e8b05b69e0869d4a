public import PasserelleResolution
import PasserelleText

/// A mention of a real corpus, with its official identifiers kept apart as the truth.
///
/// What a source writes the same way is one mention, whatever its identifiers: nothing of the truth is given away.
public struct CorpusMention: Sendable {
  /// The mention; it has no identifiers.
  public var mention: Mention
  /// The official identifiers it occurs with, in the order of their first occurrence, and how often.
  public var truths: [CountedTruth]
  /// How often the source has it, with an identifier or without.
  public var occurrences: Int

  /// Makes a mention of a corpus.
  public init(mention: Mention, truth: Truth?, occurrences: Int = 1) {
    self.mention = mention
    truths = truth.map { [CountedTruth(truth: $0, count: occurrences)] } ?? []
    self.occurrences = occurrences
  }

  /// An official identifier and how often a mention occurs with it.
  public struct CountedTruth: Sendable, Hashable {
    /// The identifier.
    public let truth: Truth
    /// How often.
    public var count: Int
  }

  /// Counts an occurrence.
  mutating func count(_ truth: Truth?) {
    occurrences += 1
    guard let truth else { return }
    if let place = truths.firstIndex(where: { $0.truth == truth }) {
      truths[place].count += 1
    } else {
      truths.append(CountedTruth(truth: truth, count: 1))
    }
  }

  /// An official identifier as a truth: mentions of one scheme are one thing when their values are the same.
  public struct Truth: Sendable, Hashable {
    /// The scheme.
    public let scheme: EntityIdentifierScheme
    /// The value in its normal form.
    public let value: String

    /// Makes a truth of an identifier as written; nil when the number is not valid.
    ///
    /// A SIRET gives its SIREN.
    public init?(_ scheme: EntityIdentifierScheme, _ written: String) {
      let implied = EntityIdentifier.implied(by: Mention.Identifier(scheme, written))
      let wanted: EntityIdentifierScheme = scheme == .siret ? .siren : scheme
      guard let identifier = implied.first(where: { $0.scheme == wanted }) else { return nil }
      self.scheme = wanted
      value = identifier.value
    }
  }
}

/// Gathers mentions of the same source, name and place into one, in the order of their first occurrence.
struct MentionGatherer {
  private(set) var mentions: [CorpusMention] = []
  private var places: [String: Int] = [:]
  private var activities: [Int: [String: Int]] = [:]
  private var neighbours: [Int: Set<UInt64>] = [:]

  /// Adds an occurrence.
  ///
  /// - Parameters:
  ///   - mention: The mention; its identifier is made here.
  ///   - truth: Its official identifier.
  ///   - activity: A CPV code, or nothing.
  ///   - neighbour: The other party's name, or nothing.
  mutating func add(
    _ mention: Mention, truth: CorpusMention.Truth?, activity: String = "", neighbour: String = ""
  ) {
    guard let name = mention.names.first, name.contains(where: \.isLetter) else { return }
    let key = [
      mention.source, String(mention.kind.rawValue), name, mention.place.town, mention.place.department,
      mention.country,
    ].joined(separator: "\u{1F}")
    let place: Int
    if let known = places[key] {
      place = known
      mentions[known].count(truth)
    } else {
      place = mentions.count
      places[key] = place
      var mention = mention
      mention.id = "\(mention.source):\(place)"
      mentions.append(CorpusMention(mention: mention, truth: truth, occurrences: 1))
    }
    if !activity.isEmpty { activities[place, default: [:]][activity, default: 0] += 1 }
    let folded = TextFolding.foldedBytes(neighbour)
    if !folded.isEmpty { neighbours[place, default: []].insert(NameHash.of(folded)) }
  }

  /// The mentions, with their activities and neighbours.
  func finished() -> [CorpusMention] {
    var finished = mentions
    for (place, codes) in activities {
      finished[place].mention.activities = codes.keys.sorted().map {
        Mention.CountedCode($0, count: codes[$0] ?? 0)
      }
    }
    for (place, hashes) in neighbours { finished[place].mention.neighbours = hashes.sorted() }
    return finished
  }
}
