import PasserelleCore
import PasserelleMatching

/// The quality of suggested CPV codes over the questions of one language.
public struct CodeFigures: Sendable, Hashable {
  /// The figures at one level of the classification.
  public struct Level: Sendable, Hashable {
    /// The share of questions whose first suggestion is right.
    public let top1: Double
    /// The half-width of the 95 % interval of ``top1`` (normal approximation).
    public let top1HalfWidth: Double
    /// The share of questions with the right one among the first five.
    public let top5: Double
    /// The mean of the F1 of every class that occurs, each counting by its questions.
    public let weightedF1: Double
    /// The mean of the F1 of every class that occurs, each counting once.
    public let macroF1: Double
  }

  /// The number of questions.
  public let queries: Int
  /// At the level of divisions, two digits.
  public let division: Level
  /// At the level of groups, three digits.
  public let group: Level
  /// The expected calibration error of the probability of the first group.
  public let calibrationError: Double

  init(_ answers: [CodeAnswer]) {
    queries = answers.count
    division = Self.level(
      answers.map { ($0.right.division, $0.suggestions.divisions.prefix(5).map(\.division)) })
    group = Self.level(
      answers.map { (String($0.right.digits.prefix(3)), $0.suggestions.groups.prefix(5).map(\.group)) })
    let firsts = answers.compactMap { answer in
      answer.suggestions.groups.first.map {
        ($0.probability, $0.group == answer.right.digits.prefix(3))
      }
    }
    calibrationError =
      ExpectedCalibrationError(probabilities: firsts.map(\.0), outcomes: firsts.map(\.1)).value
  }

  private static func level(_ answers: [(right: String, suggested: [String])]) -> Level {
    let number = Double(max(1, answers.count))
    let top1 = Double(answers.count { $0.suggested.first == $0.right }) / number
    let top5 = Double(answers.count { $0.suggested.contains($0.right) }) / number
    var counts: [String: (right: Int, suggested: Int, both: Int)] = [:]
    for (right, suggested) in answers {
      counts[right, default: (0, 0, 0)].right += 1
      guard let first = suggested.first else { continue }
      counts[first, default: (0, 0, 0)].suggested += 1
      if first == right { counts[right, default: (0, 0, 0)].both += 1 }
    }
    let classes = counts.sorted { $0.key < $1.key }.map(\.value).filter { $0.right > 0 }
    func measure(_ one: (right: Int, suggested: Int, both: Int)) -> Double {
      2 * Double(one.both) / Double(one.right + one.suggested)
    }
    return Level(
      top1: top1, top1HalfWidth: 1.96 * (top1 * (1 - top1) / number).squareRoot(), top5: top5,
      weightedF1: classes.reduce(0) { $0 + measure($1) * Double($1.right) } / number,
      macroF1: classes.reduce(0) { $0 + measure($1) } / Double(max(1, classes.count)))
  }
}
