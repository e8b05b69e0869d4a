/// How JSON-LD is read.
public struct JSONLDOptions: Sendable, Hashable {
  /// How directions of texts are stated; nil to leave them out.
  public var direction: JSONLDDirection?
  /// JSON documents with contexts, by the addresses under which documents name them; nothing else is known.
  public var contexts: [String: [UInt8]]
  /// A JSON text with a context that is taken in before the document's own.
  public var expandContext: [UInt8]?

  /// No direction, no context.
  public static let standard = JSONLDOptions()

  /// Makes options.
  public init(
    direction: JSONLDDirection? = nil, contexts: [String: [UInt8]] = [:], expandContext: [UInt8]? = nil
  ) {
    self.direction = direction
    self.contexts = contexts
    self.expandContext = expandContext
  }
}
