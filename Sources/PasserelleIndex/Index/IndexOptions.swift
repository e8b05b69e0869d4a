/// How an index is written.
public struct IndexOptions: Sendable, Hashable {
  /// Threads that analyse and invert documents, 1 or 2; the result depends on it, never on timing.
  public var threads: Int
  /// About how many bytes of documents are held in memory before they are written as a segment.
  public var memoryLimit: Int
  /// Whether segments are merged on a thread of their own while documents are added.
  public var backgroundMerges: Bool
  /// What is merged in the background.
  public var mergePolicy: MergePolicy

  /// What the product writes with: 48 MiB, so that a night on a small machine has room beside it.
  static let product = IndexOptions(memoryLimit: 48 << 20)

  /// Makes options.
  public init(
    threads: Int = 2, memoryLimit: Int = 256 << 20, backgroundMerges: Bool = false,
    mergePolicy: MergePolicy = .tiered()
  ) {
    self.threads = min(max(1, threads), 2)
    self.memoryLimit = max(1, memoryLimit)
    self.backgroundMerges = backgroundMerges
    self.mergePolicy = mergePolicy
  }
}
