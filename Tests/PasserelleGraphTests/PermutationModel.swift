import PasserelleCore
import PasserelleTestSupport

@testable import PasserelleGraph

/// Quads in an array, read by going through all of them.
struct PermutationModel {
  var quads: [Quad] = []
  /// The names of the versions by their numbers; none for those that are not seen.
  var names: [TermID] = []

  /// The rows of a scan, graphs by their versions, repeated triples among them.
  func rows(_ scan: QuadScan) -> [Quad] {
    let kept = quads.filter { quad in
      let name = name(quad)
      guard name.isBound else { return false }
      if case .some(let graphs) = scan.graphs, !graphs.contains(name) { return false }
      for (rank, value) in scan.prefix.enumerated() where self.value(quad, scan.order, rank) != value {
        return false
      }
      if let range = scan.range, scan.prefix.count < 4 {
        return range.contains(value(quad, scan.order, scan.prefix.count))
      }
      return true
    }
    let isByGraph = scan.order == .gspo && !scan.prefix.isEmpty
    let places = (isByGraph ? .spo : scan.order).places
    return Set(kept).map { ($0, Self.key($0, places)) }.sorted { Self.isBefore($0.1, $1.1) }.map(\.0)
  }

  /// How many rows a scan has when all versions are seen and nothing is left out.
  func count(_ scan: QuadScan) -> Int {
    var all = self
    all.names = names.indices.map { names[$0].isBound ? names[$0] : TermID(rawValue: 1 << 40 + Int64($0)) }
    return all.rows(scan).count
  }

  /// The name of a quad's graph.
  func name(_ quad: Quad) -> TermID {
    let version = Int(quad.graph.rawValue)
    return version < names.count ? names[version] : .none
  }

  /// The value of a place of an order, the graph by its name.
  func value(_ quad: Quad, _ order: QuadOrder, _ rank: Int) -> TermID {
    switch order.places[rank] {
    case 0: quad.subject
    case 1: quad.predicate
    case 2: quad.object
    default: name(quad)
    }
  }

  private static func key(_ quad: Quad, _ places: SIMD4<Int>) -> SIMD4<Int64> {
    let values = SIMD4(
      quad.subject.rawValue, quad.predicate.rawValue, quad.object.rawValue, quad.graph.rawValue)
    return SIMD4(values[places[0]], values[places[1]], values[places[2]], values[places[3]])
  }

  private static func isBefore(_ left: SIMD4<Int64>, _ right: SIMD4<Int64>) -> Bool {
    for place in 0..<4 where left[place] != right[place] { return left[place] < right[place] }
    return false
  }
}

/// Gives the rows of a model one by one, repeated ones once.
struct PermutationModelCursor {
  private let model: PermutationModel
  private let scan: QuadScan
  private var rest: ArraySlice<Quad>
  private var last: Quad?
  private var lastNames: Set<TermID> = []

  init(_ model: PermutationModel, _ scan: QuadScan) {
    self.model = model
    self.scan = scan
    rest = model.rows(scan)[...]
  }

  /// The next row: its wanted places, others none; nil at the end.
  mutating func next() -> [TermID]? {
    while let quad = rest.popFirst() {
      let isSame =
        last?.subject == quad.subject && last?.predicate == quad.predicate && last?.object == quad.object
      if isSame, !scan.places.contains(.graph) { continue }
      if !isSame { lastNames = [] }
      guard lastNames.insert(model.name(quad)).inserted || !scan.places.contains(.graph) else { continue }
      last = quad
      let values = [quad.subject, quad.predicate, quad.object, model.name(quad)]
      return (0..<4).map { scan.places.rawValue >> UInt8($0) & 1 == 1 ? values[$0] : .none }
    }
    return nil
  }

  mutating func seek(_ value: TermID) {
    guard scan.prefix.count < 4 else { return }
    rest = rest.filter { model.value($0, scan.order, scan.prefix.count) >= value }[...]
  }
}

extension QuadColumns {
  /// A row: the places wanted, others none.
  func row(_ row: Int) -> [TermID] {
    [subjects, predicates, objects, graphs].map { $0.isEmpty ? .none : $0[row] }
  }
}

/// Terms that no one asks for.
final class NoTerms: TermReading {
  func identifiers(of terms: [Term]) throws -> [TermID] { terms.map { _ in .none } }
  func terms(of identifiers: [TermID]) throws -> [Term?] { identifiers.map { _ in nil } }
  func withText<R>(
    of identifier: TermID, _ body: (TermShape, UnsafeBufferPointer<UInt8>) throws -> R
  ) throws -> R? { nil }
}

/// Random quads: few values, so that much is repeated, with inline values and great numbers among them.
struct PermutationSample {
  var random: SeededGenerator
  /// The greatest plain identifier.
  var values: Int

  init(seed: UInt64, values: Int) {
    random = SeededGenerator(seed: seed)
    self.values = values
  }

  mutating func value() -> TermID {
    switch random.number(0...19) {
    case 0: TermID(.integer, payload: Int64(random.number(-values...values))) ?? .none
    case 1: TermID(.date, payload: Int64(random.number(0...values))) ?? .none
    case 2: TermID(rawValue: 1 << 31 + Int64(random.number(0...values)))
    default: TermID(rawValue: Int64(random.number(1...values)))
    }
  }

  mutating func quad(version: Int) -> Quad {
    Quad(
      graph: VersionID(rawValue: Int64(version)), subject: value(),
      predicate: TermID(rawValue: Int64(random.number(1...4) * 7)), object: value())
  }

  /// Quads of versions, some of them empty.
  mutating func quads(_ versions: ClosedRange<Int>, each: ClosedRange<Int>) -> [Quad] {
    versions.flatMap { version in (0..<random.number(each)).map { _ in quad(version: version) } }
  }

  /// Names of versions: some are not seen, some share a name.
  mutating func names(_ last: Int, hidden: Int, shared: Int) -> [TermID] {
    (0...last).map { version in
      if version == 0 || hidden > 0 && random.oneIn(hidden) { return .none }
      return TermID(rawValue: Int64(shared > 0 ? 1000 + version % shared : 5000 - version))
    }
  }

  mutating func scan() -> QuadScan {
    let order = random.pick(QuadOrder.allCases)
    let places = QuadPlaces(rawValue: UInt8(random.number(1...15)))
    var scan = QuadScan(order: order, places: places)
    for rank in 0..<random.number(0...4) { scan.prefix.append(value(at: order.places[rank])) }
    if random.oneIn(3), scan.prefix.count < 4 {
      let ends = [value(at: order.places[scan.prefix.count]), value(at: order.places[scan.prefix.count])]
        .sorted()
      scan.range = ends[0]...ends[1]
    }
    switch random.number(0...5) {
    case 0: scan.graphs = .named
    case 1: scan.graphs = .some([value(at: 3)])
    case 2: scan.graphs = .some(Array(Set([value(at: 3), value(at: 3), .none])).sorted())
    default: break
    }
    return scan
  }

  mutating func value(at place: Int) -> TermID {
    switch place {
    case 1: TermID(rawValue: Int64(random.number(1...4) * 7))
    case 3:
      TermID(rawValue: Int64(random.oneIn(2) ? random.number(1000...1012) : 5000 - random.number(1...60)))
    default: value()
    }
  }
}
