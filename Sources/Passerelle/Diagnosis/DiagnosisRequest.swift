/// What is asked of a diagnosis.
public struct DiagnosisRequest: Sendable, Hashable {
  /// The territory: a name, an INSEE code, `scheme:value` or an IRI.
  public var city: String
  /// How many peers are looked for.
  public var peerCount = DiagnosisRequest.usualPeerCount
  /// Peers that the user chooses, besides those found; named as the city is.
  public var peers: [String] = []
  /// The one stake wanted, by its key or label; nil for all.
  public var stake: String?
  /// Whether demonstration data count.
  public var includesDemonstration = false

  /// How many peers are looked for where nothing is said.
  public static let usualPeerCount = 5
  /// The most peers: a mosaic wider than that is not read.
  public static let peerLimit = 20

  /// Asks for a territory, with all stakes and the usual number of peers.
  public init(city: String) { self.city = city }
}
