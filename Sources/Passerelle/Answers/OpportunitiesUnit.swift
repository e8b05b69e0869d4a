import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleSources

/// A call, or one lot of a call that is divided, as something that can be answered alone.
struct OpportunitiesUnit {
  let record: RecordVersion
  /// The call as it is stored.
  let call: RecordView
  /// What the unit states; of a lot, completed by what only its call says.
  let view: RecordView
  let lot: Opportunity.Lot?
  let deadline: PartialDate
  let deadlineKind: Opportunity.DeadlineKind
  let closes: Instant?
  let amount: Money?
  let isCeiling: Bool
  /// The main code first.
  let codes: [CPVCode]
  let departments: [String]
  let documents: [String]
  /// What offers are judged by and candidates admitted by.
  let criteria: [Criterion]

  /// A criterion of a lot.
  struct Criterion {
    /// Whether it asks for an ability that awards or a profile can attest; registers, insurance and turnover are
    /// proved otherwise.
    let asksAbility: Bool
    let text: String
  }

  /// The title, of the lot where there is one.
  var title: String { lot?.title ?? callTitle }
  /// The title of the call.
  var callTitle: String { call.texts(Vocabulary.title).first ?? record.key }
  /// The description.
  var description: String { view.texts(Vocabulary.description).joined(separator: "\n") }
}

/// Reads calls out of the store and divides them into units.
struct OpportunitiesUnitReader {
  private let loader: OpportunitiesStatements
  private let iris: IRISpace

  private typealias Statement = OpportunitiesStatements.Statement

  init(_ reader: GraphReader, _ iris: IRISpace) throws {
    loader = try OpportunitiesStatements(reader)
    self.iris = iris
  }

  /// The units of a call that are open on a day, in the order of the lots.
  func units(of record: RecordVersion, on day: PartialDate) throws -> [OpportunitiesUnit] {
    let (subject, statements) = try loader.statements(of: record)
    let converted = try loader.converted(record, statements)
    let call = RecordView(subject: subject, statements: statements, converted: converted)
    let lots = Self.ordered(call.iris(Vocabulary.hasLot), call)
    let units =
      lots.isEmpty
      ? [unit(record, call, statements, converted, lot: nil, isDivided: false)]
      : lots.map {
        unit(record, call, statements, converted, lot: $0, isDivided: lots.count > 1)
      }
    return units.compactMap { $0 }.filter { $0.deadline.lastDay >= day.firstDay }
  }

  private static func ordered(_ parts: [String], _ view: RecordView) -> [String] {
    parts.map { ($0, view.texts(of: $0, Vocabulary.order).first.flatMap { Int($0) } ?? .max) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  private func unit(
    _ record: RecordVersion, _ call: RecordView, _ statements: [Statement], _ converted: ConvertedAmounts,
    lot: String?, isDivided: Bool
  ) -> OpportunitiesUnit? {
    let view = lot.map { self.view(of: $0, call, statements, converted) } ?? call
    func date(_ relation: String, _ thing: RecordView) -> PartialDate? {
      thing.texts(relation).compactMap { PartialDate(iso: $0) }.max()
    }
    let offers = date(Vocabulary.deadline, view)
    let participation = date(Vocabulary.participationDeadline, view)
    guard let deadline = offers ?? participation ?? date(Vocabulary.deadline, call) else { return nil }
    let estimated =
      view.amount([Vocabulary.estimatedAmount])
      ?? (isDivided ? nil : call.amount([Vocabulary.estimatedAmount]))
    let ceiling = estimated == nil ? view.amount([Vocabulary.maximumAmount]) : nil
    let main = view.iris(Vocabulary.hasMainClassification)
    let codes = (main + view.iris(Vocabulary.hasAdditionalClassification)).compactMap { CPVCode(iri: $0) }
    return OpportunitiesUnit(
      record: record, call: call, view: view,
      lot: isDivided ? lot.map { name(of: $0, view) } : nil, deadline: deadline,
      deadlineKind: offers == nil && participation != nil ? .participation : .offers,
      closes: view.texts(Vocabulary.deadlineTime).first.flatMap { Instant(iso: $0) },
      amount: estimated ?? ceiling, isCeiling: ceiling != nil,
      codes: codes.enumerated().filter { codes.firstIndex(of: $1) == $0 }.map(\.element),
      departments: departments(view), documents: view.texts(Vocabulary.procurementDocuments),
      criteria: criteria(view))
  }

  private func name(of lot: String, _ view: RecordView) -> Opportunity.Lot {
    let identifier = view.texts(Vocabulary.identifier).first ?? lot
    return Opportunity.Lot(
      iri: lot, identifier: identifier, title: view.texts(Vocabulary.title).first ?? identifier)
  }

  /// What a lot may leave to its call: all the relations of a group where it states none of them.
  private static let inherited: [[String]] = [
    [Vocabulary.title], [Vocabulary.description], [Vocabulary.language], [Vocabulary.published],
    [Vocabulary.hasBuyer], [Vocabulary.hasMainClassification, Vocabulary.hasAdditionalClassification],
    [Vocabulary.placeOfPerformance, Vocabulary.postalCode, Vocabulary.placeName],
  ]

  /// A lot as a thing of its own: its statements, those of its call where it has none, and the call's title as a
  /// text beside its own.
  private func view(
    of lot: String, _ call: RecordView, _ statements: [Statement], _ converted: ConvertedAmounts
  ) -> RecordView {
    var kept = statements.filter { $0.subject != call.subject }
    let own = Set(statements.lazy.filter { $0.subject == lot }.map(\.predicate))
    for group in Self.inherited where own.isDisjoint(with: group) {
      for statement in statements
      where statement.subject == call.subject && group.contains(statement.predicate) {
        kept.append((lot, statement.predicate, statement.object))
      }
    }
    if own.contains(Vocabulary.title), let title = call.texts(Vocabulary.title).first {
      kept.append((call.subject, Vocabulary.text, .string(title)))
    }
    return RecordView(subject: lot, statements: kept, converted: converted)
  }

  private func departments(_ view: RecordView) -> [String] {
    var found: Set<String> = []
    for place in view.iris(Vocabulary.placeOfPerformance) {
      switch iris.identifierParts(of: place) {
      case (.departement, let code)?: found.insert(code)
      case (.insee, let code)?: PlaceCode.department(ofCommune: code).map { _ = found.insert($0) }
      default: continue
      }
    }
    for code in view.texts(Vocabulary.postalCode) {
      if let department = PlaceCode.department(ofPostal: code) { found.insert(department) }
    }
    return found.sorted()
  }

  private func criteria(_ view: RecordView) -> [OpportunitiesUnit.Criterion] {
    Self.ordered(view.iris(Vocabulary.hasCriterion), view).compactMap { one in
      let texts = view.texts(of: one, Vocabulary.title) + view.texts(of: one, Vocabulary.description)
      var distinct: [String] = []
      for text in texts where !distinct.contains(text) { distinct.append(text) }
      guard !distinct.isEmpty else { return nil }
      let code = view.texts(of: one, Vocabulary.criterionCode).first ?? ""
      return OpportunitiesUnit.Criterion(
        asksAbility: view.texts(of: one, Vocabulary.criterionKind).first == "sélection"
          && !code.hasPrefix("slc-suit") && !code.hasPrefix("slc-stand"),
        text: distinct.joined(separator: " : "))
    }
  }
}
