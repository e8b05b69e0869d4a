import PasserelleCore
import PasserelleSources

/// What validating files gave.
public struct ValidationAnswer: Sendable {
  /// How a file stands.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Everything that was looked at is in order.
    case valid
    /// A rule is broken, or a record would be refused.
    case invalid
    /// A notice for which there are no rules.
    case unchecked
    /// The file cannot be read.
    case failed
  }

  /// One file.
  struct File: Sendable {
    let name: String
    var format: String?
    var status = Status.valid
    var reason: LocalizedText?
    /// The notice's subtype, the version of the rules that it names, and what the rules say.
    var verdict: EFormsVerdict?
    /// The version of the rules that it was held against, and whether that is its own.
    var rules: String?
    var isExact = true
    /// What an ingestion would make of it.
    var records = 0
    var refused = 0
    var diagnostics: [String: Int] = [:]
  }

  /// One edition of the rules that was used.
  struct Rules: Sendable {
    let version: String
    let count: Int
    let coverage: EFormsRuleCoverage
    let missingLists: [String]
  }

  let files: [File]
  let rules: [Rules]
  /// Files without records that were passed over.
  let passed: Int
  /// Whether it was stopped before the end.
  public let isInterrupted: Bool

  /// How many files have a status.
  public func count(_ status: Status) -> Int { files.count { $0.status == status } }

  /// Whether there was any file to look at.
  public var isEmpty: Bool { files.isEmpty }
}
