package import PasserelleCore
import PasserelleSPARQL

/// Whether two bags of tuples are the same but for the labels of their blank nodes.
///
/// Colours are refined by the tuples around each blank node; nodes of one colour are then tried in turn.
package enum TupleIsomorphism {
  /// Terms, some of them absent.
  package typealias Tuple = [Term?]

  /// Whether two bags are the same.
  ///
  /// Numbers of one datatype are the same where their values are.
  package static func holds(_ left: [Tuple], _ right: [Tuple]) -> Bool {
    guard left.count == right.count else { return false }
    return extend([], left.map(canonical), right.map(canonical))
  }

  /// Whether two documents make the same statements: each counts once, and no number is changed.
  package static func sameStatements(_ left: [Tuple], _ right: [Tuple]) -> Bool {
    let (left, right) = (Array(Set(left)), Array(Set(right)))
    return left.count == right.count && extend([], left, right)
  }

  private static func canonical(_ tuple: Tuple) -> Tuple {
    tuple.map { term in
      guard case .literal(let literal)? = term else { return term }
      let text: String?
      switch literal.datatype {
      case .integer, .decimal: text = DecimalNumber(plain(literal.lexicalForm))?.xsdCanonical
      case .other(Vocabulary.xsd + "double"), .other(Vocabulary.xsd + "float"):
        text = Double(literal.lexicalForm).map { "\($0)" }
      default: return term
      }
      return text.map { .literal(Literal($0, literal.datatype)) } ?? term
    }
  }

  /// A decimal number without what XML Schema admits more than we do: a sign of plus, a point at an end.
  private static func plain(_ text: String) -> String {
    var text = text[...]
    if text.first == "+" { text = text.dropFirst() }
    if text.last == "." { text = text.dropLast() }
    return text.first == "." ? "0" + text : String(text)
  }

  private static func extend(_ fixed: [(Term, Term)], _ left: [Tuple], _ right: [Tuple]) -> Bool {
    let a = colours(left, fixed.map(\.0))
    let b = colours(right, fixed.map(\.1))
    guard a.values.sorted() == b.values.sorted() else { return false }
    let groups = Dictionary(grouping: a.keys) { a[$0] ?? 0 }
    guard let colour = groups.filter({ $0.value.count > 1 }).keys.min(), let first = groups[colour]?.first
    else {
      return bag(left, a) == bag(right, b)
    }
    return b.filter { $0.value == colour }.keys.contains { extend(fixed + [(first, $0)], left, right) }
  }

  private static func colours(_ tuples: [Tuple], _ marked: [Term]) -> [Term: Int] {
    var colours: [Term: Int] = [:]
    for tuple in tuples {
      for case let term? in tuple where term.isBlank {
        colours[term] = (marked.firstIndex(of: term) ?? -1) + 1
      }
    }
    guard !colours.isEmpty else { return [:] }
    var count = 0
    while Set(colours.values).count > count {
      count = Set(colours.values).count
      var around: [Term: [Int]] = [:]
      for tuple in tuples {
        let parts = tuple.map { term in term.flatMap { colours[$0] } ?? term.hashValue }
        for case let (place, term?) in tuple.enumerated() where term.isBlank {
          around[term, default: []].append([[place], parts].hashValue)
        }
      }
      for (term, colour) in colours { colours[term] = [[colour], (around[term] ?? []).sorted()].hashValue }
    }
    return colours
  }

  private static func bag(_ tuples: [Tuple], _ colours: [Term: Int]) -> [Tuple: Int] {
    tuples.reduce(into: [:]) { bag, tuple in
      bag[tuple.map { term in term.flatMap { colours[$0] }.map { .blank("\($0)") } ?? term }, default: 0] += 1
    }
  }
}
