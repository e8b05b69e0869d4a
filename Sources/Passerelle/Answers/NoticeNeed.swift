import PasserelleCore
import PasserelleMatching
import PasserelleSources
import PasserelleText

/// Makes of a notice what matching asks with: the outline of a specification, and the need.
///
/// What the notice states in fields is taken from them; its descriptions are cut into clauses as any text is.
struct NoticeNeed {
  let notice: NoticeOutline
  private let analyzer = SpecificationAnalyzer()

  init(_ notice: NoticeOutline) { self.notice = notice }

  /// The language of the texts chosen.
  var language: TextLanguage { TextLanguage(rawValue: notice.language) ?? .neutral }

  /// The notice as an outline; a contract of one lot counts as not divided.
  func outline() -> SpecificationOutline {
    var outline = SpecificationOutline(title: title, language: language)
    outline.codes = codes
    outline.places = places
    outline.buyerName = notice.buyers.lazy.compactMap { $0.name?.text }.first
    outline.buyerNumber = buyerNumber
    outline.amount = notice.amount ?? (notice.lots.count == 1 ? notice.lots[0].amount : nil)
    outline.durationMonths = notice.lots.compactMap(\.durationMonths).max()
    outline.published = notice.published
    outline.deadline = notice.deadline
    if notice.lots.count > 1 { outline.lots = notice.lots.map(lot) }
    outline.clauses = clauses()
    return outline
  }

  /// The need that the notice states.
  ///
  /// - Parameter iris: The IRI space of the workspace.
  /// - Returns: Title, descriptions, codes, first place and first buyer.
  func need(in iris: IRISpace) -> Need {
    var texts: [String] = []
    for text in [notice.description] + notice.lots.flatMap({ [$0.title, $0.description] }) {
      if let text = text?.text, text != title, !texts.contains(text) { texts.append(text) }
    }
    let siret = buyerNumber.flatMap { CompanyNumber.flaw(inSiret: $0) == nil ? $0 : nil }
    var need = Need(
      title: title, text: texts.joined(separator: "\n"), codes: codes, place: places.first,
      buyer: siret.map { iris.identifier(.siret, $0) } ?? buyerNumber.map { iris.identifier(.siren, $0) },
      language: language)
    need.buyerName = notice.buyers.lazy.compactMap { $0.name?.text }.first ?? ""
    return need
  }

  private var title: String { notice.title?.text ?? notice.description?.text ?? "" }

  /// The codes of the whole, then those of the lots, each once.
  private var codes: [CPVCode] {
    var codes = notice.codes
    for code in notice.lots.flatMap(\.codes) where !codes.contains(code) { codes.append(code) }
    return codes
  }

  /// Departments in France, NUTS territories elsewhere.
  private var places: [MatchPlace] {
    var places: [MatchPlace] = []
    for place in notice.places {
      guard let code = place.department ?? place.nuts else { continue }
      let found = MatchPlace(coarse: code)
      if !places.contains(found) { places.append(found) }
    }
    return places
  }

  /// The first valid SIRET or SIREN.
  private var buyerNumber: String? {
    notice.buyers.lazy.compactMap { $0.number.map(CompanyNumber.compact) }
      .first { CompanyNumber.flaw(inSiret: $0) == nil || CompanyNumber.flaw(inSiren: $0) == nil }
  }

  private func lot(_ lot: NoticeLot) -> SpecificationLot {
    SpecificationLot(
      number: number(of: lot), title: lot.title?.text ?? "", text: lot.description?.text ?? "",
      codes: lot.codes, amount: lot.amount)
  }

  /// `1` of `LOT-0001`; the identifier as it is where it has no number of its own.
  private func number(of lot: NoticeLot) -> String {
    let digits = lot.identifier.split(separator: "-").last.map { $0.drop { $0 == "0" } } ?? ""
    return digits.isEmpty || !digits.allSatisfy(\.isNumber) ? lot.identifier : String(digits)
  }

  // Clauses

  private func clauses() -> [SpecificationClause] {
    let isDivided = notice.lots.count > 1
    var clauses = self.clauses(of: notice.description, lot: nil)
    for lot in notice.lots {
      let number = isDivided ? number(of: lot) : nil
      if lot.description?.text != notice.description?.text {
        clauses += self.clauses(of: lot.description, lot: number)
      }
      clauses += lot.criteria.compactMap { clause(of: $0, lot: number) }
    }
    for index in clauses.indices { clauses[index].id = "C\(index + 1)" }
    return clauses
  }

  private func clauses(of text: NoticeText?, lot: String?) -> [SpecificationClause] {
    guard let text else { return [] }
    let known = TextLanguage(rawValue: text.language)
    return analyzer.outline(of: text.text, language: known).clauses.map { clause in
      var clause = clause
      clause.line = text.line
      if let lot { clause.lot = lot }
      return clause
    }
  }

  private func clause(of criterion: NoticeCriterion, lot: String?) -> SpecificationClause? {
    let name = criterion.name?.text ?? ""
    let description = criterion.description?.text ?? ""
    let words =
      description.isEmpty || description == name
      ? name : name.isEmpty ? description : "\(name): \(description)"
    guard !words.isEmpty else { return nil }
    return SpecificationClause(
      id: "", kind: criterion.kind == .award ? .awardCriterion : .selectionCriterion, obligation: .mandatory,
      text: words, lot: lot, weightPercent: criterion.percent,
      line: (criterion.name ?? criterion.description)?.line ?? 1)
  }
}
