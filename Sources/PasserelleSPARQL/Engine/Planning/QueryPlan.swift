/// A step of how a query is evaluated, with what was expected of it and what was measured.
public struct QueryPlan: Sendable, Hashable {
  /// The operator.
  public var operation: String
  /// What the operator works on.
  public var detail: String
  /// The variables that the rows ascend by, by identifier.
  public var sortedBy: [String]
  /// The number of rows expected.
  public var estimatedRows: Double
  /// The number of rows given; nil where the step was not run.
  public var actualRows: Int?
  /// The time taken, the steps below included; nil where the step was not run.
  public var time: Duration?
  /// The steps that this one reads.
  public var children: [QueryPlan]

  /// Makes a step.
  public init(
    operation: String, detail: String = "", sortedBy: [String] = [], estimatedRows: Double,
    actualRows: Int? = nil, time: Duration? = nil, children: [QueryPlan] = []
  ) {
    self.operation = operation
    self.detail = detail
    self.sortedBy = sortedBy
    self.estimatedRows = estimatedRows
    self.actualRows = actualRows
    self.time = time
    self.children = children
  }

  /// The plan as a tree for people: one operator a line, each below and to the right of what reads it.
  public var tree: String { lines(0).map { $0 + "\n" }.joined() }

  private func lines(_ depth: Int) -> [String] {
    var line = String(repeating: "  ", count: depth) + operation
    if !detail.isEmpty { line += " " + detail }
    if !sortedBy.isEmpty { line += " [" + sortedBy.map { "?" + $0 }.joined(separator: " ") + "]" }
    line += "  ~" + Self.text(estimatedRows)
    if let actualRows { line += "  =\(actualRows)" }
    if let time {
      let micros = time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000
      line += "  \(micros / 1000).\(String(micros % 1000 + 1000).dropFirst()) ms"
    }
    return [line] + children.flatMap { $0.lines(depth + 1) }
  }

  private static func text(_ number: Double) -> String {
    number.isFinite && number < 1e15 ? String(Int(number.rounded())) : "?"
  }
}
