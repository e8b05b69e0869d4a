import PasserelleCore

/// Names, numbers and sizes in the files of read permutations.
enum PermutationFormat {
  /// The kind of a file of one order.
  static let orderKind = "PERM"
  /// The kind of the file of a run's tables.
  static let tableKind = "PTAB"
  /// The version of both formats.
  static let version: UInt32 = 1
  /// The rows of a block, but for the last of an order.
  static let blockRows = 1024
  /// The rows of a part of a column.
  static let partRows = 128
  /// The length of the head of a block, in bytes.
  static let blockHead = 16
  /// The longest block, in bytes.
  static let longestBlock = blockHead + 4 * (9 + 8 * (5 + 16 * 32))
  /// Dictionary numbers from here on are kept in the table of wide identifiers, as inline values are.
  static let narrowLimit: Int64 = 1 << 31

  /// Sections of a file of one order.
  enum OrderSection {
    static let counts: UInt32 = 1
    static let offsets: UInt32 = 2
    static let checksums: UInt32 = 3
    static let blocks: UInt32 = 4
    /// The first of four: the first key of each block, by place of the order.
    static let keys: UInt32 = 16
  }

  /// Sections of the file of a run's tables.
  enum TableSection {
    static let counts: UInt32 = 1
    static let wide: UInt32 = 2
    static let predicates: UInt32 = 3
    static let predicateCounts: UInt32 = 4
    static let versions: UInt32 = 5
  }

  /// The name of the file of an order of a run.
  static func name(_ run: String, _ order: QuadOrder) -> String { "\(run)-\(order.name).seg" }

  /// The name of the file of a run's tables.
  static func tableName(_ run: String) -> String { run + "-tables.seg" }

  /// The name of a run: the generation that it came with, and its rank in it.
  static func runName(generation: Int, rank: Int) -> String { "\(generation)-\(rank)" }

  /// The run that a file belongs to; nil for a file that is none of a run.
  static func run(ofFile name: String) -> String? {
    guard name.hasSuffix(".seg") else { return nil }
    let parts = name.dropLast(4).split(separator: "-", omittingEmptySubsequences: false)
    let endings = QuadOrder.allCases.map(\.name) + ["tables"]
    guard parts.count == 3, endings.contains(String(parts[2])),
      parts.prefix(2).allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
    else { return nil }
    return "\(parts[0])-\(parts[1])"
  }
}

extension QuadOrder {
  /// The order in the names of files.
  var name: String {
    switch self {
    case .spo: "spo"
    case .sop: "sop"
    case .pso: "pso"
    case .pos: "pos"
    case .osp: "osp"
    case .ops: "ops"
    case .gspo: "gspo"
    }
  }

  /// Which place of a quad stands at each place of the order: 0 the subject, 1 the predicate, 2 the object, 3 the graph.
  var places: SIMD4<Int> {
    switch self {
    case .spo: SIMD4(0, 1, 2, 3)
    case .sop: SIMD4(0, 2, 1, 3)
    case .pso: SIMD4(1, 0, 2, 3)
    case .pos: SIMD4(1, 2, 0, 3)
    case .osp: SIMD4(2, 0, 1, 3)
    case .ops: SIMD4(2, 1, 0, 3)
    case .gspo: SIMD4(3, 0, 1, 2)
    }
  }

  /// Where each place of a quad stands in the order.
  var ranks: SIMD4<Int> {
    var ranks = SIMD4<Int>.zero
    for rank in 0..<4 { ranks[places[rank]] = rank }
    return ranks
  }
}
