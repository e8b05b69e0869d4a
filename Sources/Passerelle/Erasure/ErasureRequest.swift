import PasserellePipeline

/// What is to be erased, and how.
public struct ErasureRequest: Sendable {
  /// What is to be erased.
  public enum Target: Sendable, Hashable {
    /// One record, by its IRI, by `source/key`, or by its key.
    case record(String)
    /// All records of a source, by its short name.
    case source(String)
    /// A person, by the texts that name it: a name, an e-mail or postal address, a telephone number.
    case person([String])

    var kind: ErasureKind {
      switch self {
      case .record: .record
      case .source: .source
      case .person: .person
      }
    }
  }

  /// What is to be erased.
  public var target: Target
  /// Why, for the log; what is erased is taken out of it.
  public var reason: String?
  /// Whether it must not come back.
  public var suppresses = true
  /// Whether records that name the person go whole; else its texts are redacted in them.
  public var takesRecords = false
  /// Records that stay as they are, named as in ``Target/record(_:)``.
  public var exceptions: [String] = []
  /// Called before each step; what it throws stops the erasure, which the next one goes on with.
  public var willBegin: @Sendable (ErasureStep) throws -> Void = { _ in }

  /// Makes a request.
  public init(_ target: Target) { self.target = target }
}

/// The steps of an erasure, in their order; each can be done twice without other effect than once.
public enum ErasureStep: String, Sendable, Hashable, CaseIterable {
  /// What must not come back is written down.
  case suppression
  /// Files beside the store are changed.
  case files
  /// Records and texts leave the store, in one transaction.
  case store
  /// The store's file is made anew without free pages.
  case compaction
  /// The files made from the store are made anew.
  case derivation
}
