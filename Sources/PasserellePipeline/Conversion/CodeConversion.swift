package import PasserelleCore
package import PasserelleOntology
import PasserelleSources

/// Finds the codes that take the place of codes of older editions, by imported tables.
package struct CodeConversion {
  /// What became of a code.
  package enum Outcome: Hashable, Sendable {
    /// It is still in use.
    case current
    /// One code took its place.
    case replaced(String)
    /// Several did: which one cannot be told.
    case split([String])
    /// None did.
    case withdrawn
  }

  private static let nuts = "http://data.europa.eu/nuts/code/"

  /// The IRI of every code of the tables that is not in use any more, with what became of it, by ascending IRI.
  package let outcomes: [(iri: String, list: String, outcome: Outcome)]

  /// Reads the tables.
  ///
  /// - Parameters:
  ///   - lists: The lists by name.
  ///   - ids: The names of those that there are.
  ///   - isCurrent: Whether a code is of CPV 2008, as far as is known.
  package init(lists: (String) -> CodeList?, ids: [String], isCurrent: (CPVCode) -> Bool) {
    var found: [(iri: String, list: String, outcome: Outcome)] = []
    if ids.contains(ConversionList.cpv2003), let list = lists(ConversionList.cpv2003) {
      for entry in list.entries {
        guard let old = CPVCode(digits: entry.code), entry.replacedBy != entry.code, !isCurrent(old) else {
          continue
        }
        // Of several successors the table names the nearest first; the others stay in the list.
        let new = entry.replacedBy.flatMap { CPVCode(digits: $0) }
        found.append((old.iri, list.id, new.map { .replaced($0.iri) } ?? .withdrawn))
      }
    }
    let editions = ids.compactMap { id in
      ConversionList.edition(ofList: id).flatMap { year in lists(id).map { (year, $0) } }
    }.sorted { $0.0 < $1.0 }.map(\.1)
    found += Self.territories(editions)
    outcomes = found.sorted { $0.iri < $1.iri }
  }

  private static func territories(
    _ editions: [CodeList]
  ) -> [(iri: String, list: String, outcome: Outcome)] {
    guard let last = editions.last else { return [] }
    var newest: Set<String> = []
    for entry in last.entries {
      newest.formUnion(entry.replacedBy.map { [$0] } ?? [])
      newest.formUnion(entry.alternatives)
    }
    var seen: Set<String> = []
    var found: [(iri: String, list: String, outcome: Outcome)] = []
    for (place, edition) in editions.enumerated() {
      for entry in edition.entries where !newest.contains(entry.code) && seen.insert(entry.code).inserted {
        let outcome = outcome(of: entry.code, in: editions[place...])
        if outcome != .current { found.append((nuts + entry.code, edition.id, outcome)) }
      }
    }
    return found
  }

  /// Follows a code from edition to edition; one that an edition does not name stays.
  private static func outcome(of code: String, in editions: ArraySlice<CodeList>) -> Outcome {
    var current = code
    for edition in editions {
      guard let entry = edition.entry(code: current) else { continue }
      guard let next = entry.replacedBy else { return .withdrawn }
      if !entry.alternatives.isEmpty { return .split(([next] + entry.alternatives).map { nuts + $0 }) }
      current = next
    }
    return current == code ? .current : .replaced(nuts + current)
  }
}
