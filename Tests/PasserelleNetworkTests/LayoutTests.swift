import PasserelleNetwork
import Testing

struct LayoutTests {
  /// Three rings of 20, a few pairs and lone vertices.
  private static let graph: NetworkGraph = {
    var (sources, targets): ([Int32], [Int32]) = ([], [])
    for ring in 0..<3 {
      for place in 0..<20 {
        sources.append(Int32(ring * 20 + place))
        targets.append(Int32(ring * 20 + (place + 1) % 20))
        sources.append(Int32(ring * 20 + place))
        targets.append(Int32(ring * 20 + (place + 2) % 20))
      }
    }
    for pair in 0..<5 {
      sources.append(Int32(60 + 2 * pair))
      targets.append(Int32(61 + 2 * pair))
    }
    sources += [0, 20]
    targets += [20, 40]
    return NetworkGraph(vertexCount: 80, sources: sources, targets: targets, isDirected: false)
  }()
  private static let options: LayoutOptions = {
    var options = LayoutOptions()
    options.iterations = 60
    return options
  }()
  private static let points = graph.layout(options)

  private static func distance(_ left: Int, _ right: Int, _ points: [LayoutPoint]) -> Double {
    let (x, y) = (points[left].x - points[right].x, points[left].y - points[right].y)
    return (x * x + y * y).squareRoot()
  }

  @Test func theSameGraphGivesTheSamePoints() {
    #expect(Self.graph.layout(Self.options) == Self.points)
    var options = Self.options
    options.seed = 2
    #expect(Self.graph.layout(options) != Self.points)
  }

  @Test func pointsAreApartInsideAndRounded() {
    #expect(Set(Self.points).count == 80)
    for point in Self.points {
      #expect((0...1).contains(point.x) && (0...1).contains(point.y))
      #expect((point.x * 1e4).rounded() / 1e4 == point.x)
    }
  }

  @Test func tiedVerticesStandCloserThanOthers() {
    let graph = Self.graph
    var tied = 0.0
    for edge in 0..<graph.edgeCount {
      tied += Self.distance(Int(graph.edgeSources[edge]), Int(graph.edgeTargets[edge]), Self.points)
    }
    tied /= Double(graph.edgeCount)
    var (all, pairs) = (0.0, 0.0)
    for left in 0..<60 {
      for right in left + 1..<60 {
        all += Self.distance(left, right, Self.points)
        pairs += 1
      }
    }
    #expect(tied < 0.5 * all / pairs)
  }

  @Test func circlesDoNotTouchWhereThereIsRoom() {
    var options = Self.options
    let radii = (0..<80).map { 0.005 + 0.01 * Double($0 % 3) }
    options.radii = radii
    let points = Self.graph.layout(options)
    for left in 0..<80 {
      for right in left + 1..<80 {
        #expect(Self.distance(left, right, points) >= radii[left] + radii[right])
      }
    }
  }

  @Test(arguments: [0, 1, 2, 3])
  func smallGraphsHavePlacesToo(_ count: Int) {
    let graph = NetworkGraph(vertexCount: count, sources: [], targets: [], isDirected: false)
    #expect(Set(graph.layout()).count == count)
  }
}
