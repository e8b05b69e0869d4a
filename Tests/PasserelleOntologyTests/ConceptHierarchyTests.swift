import PasserelleCore
import PasserelleOntology
import Testing

struct ConceptHierarchyTests {
  /// Two themes; `lamp` stands below both, `led` below `lamp`.
  static let small = ConceptHierarchy([
    ("energy", []), ("streets", []), ("grid", ["energy"]), ("lamp", ["energy", "streets"]), ("led", ["lamp"]),
    ("alone", ["nothing"]),
  ])

  @Test func tellsWhatStandsBelowAndAbove() {
    #expect(Self.small.descendants(of: "energy") == ["grid", "lamp", "led"])
    #expect(Self.small.ancestors(of: "led") == ["energy", "streets", "lamp"])
    #expect(Self.small.narrower("streets") == ["lamp"])
    #expect(Self.small.broader("alone").isEmpty)
    #expect(Self.small.level(of: "led") == 2)
    #expect(Self.small.level(of: "nobody") == nil)
    #expect(Self.small.descendants(of: "nobody").isEmpty)
  }

  @Test func rollsUpOnce() {
    #expect(Self.small.rolledUp(["led", "grid", "lamp"], toLevel: 0) == ["energy", "streets"])
    #expect(Self.small.rolledUp(["led", "energy"], toLevel: 1) == ["energy", "lamp"])
    #expect(Self.small.rolledUp([], toLevel: 0).isEmpty)
  }

  /// A project filed under a theme and two of its sub-themes is one project of the theme.
  @Test func countsEachThingOnce() {
    let counts = Self.small.counts(of: [["led", "grid", "energy"], ["lamp"], ["alone"], ["nobody"]])
    #expect(counts.map(\.notation) == ["energy", "streets", "grid", "lamp", "led", "alone"])
    #expect(counts.map(\.count) == [2, 2, 1, 2, 1, 1])
  }

  /// The figure of a theme stands for those of its sub-themes.
  @Test func addsNoFigureTwice() throws {
    let figures = try Dictionary(
      uniqueKeysWithValues: [("lamp", "12"), ("led", "5"), ("grid", "3")].map {
        ($0.0, try #require(DecimalNumber($0.1)))
      })
    #expect(Self.small.total(figures, under: "energy")?.description == "15")
    #expect(Self.small.total(figures, under: "led")?.description == "5")
    #expect(Self.small.total(figures, under: "alone") == nil)
  }

  @Test func breaksLoops() {
    let loop = ConceptHierarchy([("a", ["b"]), ("b", ["a"]), ("c", ["c"])])
    #expect(loop.ancestors(of: "a") == ["b"])
    #expect(loop.ancestors(of: "b").isEmpty)
    #expect(loop.level(of: "c") == 0)
  }

  /// Random hierarchies against the plain definition: a thing counts for every concept that it reaches.
  @Test(arguments: 1...20) func countsAsDefined(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let concepts = (0..<30).map { rank in
      ("\(rank)", rank == 0 ? [] : (0..<next(3)).map { _ in "\(next(rank))" })
    }
    let hierarchy = ConceptHierarchy(concepts.map { (notation: $0.0, broader: $0.1) })
    let things = (0..<40).map { _ in (0..<next(4)).map { _ in "\(next(30))" } }
    let counts = hierarchy.counts(of: things)
    for concept in hierarchy.notations {
      let within = Set([concept] + hierarchy.descendants(of: concept))
      let expected = things.filter { !within.isDisjoint(with: $0) }.count
      #expect(counts.first { $0.notation == concept }?.count ?? 0 == expected)
    }
  }

  private static let shared = Result { try Ontology.load(from: OntologyFolder.path) }

  @Test func filesTheSchemes() throws {
    let ontology = try Self.shared.get()
    let countries = try #require(ontology.hierarchy(of: "countries"))
    #expect(
      countries.ancestors(of: "countries:SN") == [
        "world-regions:africa-indian-ocean", "world-regions:west-africa",
      ])
    #expect(countries.rolledUp(["countries:FR", "countries:DE"], toLevel: 0) == ["world-regions:europe"])
    let themes = try #require(ontology.hierarchy(of: "themes"))
    #expect(themes.descendants(of: "theme:lighting").contains("use-cases:smart-lighting"))
    let services = try #require(ontology.hierarchy(of: "services"))
    #expect(services.broader("services:mobility-parking") == ["stakes:mobility"])
    let layers = try #require(ontology.hierarchy(of: "layers"))
    #expect(layers.broader("layers:hosting") == ["zones:data"])
    #expect(ontology.hierarchy(of: "nothing") == nil)
    let codes = ConceptScheme(ontology: ontology)
    #expect(codes.descendants(of: "cpv:45").contains("cpv:453"))
    #expect(codes.descendants(of: "theme:energy").contains("cpv:31"))
  }

  /// The twenty sub-themes of the atlas, with the figures that the report of 2018 publishes.
  @Test func addsTheAtlas() throws {
    let hierarchy = try #require(Self.shared.get().hierarchy(of: "cncd"))
    let published = [
      ("culture", 7647), ("education-employment", 1022), ("attractiveness", 702), ("governance", 654),
      ("water-waste", 608), ("spatial-planning", 413), ("health", 337), ("agriculture", 325),
      ("research", 235), ("emergency", 213), ("environment", 186), ("heritage", 134), ("ict", 132),
      ("sport", 100), ("cross-border", 84), ("youth-gender", 72), ("francophonie", 41), ("energy", 29),
      ("social-inclusion", 12), ("circular-economy", 5),
    ]
    let figures = Dictionary(
      uniqueKeysWithValues: published.map { ("cncd:" + $0.0, DecimalNumber($0.1)) })
    let tops = hierarchy.notations.filter { hierarchy.level(of: $0) == 0 }
    let sums = tops.compactMap { hierarchy.total(figures, under: $0)?.description }.compactMap(Int.init)
    #expect(sums.reduce(0, +) == 12951)
    #expect(hierarchy.total(figures, under: "cncd:sustainable-economy")?.description == "1164")
    let published2 = figures.merging(["cncd:sustainable-economy": DecimalNumber(1606)]) { $1 }
    #expect(hierarchy.total(published2, under: "cncd:sustainable-economy")?.description == "1606")
  }
}
