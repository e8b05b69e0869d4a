import PasserelleCore
import PasserelleNetwork

/// Lays published values and counts of records side by side.
struct StatsBuilder {
  let network: CooperationNetwork
  let figures: [StatsFigure]
  let labels: StatsLabels
  let codes: CooperationCodes
  let request: StatsRequest
  let participants: StatsParticipants
  var language: MessageLanguage { labels.language }

  /// What the rows, columns and the rest of an answer are made of.
  struct Parts {
    var table: String?
    var title: String
    var rowLabel: LocalizedText
    var columns: [StatsAnswer.Heading] = []
    var columnLabel: LocalizedText?
    var columnCounts: [Int] = []
    var rows: [StatsAnswer.Row] = []
    var held: Int?
    var further: [StatsFigure] = []
    var addition: StatsAnswer.Addition?
    var limits: [StatsScope.Limit] = []
    var undated = 0
    var overlaps = 0
    var narrower = 0
    var remarks: [LocalizedText] = []
  }

  /// The answer to the request.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid` for names that are not known.
  func parts() throws -> Parts {
    guard let name = request.table else { return try pivot(try StatsScope(request, labels)) }
    let preset = try StatsPreset.named(name)
    var parts: Parts
    switch preset.rows {
    case .dimension(let dimension, let themes):
      var scope = try StatsScope(request, labels)
      if let themes {
        scope.limit(themes: themes, labels)
        scope.limits.insert(
          StatsScope.Limit(
            name: language.say("thème", "theme"), value: themes.sorted().joined(separator: ","),
            label: labels.themeNames(themes)), at: 0)
      }
      parts = try pivot(scope, rows: dimension, columns: nil)
      if dimension != .country || themes != nil { parts.narrower = 0 }
    case .lines(let lines): parts = named(lines)
    case .dates(let subject): parts = dated(subject)
    case .countries(let subject): parts = registered(subject)
    }
    parts.table = preset.id
    parts.title = preset.title[language]
    parts.rowLabel = preset.rowLabel
    parts.remarks = preset.remarks + parts.remarks
    let shown = Set(parts.rows.flatMap { $0.count.published.map(\.claim) })
    let named = preset.further.compactMap { figure($0) }.filter { !shown.contains($0.claim) }
    parts.further = named + parts.further.filter { other in !named.contains { $0.claim == other.claim } }
    parts.addition = addition(preset.addition, parts.rows)
    return parts
  }

  // MARK: Rows of a dimension

  private func pivot(_ scope: StatsScope) throws -> Parts {
    try pivot(
      scope, rows: StatsRequest.dimension(request.rows),
      columns: request.columns.map { try StatsRequest.dimension($0) })
  }

  private func pivot(
    _ scope: StatsScope, rows: CooperationDimension, columns: CooperationDimension?
  ) throws -> Parts {
    let all = network.cooperations(includesDemonstration: request.includesDemonstration)
    let kept = scope.filter.apply(to: all, in: network, codes: codes)
    let pivot = network.pivot(kept.items, rows: rows, columns: columns, codes: codes)
    let matcher = StatsMatcher(scope: scope, rows: rows, columns: columns, labels: labels, codes: codes)
    var published: [String: [String: [StatsFigure]]] = [:]
    var (further, narrower): ([StatsFigure], Int) = ([], 0)
    for figure in figures where StatsPreset.isOfCooperation(figure) {
      switch matcher.place(of: figure) {
      case .row(let row, let column): published[row, default: [:]][column ?? "", default: []].append(figure)
      case .whole: further.append(figure)
      case .narrower: narrower += 1
      case .elsewhere: break
      }
    }
    var keys = labels.standing(rows).filter { matcher.isInScope($0) }
    for key in pivot.rows.map(\.key) + published.keys.sorted() where !keys.contains(key) { keys.append(key) }
    let headings = (pivot.columns + published.values.flatMap(\.keys).filter { !$0.isEmpty }.sorted()).uniqued
    var answer = Parts(title: title(rows, columns), rowLabel: StatsLabels.label(rows).capitalised)
    answer.columnLabel = columns.map { StatsLabels.label($0).capitalised }
    answer.columns = headings.map { key in
      StatsAnswer.Heading(key: key, label: columns.map { labels.label(key, $0) } ?? key)
    }
    answer.columnCounts = headings.map { key in
      pivot.columns.firstIndex(of: key).map { pivot.columnCounts[$0] } ?? 0
    }
    answer.rows = keys.map { key in
      let row = pivot.rows.first { $0.key == key }
      return StatsAnswer.Row(
        heading: StatsAnswer.Heading(key: key, label: labels.label(key, rows)),
        count: StatsAnswer.Count(published: published[key]?[""] ?? [], held: row?.count ?? 0),
        cells: headings.map { column in
          StatsAnswer.Count(
            published: published[key]?[column] ?? [],
            held: pivot.columns.firstIndex(of: column).flatMap { row?.cells[$0] } ?? 0)
        })
    }.sorted(by: rows == .year ? Self.byKey : Self.bySize)
    answer.held = pivot.count
    answer.further = further
    (answer.limits, answer.undated) = (scope.limits, kept.undated)
    (answer.overlaps, answer.narrower) = (pivot.overlaps, narrower)
    return answer
  }

  private func title(_ rows: CooperationDimension, _ columns: CooperationDimension?) -> String {
    let first = StatsLabels.label(rows)[language]
    let second = columns.map { StatsLabels.label($0)[language] }
    return language.say("Coopérations par ", "Cooperations by ") + first
      + (second.map { language.say(" et ", " and ") + $0 } ?? "")
  }

  /// By published value, then by records held, then by name; what is not stated comes last, ranks come in their order.
  private static func bySize(_ left: StatsAnswer.Row, _ right: StatsAnswer.Row) -> Bool {
    if left.heading.key.isEmpty != right.heading.key.isEmpty { return right.heading.key.isEmpty }
    let (first, second) = (left.count.published.first, right.count.published.first)
    if (first == nil) != (second == nil) { return second == nil }
    if let first, let second, first.value != second.value {
      return first.kind == .rank ? first.value < second.value : second.value < first.value
    }
    if left.count.held != right.count.held { return (left.count.held ?? 0) > (right.count.held ?? 0) }
    return (left.heading.label, left.heading.key) < (right.heading.label, right.heading.key)
  }

  private static func byKey(_ left: StatsAnswer.Row, _ right: StatsAnswer.Row) -> Bool {
    if left.heading.key.isEmpty != right.heading.key.isEmpty { return right.heading.key.isEmpty }
    return left.heading.key < right.heading.key
  }

  // MARK: Rows of a table's own

  private func named(_ lines: [StatsPreset.Line]) -> Parts {
    var parts = Parts(title: "", rowLabel: LocalizedText(verbatim: ""))
    parts.rows = lines.map { line in
      StatsAnswer.Row(
        heading: StatsAnswer.Heading(key: line.key, label: line.label[language]),
        count: StatsAnswer.Count(
          published: line.claims.compactMap { figure($0) }, held: participants.count(line.held)), cells: [])
    }
    return parts
  }

  private func dated(_ subject: String) -> Parts {
    var parts = Parts(title: "", rowLabel: LocalizedText(verbatim: ""))
    let found = figures.filter { $0.subjectName == subject }
    let rows = found.filter { $0.place == nil }.sorted { left, right in
      (left.date?.description ?? "9", left.claim) < (right.date?.description ?? "9", right.claim)
    }
    parts.rows = rows.map { figure in
      let date = figure.date?.description ?? ""
      return StatsAnswer.Row(
        heading: StatsAnswer.Heading(
          key: date, label: date.isEmpty ? language.say("sans date", "no date") : date),
        count: StatsAnswer.Count(published: [figure], held: nil), cells: [])
    }
    parts.further = found.filter { $0.place != nil }
    return parts
  }

  private func registered(_ subject: String) -> Parts {
    var parts = Parts(title: "", rowLabel: LocalizedText(verbatim: ""))
    let found = figures.filter { $0.subjectName == subject && $0.kind == .count }
    let counts = participants.countries(ofParticipantsIn: subject)
    let keys = (found.compactMap(\.place) + counts.keys.sorted()).uniqued
    parts.rows = keys.map { key in
      StatsAnswer.Row(
        heading: StatsAnswer.Heading(key: key, label: labels.label(key, .country)),
        count: StatsAnswer.Count(published: found.filter { $0.place == key }, held: counts[key] ?? 0),
        cells: [])
    }.sorted(by: Self.bySize)
    return parts
  }

  // MARK: Sums

  private func figure(_ claim: String) -> StatsFigure? { figures.first { $0.claimName == claim } }

  private func addition(
    _ preset: StatsPreset.Addition?, _ rows: [StatsAnswer.Row]
  ) -> StatsAnswer.Addition? {
    guard let preset, let total = figure(preset.total) else { return nil }
    let parts = rows.filter { preset.keys?.contains($0.heading.key) ?? true }
      .compactMap { $0.count.published.first?.exactCount }
    guard !parts.isEmpty else { return nil }
    return StatsAnswer.Addition(
      sum: parts.reduce(0, +), rows: parts.count, total: total, remark: preset.remark)
  }
}

extension StatsFigure {
  /// The short name of what is counted, as the facts have it.
  var subjectName: String { String(subject.split(separator: "/").last ?? "") }
}

extension LocalizedText {
  /// The text with a capital letter, as a heading.
  var capitalised: LocalizedText {
    LocalizedText(
      fr: french.prefix(1).uppercased() + french.dropFirst(),
      en: english.prefix(1).uppercased() + english.dropFirst())
  }
}

extension [String] {
  /// Each text once, in the order of the first ones.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
