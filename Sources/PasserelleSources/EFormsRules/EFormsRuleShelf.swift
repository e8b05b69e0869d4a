internal import PasserelleCore
internal import Synchronization

/// The editions of the eForms rules that are at hand, each read when a notice first asks for it; for any thread.
public final class EFormsRuleShelf: Sendable, Hashable {
  /// One edition of the rules.
  public struct Edition: Sendable {
    /// Its version, such as `eforms-sdk-1.16.0`.
    public let version: String
    /// Reads it.
    public let read: @Sendable () throws -> EFormsRules

    /// Takes an edition.
    public init(version: String, read: @escaping @Sendable () throws -> EFormsRules) {
      self.version = version
      self.read = read
    }
  }

  private let editions: [Edition]
  private let opened = Mutex<[String: EFormsRules]>([:])

  /// Takes editions, newest first or in any order.
  public init(_ editions: [Edition]) {
    self.editions = editions.sorted { Self.number($1.version) < Self.number($0.version) }
  }

  /// The versions, newest first.
  public var versions: [String] { editions.map(\.version) }

  /// The rules of a version, else the nearest ones, of two equally near the newer.
  ///
  /// - Parameter version: The version that a notice names; nil for the newest.
  /// - Returns: The rules, and whether they are of the very version but for its last number; nil without any.
  /// - Throws: What reading them throws.
  public func rules(for version: String?) throws -> (rules: EFormsRules, isExact: Bool)? {
    guard let newest = editions.first else { return nil }
    let wanted = version.flatMap { $0.isEmpty ? nil : Self.number($0) } ?? Self.number(newest.version)
    let nearest = editions.min {
      abs(Self.number($0.version) - wanted) < abs(Self.number($1.version) - wanted)
    }
    guard let nearest else { return nil }
    let isExact = version != nil && Self.number(nearest.version) == wanted
    if let known = opened.withLock({ $0[nearest.version] }) { return (known, isExact) }
    let rules = try nearest.read()
    opened.withLock { $0[nearest.version] = rules }
    return (rules, isExact)
  }

  /// The first two numbers of a version as one, so that versions are compared.
  static func number(_ version: String) -> Int {
    let numbers = version.split { !$0.isNumber }.compactMap { Int($0) }
    return min(numbers.first ?? 0, 1000) * 1000 + min(numbers.dropFirst().first ?? 0, 999)
  }

  /// Two shelves are the same when they are one.
  public static func == (left: EFormsRuleShelf, right: EFormsRuleShelf) -> Bool { left === right }

  /// Hashes the identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
