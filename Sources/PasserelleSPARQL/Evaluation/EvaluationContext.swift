public import PasserelleCore

/// What an evaluation is given besides the data: the time, a seed, limits, and services of the product.
public struct EvaluationContext: Sendable {
  /// What `NOW()` gives.
  public var now: Instant
  /// What `RAND()`, `UUID()` and `STRUUID()` are drawn from; the same seed gives the same results.
  public var seed: UInt64
  /// Asks the evaluation to stop.
  public var stopFlag: StopFlag
  /// How long the evaluation may take; nil for as long as it needs.
  public var timeout: Duration?
  /// How many rows any step may give.
  public var rowLimit: Int
  /// How many bytes the tables of an evaluation by batches may hold together.
  public var memoryLimit: Int
  /// Whether a query that names no graphs sees the merge of all graphs as its default graph.
  public var defaultGraphIsUnion: Bool
  /// The digest of some bytes; nil where the function is not there.
  public var digest: @Sendable (DigestFunction, [UInt8]) -> [UInt8]?
  /// The triples at an address, for `LOAD`; nil where nothing may be loaded.
  public var load: (@Sendable (String) throws -> [RDFTriple])?
  /// What `pas:matches` searches; nil where there is no index.
  public var text: (any GraphTextAccess)?
  /// The datasets that stand for services which `SERVICE` may ask, by their addresses; any other is refused.
  public var services: [String: any RDFDataset]

  /// Makes a context.
  public init(
    now: Instant, seed: UInt64 = 0, stopFlag: StopFlag = StopFlag(), timeout: Duration? = nil,
    rowLimit: Int = 50_000_000, memoryLimit: Int = 2 << 30, defaultGraphIsUnion: Bool = false,
    digest: @escaping @Sendable (DigestFunction, [UInt8]) -> [UInt8]? = { _, _ in nil },
    load: (@Sendable (String) throws -> [RDFTriple])? = nil, text: (any GraphTextAccess)? = nil,
    services: [String: any RDFDataset] = [:]
  ) {
    self.now = now
    self.seed = seed
    self.stopFlag = stopFlag
    self.timeout = timeout
    self.rowLimit = rowLimit
    self.memoryLimit = memoryLimit
    self.defaultGraphIsUnion = defaultGraphIsUnion
    self.digest = digest
    self.load = load
    self.text = text
    self.services = services
  }
}
