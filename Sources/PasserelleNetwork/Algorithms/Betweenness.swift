import Dispatch
import Foundation

/// How betweenness is computed.
public struct BetweennessOptions: Sendable, Hashable {
  /// From which vertices shortest paths are counted.
  public enum Method: Sendable, Hashable {
    /// From every vertex.
    case exact
    /// From a random sample of so many, scaled up to all; the seed makes it repeatable.
    case samples(Int, seed: UInt64)
    /// From these, not scaled.
    case sources([Int32])
  }

  /// From which vertices shortest paths are counted.
  public var method: Method
  /// How long edges are.
  public var lengths: EdgeLengths
  /// The chance with which any value of a sample may lie outside the error bound.
  public var risk: Double

  /// Sets the options.
  public init(_ method: Method = .exact, lengths: EdgeLengths = .hops, risk: Double = 0.05) {
    self.method = method
    self.lengths = lengths
    self.risk = risk
  }
}

/// How often vertices lie between others.
public struct BetweennessResult: Sendable, Hashable {
  /// For each vertex, the sum over pairs of other vertices of the part of their shortest paths that it lies on; each
  /// pair of an undirected graph counts once, and parallel edges make paths of their own.
  public let values: [Double]
  /// From how many vertices paths were counted.
  public let sourceCount: Int
  /// How far any value may be from the exact one, but for the chance stated; 0 where nothing was sampled.
  public let errorBound: Double
}

extension NetworkGraph {
  /// How often each vertex lies on the shortest paths between others.
  ///
  /// Brandes, J. Math. Sociol. 25, 163, 2001; sampled from sources as in Brandes & Pich, Int. J. Bifurcation Chaos 17,
  /// 2303, 2007. The error bound is Hoeffding's (JASA 58, 13, 1963, which holds for samples without replacement) for all
  /// vertices at once: with *n* vertices, the largest component of *c*, *k* sources and a risk *δ*,
  /// *n* (*c* − 2) √(ln(2*n*/*δ*) / 2*k*), half of it where the graph is undirected. Sources are dealt to four lanes whose
  /// sums are added in order, so that the result does not depend on the number of threads.
  ///
  /// - Complexity: O(sources · edges) by hops, times log vertices by length.
  public func betweenness(_ options: BetweennessOptions = .init()) -> BetweennessResult {
    let (sources, scaled, bound) = sources(of: options)
    for source in sources {
      precondition(source >= 0 && Int(source) < vertexCount, "The graph has every source.")
    }
    // Paths of an undirected graph are found from both ends.
    let half = isDirected ? 1 : 0.5
    let scale = scaled * half
    let lanes = 4
    let sums = Column<Double>(lanes * vertexCount, repeating: 0)
    let sumStart = Shared(sums.base)
    withRows { rows in
      let shared = SharedRows(rows: rows)
      let lengths = options.lengths == .hops ? nil : arcLengths(rows, options.lengths)
      DispatchQueue.concurrentPerform(iterations: lanes) { lane in
        let own = sources[(lane * sources.count / lanes)..<((lane + 1) * sources.count / lanes)]
        let values = sumStart.base + lane * vertexCount
        if let lengths {
          WeightedDependencies(rows: shared.rows, lengths: lengths, values: values).add(own)
        } else {
          Dependencies(rows: shared.rows, values: values).add(own)
        }
      }
    }
    let values = (0..<vertexCount).map { vertex in
      scale * (0..<lanes).reduce(0) { $0 + sums[$1 * vertexCount + vertex] }
    }
    return BetweennessResult(values: values, sourceCount: sources.count, errorBound: bound * half)
  }

  /// The sources, by what their sums are scaled, and the error bound of pairs that count both ways.
  private func sources(of options: BetweennessOptions) -> (sources: [Int32], scale: Double, bound: Double) {
    let all = 0..<Int32(vertexCount)
    switch options.method {
    case .exact: return (Array(all), 1, 0)
    case .sources(let sources): return (sources, 1, 0)
    case .samples(let wanted, _) where wanted >= vertexCount: return (Array(all), 1, 0)
    case .samples(let wanted, let seed):
      precondition(wanted > 0 && options.risk > 0 && options.risk < 1, "A sample has sources and a risk.")
      var random = DrawSequence(seed: seed)
      let sample = random.sample(wanted, of: vertexCount).sorted()
      let (count, largest) = (Double(vertexCount), Double(components().sizes.first ?? 0))
      let spread = (log(2 * count / options.risk) / (2 * Double(wanted))).squareRoot()
      return (sample, count / Double(wanted), count * max(0, largest - 2) * spread)
    }
  }
}

/// Counts shortest paths by hops from one source after another.
private struct Dependencies: ~Copyable {
  /// What is known of a vertex in one search; one load of memory gives both.
  private struct Record: BitwiseCopyable {
    /// The number of shortest paths from the source; on the way back, (1 + dependency) / paths.
    var paths: Double
    /// The hops from the source, −1 where it has not been reached.
    var depth: Int32
  }

  private let rows: ArcRows
  private let values: UnsafeMutablePointer<Double>
  private let records: Column<Record>
  private let order: Column<Int32>

  init(rows: ArcRows, values: UnsafeMutablePointer<Double>) {
    self.rows = rows
    self.values = values
    records = Column(rows.vertexCount, repeating: Record(paths: 0, depth: -1))
    order = Column(rows.vertexCount, repeating: 0)
  }

  func add(_ sources: ArraySlice<Int32>) {
    for source in sources { add(source) }
  }

  private func add(_ source: Int32) {
    let (records, order) = (self.records.base, self.order.base)
    records[Int(source)] = Record(paths: 1, depth: 0)
    order[0] = source
    var (place, end) = (0, 1)
    while place < end {
      let vertex = order[place]
      place += 1
      let from = records[Int(vertex)]
      let depth = from.depth + 1
      for arc in rows.arcs(of: vertex) {
        let target = Int(rows.targets[arc])
        let known = records[target].depth
        if known < 0 {
          records[target] = Record(paths: from.paths, depth: depth)
          order[end] = Int32(truncatingIfNeeded: target)
          end += 1
        } else if known == depth {
          records[target].paths += from.paths
        }
      }
    }
    let last = records[Int(order[end - 1])].depth
    while place > 0 {
      place -= 1
      let vertex = order[place]
      let record = records[Int(vertex)]
      var sum = 0.0
      if record.depth < last {
        for arc in rows.arcs(of: vertex) {
          let next = records[Int(rows.targets[arc])]
          if next.depth == record.depth + 1 { sum += next.paths }
        }
      }
      let dependency = record.paths * sum
      if place > 0 { values[Int(vertex)] += dependency }
      records[Int(vertex)].paths = (1 + dependency) / record.paths
    }
    for place in 0..<end { records[Int(order[place])].depth = -1 }
  }
}

/// Counts shortest paths by length from one source after another.
///
/// Lengths that differ by less than one part in 10¹² are equal, since sums of the same lengths in another order may be.
private struct WeightedDependencies: ~Copyable {
  private let rows: ArcRows
  private let lengths: [Double]
  private let values: UnsafeMutablePointer<Double>
  private let paths: Column<Double>
  private let distances: Column<Double>

  init(rows: ArcRows, lengths: [Double], values: UnsafeMutablePointer<Double>) {
    self.rows = rows
    self.lengths = lengths
    self.values = values
    paths = Column(rows.vertexCount, repeating: 0)
    distances = Column(rows.vertexCount, repeating: .infinity)
  }

  func add(_ sources: ArraySlice<Int32>) {
    for source in sources { add(source) }
  }

  private func add(_ source: Int32) {
    var queue = DistanceQueue()
    var settled: [Int32] = []
    let isSettled = Column<Bool>(rows.vertexCount, repeating: false)
    distances[source] = 0
    paths[source] = 1
    queue.insert(source, at: 0)
    while let (distance, vertex) = queue.popFirst() {
      guard !isSettled[vertex] else { continue }
      isSettled[vertex] = true
      settled.append(vertex)
      for arc in rows.arcs(of: vertex) {
        let target = rows.targets[arc]
        let further = distance + lengths[arc]
        guard further < .infinity, !isSettled[target] else { continue }
        let slack = distances[target] * 1e-12
        if further < distances[target] - slack || distances[target] == .infinity {
          distances[target] = further
          paths[target] = paths[vertex]
          queue.insert(target, at: further)
        } else if further <= distances[target] + slack {
          paths[target] += paths[vertex]
        }
      }
    }
    for vertex in settled.reversed() {
      var sum = 0.0
      for arc in rows.arcs(of: vertex) {
        let target = rows.targets[arc]
        let further = distances[vertex] + lengths[arc]
        guard further < .infinity, distances[target] > distances[vertex] else { continue }
        if abs(further - distances[target]) <= distances[target] * 1e-12 { sum += paths[target] }
      }
      let dependency = paths[vertex] * sum
      if vertex != source { values[Int(vertex)] += dependency }
      paths[vertex] = (1 + dependency) / paths[vertex]
    }
    for vertex in settled { distances[vertex] = .infinity }
  }
}
