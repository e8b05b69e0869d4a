import PasserelleCore
import PasserelleSPARQL
import PasserelleSources

/// Asks the questions of the Publications Office of our statements of its notices.
struct EPOEvaluation {
  /// Official answers of one suite, and ours.
  struct Counts {
    var notices = 0
    var questions = 0
    /// Answers yes.
    var positive = 0
    /// Of them, those that we give too.
    var reproduced = 0
    /// Answers no.
    var negative = 0
    /// Of them, those to which we say yes.
    var contradicted = 0
    /// Of the contradicted, those where the notice holds what is asked for.
    var held = 0
    /// Of the contradicted others, those to which the product's own statements alone say yes.
    var own = 0
  }

  /// A question to which we answer otherwise.
  struct Difference {
    let suite: String
    let title: String
    let pattern: String
    /// Why a yes is missed; nil for a no that we contradict.
    let cause: EPOCause?
    /// What the suite says of a no: `unverifiable`, `valid`, `invalid`.
    let result: String
    /// Whether the notice holds the element in question.
    let isHeld: Bool
    /// Whether the product's own statements alone say yes.
    var isOwn = false
    var count = 0
    /// The first of the notices.
    let example: String
  }

  let vocabulary: ConversionVocabulary
  private(set) var suites: [(name: String, counts: Counts)] = []
  private(set) var differences: [Difference] = []
  private var places: [String: Int] = [:]

  /// Asks everything.
  ///
  /// - Throws: ``PasserelleError``.
  init(_ path: String, vocabulary: ConversionVocabulary, progress: (Int, Int) -> Void = { _, _ in }) throws {
    self.vocabulary = vocabulary
    let all = try EPOSuite.read(path)
    let total = all.reduce(0) { $0 + $1.notices.count }
    var done = 0
    for suite in all {
      var counts = Counts(notices: suite.notices.count, questions: suite.questions.count)
      var rest = suite.verdicts[...]
      while let first = rest.first {
        let verdicts = rest.prefix { $0.notice == first.notice }
        rest = rest.dropFirst(verdicts.count)
        guard let bytes = suite.notices[first.notice] else { continue }
        try judge(verdicts, bytes, suite, &counts)
        done += 1
        progress(done, total)
      }
      suites.append((suite.name, counts))
    }
  }

  /// All suites together.
  var total: Counts {
    suites.reduce(into: Counts()) { sum, one in
      sum.notices += one.counts.notices
      sum.questions += one.counts.questions
      sum.positive += one.counts.positive
      sum.reproduced += one.counts.reproduced
      sum.negative += one.counts.negative
      sum.contradicted += one.counts.contradicted
      sum.held += one.counts.held
      sum.own += one.counts.own
    }
  }

  private mutating func judge(
    _ verdicts: ArraySlice<EPOSuite.Verdict>, _ bytes: [UInt8], _ suite: EPOSuite, _ counts: inout Counts
  ) throws {
    let file = verdicts.first?.notice ?? ""
    let data = try Self.statements(of: bytes, file: file, vocabulary)
    let snapshot = MemorySnapshot(data ?? MemoryDataset())
    let probe = NoticeProbe(bytes, file: file)
    for verdict in verdicts {
      guard let question = suite.questions[verdict.question] else { continue }
      let answer = try Self.isYes(question, over: snapshot)
      if verdict.answer {
        counts.positive += 1
        if answer { counts.reproduced += 1 }
      } else {
        counts.negative += 1
        if answer { counts.contradicted += 1 }
      }
      guard answer != verdict.answer else { continue }
      let isHeld = probe?.holds(question.path) ?? false
      var isOwn = false
      if answer && isHeld {
        counts.held += 1
      } else if answer, vocabulary == .all {
        let epo = MemorySnapshot(try Self.statements(of: bytes, file: file, .epo) ?? MemoryDataset())
        isOwn = try !Self.isYes(question, over: epo)
        if isOwn { counts.own += 1 }
      }
      let cause = data == nil ? EPOCause.refused : EPOCause(title: question.title, isHeld: isHeld)
      note(
        Difference(
          suite: suite.name, title: question.title, pattern: question.pattern,
          cause: verdict.answer ? cause : nil, result: verdict.result, isHeld: isHeld, isOwn: isOwn,
          example: verdict.notice))
    }
  }

  private static func isYes(_ question: EPOSuite.Question, over data: MemorySnapshot) throws -> Bool {
    let context = EvaluationContext(now: Instant(milliseconds: 0))
    guard case .boolean(let answer) = try question.query.evaluate(over: data, context) else { return false }
    return answer
  }

  private mutating func note(_ one: Difference) {
    let parts = [
      one.suite, one.title, one.pattern, one.cause?.rawValue ?? "", one.result, String(one.isHeld),
      String(one.isOwn),
    ]
    let key = parts.joined(separator: "\u{0}")
    if let place = places[key] {
      differences[place].count += 1
    } else {
      places[key] = differences.count
      var first = one
      first.count = 1
      differences.append(first)
    }
  }

  /// The statements of a notice, exactly those that `convert` writes.
  ///
  /// - Returns: Nil for a notice that is refused.
  static func statements(
    of bytes: [UInt8], file: String, _ vocabulary: ConversionVocabulary
  ) throws -> MemoryDataset? {
    let iris = IRISpace()
    var gathered = ConversionStates()
    var input: any ByteSource = MemoryByteSource(bytes)
    let options = SourceOptions(noticeStatements: vocabulary.statements)
    guard let format = SourceFormats.named("eforms", options: options) else { return nil }
    try format.read(&input, file: file) { item in
      if case .record(let record) = item { _ = gathered.add(record, iris) { _ in } }
      return true
    }
    let records = gathered.records
    guard !records.isEmpty else { return nil }
    var data = MemoryDataset()
    for one in records.flatMap(\.statements) {
      data.insert(RDFTriple(one.subject, one.predicate, one.object), in: nil)
    }
    return data
  }
}
