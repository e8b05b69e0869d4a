internal import PasserelleCore

/// A triple pattern with its terms and variables by number, and the graphs it is asked of.
struct TripleItem {
  /// What stands in a place.
  enum Place {
    case constant(TermID)
    case variable(Int)

    var constant: TermID? { if case .constant(let id) = self { id } else { nil } }
    var variable: Int? { if case .variable(let number) = self { number } else { nil } }
  }

  /// Subject, predicate and object.
  var places: [Place]
  var graph: ActiveGraph
  /// Predicates that are passed over, for negated property sets.
  var excluded: [TermID] = []
  /// The pattern as written.
  var text: () -> String = { "" }

  /// The variables with their places, the graph's too; a variable that stands twice comes twice.
  var outputs: [(variable: Int, place: Int)] {
    var result: [(variable: Int, place: Int)] = []
    for (place, node) in places.enumerated() {
      if let variable = node.variable { result.append((variable, place)) }
    }
    if let variable = graph.variable { result.append((variable, 3)) }
    return result
  }

  /// The variables, each once.
  var variables: [Int] {
    var result: [Int] = []
    for output in outputs where !result.contains(output.variable) { result.append(output.variable) }
    return result
  }

  private var constants: Set<Int> { Set((0..<3).filter { places[$0].constant != nil }) }

  /// The orders in which the constants stand first.
  var orders: [QuadOrder] {
    let wanted = constants
    return QuadOrder.allCases.filter { $0 != .gspo && Set($0.places.prefix(wanted.count)) == wanted }
  }

  /// The one named graph that is read; nil for several.
  var singleGraph: TermID? {
    if case .some(let names) = graph.selection, names.count == 1, names[0].isBound { names[0] } else { nil }
  }

  /// A scan in an order, with the constants that follow the graph where that comes first; of the variables needed,
  /// nil for all.
  func shape(_ order: QuadOrder, ranges: [ClosedRange<TermID>]? = nil, needed: Set<Int>? = nil) -> ScanShape {
    var prefix: [TermID] = []
    var prefixed: Set<Int> = []
    for place in order.places {
      guard let value = place == 3 ? (order == .gspo ? singleGraph : nil) : places[place].constant else {
        break
      }
      prefix.append(value)
      prefixed.insert(place)
    }
    var shape = ScanShape(
      scan: QuadScan(order: order, prefix: prefix, graphs: graph.selection, places: []), outputs: [])
    for place in 0..<3 where !prefixed.contains(place) {
      if let value = places[place].constant { shape.constants.append((place, value)) }
    }
    shape.ranges = ranges
    shape.excluded = excluded
    var read: QuadPlaces = []
    var seen: [Int: Int] = [:]
    for output in outputs {
      if let other = seen[output.variable] {
        shape.equal.append((other, output.place))
        read.formUnion([.place(other), .place(output.place)])
        continue
      }
      seen[output.variable] = output.place
      guard needed?.contains(output.variable) ?? true else { continue }
      shape.outputs.append(output)
      read.insert(.place(output.place))
    }
    for check in shape.constants { read.insert(.place(check.place)) }
    if !excluded.isEmpty { read.insert(.predicate) }
    // Without any place, rows are counted.
    if read.isEmpty { read.insert(.place(order.places[prefix.count < 4 ? min(prefix.count, 2) : 2])) }
    shape.scan.places = read
    return shape
  }

  /// The schema of a scan.
  func schema(_ shape: ScanShape) -> Schema {
    let variables = shape.outputs.map(\.variable)
    var sorted: [Int] = []
    // Graphs are not sorted by name, and ranges of one place keep its order.
    if shape.scan.order != .gspo {
      for place in shape.scan.order.places.dropFirst(shape.scan.prefix.count) where place != 3 {
        if shape.constants.contains(where: { $0.place == place }) { continue }
        guard let column = shape.outputs.firstIndex(where: { $0.place == place }) else { break }
        sorted.append(column)
      }
    }
    return Schema(variables: variables, isBound: variables.map { _ in true }, sortedBy: sorted)
  }

  /// The variables by which rows can be looked up: one or two of those that are bound, right after the constants of
  /// an order.
  func lookUps(_ isBound: (Int) -> Bool) -> [[Int]] {
    var result: [[Int]] = []
    let count = constants.count
    for order in orders {
      var keys: [Int] = []
      for place in order.places.dropFirst(count).prefix(2) where place != 3 {
        guard let variable = places[place].variable, isBound(variable), !keys.contains(variable) else {
          break
        }
        keys.append(variable)
      }
      for length in stride(from: keys.count, to: 0, by: -1) {
        let some = Array(keys.prefix(length))
        if !result.contains(some) { result.append(some) }
      }
    }
    if let variable = graph.variable, isBound(variable), !result.contains([variable]) {
      result.append([variable])
    }
    return result
  }

  /// The order in which variables stand right after the constants.
  func order(for keys: [Int]) -> QuadOrder {
    let count = constants.count
    return orders.first { order in
      let places = order.places.dropFirst(count).prefix(keys.count)
      return places.count == keys.count
        && zip(places, keys).allSatisfy { $0 != 3 && self.places[$0].variable == $1 }
    } ?? .gspo
  }
}
