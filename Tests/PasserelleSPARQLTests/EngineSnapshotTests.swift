import PasserelleCore
import Testing

@testable import PasserelleSPARQL

/// The snapshot in memory, against a list that is filtered and sorted.
@Suite struct EngineSnapshotTests {
  private struct Model {
    let snapshot = MemorySnapshot()
    var quads: [[TermID]] = []

    init(seed: UInt64, count: Int) {
      var random = SeededRandom(seed: seed)
      func id(_ kind: String, _ limit: UInt64) -> TermID {
        snapshot.identifier(of: .iri("http://e/\(kind)\(random.next() % limit)"))
      }
      for _ in 0..<count {
        let object =
          random.next() % 3 == 0 ? snapshot.identifier(of: .integer(Int(random.next() % 9))) : id("o", 9)
        let quad = [id("s", 12), id("p", 3), object, random.next() % 4 == 0 ? .none : id("g", 4)]
        snapshot.insert(quad[0], quad[1], quad[2], quad[3])
        quads.append(quad)
      }
    }

    /// The rows of a scan, by the places of its order.
    func rows(_ scan: QuadScan) -> [[TermID]] {
      let places = scan.order.places
      var rows = Set(quads).filter { quad in
        for (level, value) in scan.prefix.enumerated() where quad[places[level]] != value { return false }
        if let range = scan.range, !range.contains(quad[places[scan.prefix.count]]) { return false }
        switch scan.graphs {
        case .all: return true
        case .named: return quad[3].isBound
        case .some(let names): return names.contains(quad[3])
        }
      }
      if !scan.places.contains(.graph), scan.order != .gspo {
        rows = Set(rows.map { [$0[0], $0[1], $0[2], .none] })
      }
      return rows.map { quad in places.map { quad[$0] } }.sorted { $0.lexicographicallyPrecedes($1) }
        .map { row in (0..<4).filter { scan.places.contains(.place(places[$0])) }.map { row[$0] } }
    }

    func read(_ scan: QuadScan, limit: Int) -> [[TermID]] {
      let cursor = snapshot.cursor(scan)
      var columns = QuadColumns()
      while (try? cursor.next(into: &columns, limit: limit)) == true {}
      return rows(columns, scan)
    }

    func rows(_ columns: QuadColumns, _ scan: QuadScan) -> [[TermID]] {
      (0..<columns.count).map { row in
        scan.order.places.filter { scan.places.contains(.place($0)) }.map { columns[$0][row] }
      }
    }
  }

  @Test(arguments: QuadOrder.allCases) func scansLikeTheModel(_ order: QuadOrder) {
    let model = Model(seed: UInt64(order.rawValue), count: 300)
    var random = SeededRandom(seed: 9)
    var wrong: [QuadScan] = []
    let names = model.snapshot.graphNames()
    for round in 0..<120 {
      let quad = model.quads[Int(random.next() % 300)]
      let length = Int(random.next() % 4)
      var scan = QuadScan(order: order, prefix: order.places.prefix(length).map { quad[$0] })
      if round % 3 == 0 { scan.range = min(quad[2], quad[0])...max(quad[2], quad[0]) }
      scan.graphs = [.all, .named, .some([names[0]]), .some([.none, names[1]])][round % 4]
      if round % 2 == 0 { scan.places.insert(.graph) }
      if model.read(scan, limit: 1 + round % 9) != model.rows(scan) { wrong.append(scan) }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: QuadOrder.allCases) func looksUpLikeTheModel(_ order: QuadOrder) {
    let model = Model(seed: 40 + UInt64(order.rawValue), count: 300)
    let first = Set(model.quads.map { $0[order.places[0]] }).sorted() + [TermID(rawValue: 1 << 40)]
    for keys in [first, first.reversed()] {
      var scan = QuadScan(order: order)
      scan.places.insert(.graph)
      var columns = QuadColumns()
      model.snapshot.lookUp(scan, first: keys[...], second: [], into: &columns)
      let expected = keys.enumerated().map { index, key in
        var one = scan
        one.prefix = [key]
        return (index, model.rows(one))
      }
      #expect(columns.keys.map { Int($0) } == expected.flatMap { pair in pair.1.map { _ in pair.0 } })
      #expect(model.rows(columns, scan) == expected.flatMap(\.1))
    }
  }

  @Test func seeks() {
    let model = Model(seed: 3, count: 300)
    let predicate = model.quads[0][1]
    let scan = QuadScan(order: .pso, prefix: [predicate])
    let all = model.rows(scan)
    let wanted = all[all.count / 2][1]
    let cursor = model.snapshot.cursor(scan)
    var columns = QuadColumns()
    #expect((try? cursor.seek(wanted)) != nil)
    while (try? cursor.next(into: &columns, limit: 5)) == true {}
    #expect(columns.subjects == all.map { $0[1] }.filter { $0 >= wanted })
  }

  @Test func countsAndNames() throws {
    let model = Model(seed: 5, count: 300)
    let quads = Set(model.quads)
    #expect(model.snapshot.statistics.quads == quads.count)
    #expect(model.snapshot.graphNames() == Set(quads.map { $0[3] }).filter(\.isBound).sorted())
    let predicate = model.quads[0][1]
    let own = quads.filter { $0[1] == predicate }
    let found = model.snapshot.statistics(of: predicate)
    #expect(found?.triples == Set(own.map { [$0[0], $0[2]] }).count)
    #expect(found?.subjects == Set(own.map { $0[0] }).count)
    #expect(found?.objects == Set(own.map { $0[2] }).count)
    #expect(model.snapshot.statistics(of: TermID(rawValue: 1 << 40)) == nil)
    let terms: [Term] = [.iri("http://e/s1"), .integer(4), .iri("http://e/none")]
    let ids = model.snapshot.identifiers(of: terms)
    #expect(ids[2] == .none)
    #expect(model.snapshot.terms(of: ids) == [terms[0], terms[1], nil])
    let text = try model.snapshot.withText(of: ids[0]) { String(decoding: $1, as: UTF8.self) }
    #expect(text == "http://e/s1")
  }
}
