internal import PasserelleCore

/// Counts the memory that the tables of one evaluation hold, and ends it where they hold too much.
final class MemoryLedger {
  /// The most bytes that tables may hold together.
  let limit: Int
  /// The bytes held now.
  private(set) var used = 0
  /// The most bytes held at one time.
  private(set) var peak = 0

  /// Makes a ledger.
  init(limit: Int) { self.limit = limit }

  /// Counts bytes that an operator takes.
  ///
  /// - Throws: ``PasserelleError`` with code `sparql.limit`, which names the operator.
  func add(_ bytes: Int, for operation: MemoryUse) throws {
    used += bytes
    peak = max(peak, used)
    if used > limit { throw SPARQLErrors.memory(limit, operation) }
  }

  /// Counts bytes given back.
  func remove(_ bytes: Int) { used -= bytes }
}

/// What memory is held for, as messages name it.
enum MemoryUse {
  case join, leftJoin, minus, exists, union, distinct, group, order, path, values

  /// The name that queries know it by.
  var name: LocalizedText {
    switch self {
    case .join: LocalizedText(fr: "une jointure", en: "a join")
    case .leftJoin: LocalizedText(fr: "OPTIONAL", en: "OPTIONAL")
    case .minus: LocalizedText(fr: "MINUS", en: "MINUS")
    case .exists: LocalizedText(fr: "EXISTS", en: "EXISTS")
    case .union: LocalizedText(fr: "UNION", en: "UNION")
    case .distinct: LocalizedText(fr: "DISTINCT", en: "DISTINCT")
    case .group: LocalizedText(fr: "GROUP BY", en: "GROUP BY")
    case .order: LocalizedText(fr: "ORDER BY", en: "ORDER BY")
    case .path: LocalizedText(fr: "un chemin de propriétés", en: "a property path")
    case .values: LocalizedText(fr: "VALUES", en: "VALUES")
    }
  }
}
