internal import PasserelleCore
internal import PasserelleXML

/// States a notice in the eProcurement Ontology (ePO 4) of the Publications Office.
///
/// Tables say which element is told by which relation; this walks them over the notice. What the policy on persons
/// leaves out of the product's own statements is left out of these too: natural persons, and of contacts what does not
/// belong to an office.
struct EPOMapper {
  /// The version of the mapping, which is added to that of the notice's record.
  static let version = 1000

  let notice: EFormsNotice
  let location: SourceLocation
  let iris: IRISpace
  /// The IRI of the call, under which everything of the notice is named.
  let call: String
  let noticeLanguage: String
  var statements = StatementBuffer()
  var diagnostics: [Diagnostic] = []
  /// What was told of, each once.
  var told: Set<String> = []
  /// The IRI of each lot and group of lots, by its identifier; of several of one identifier that of the first.
  var lots: [String: String] = [:]
  /// The IRIs of the lots in their order.
  var lotIRIs: [String] = []
  /// The IRIs of the groups of lots in their order.
  var groupIRIs: [String] = []
  /// The IRI of each buyer, by the IRI of its organisation in the notice.
  var buyers: [String: String] = [:]
  /// The IRI of each contract, by its identifier.
  var contracts: [String: String] = [:]
  /// Elements whose flaws the product's own mapping tells of.
  let toldElsewhere: Set<String>

  /// Makes a mapper; of the elements named as told elsewhere, flaws need not be told of.
  init(
    _ notice: EFormsNotice, key: String, location: SourceLocation, iris: IRISpace,
    toldElsewhere: Set<String> = []
  ) {
    self.notice = notice
    self.location = location
    self.iris = iris
    self.toldElsewhere = toldElsewhere
    call = iris.identifier(.local, EFormsReader.source + ":" + key)
    noticeLanguage = notice.language.map(LanguageTag.tag) ?? LanguageTag.undetermined
  }

  var noticeIRI: String { call + "/notice" }
  var procedureIRI: String { call + "/procedure" }

  /// States everything.
  mutating func run() {
    nameThings()
    stateNotice()
    stateProcedure()
    stateOrganisations()
    stateBuyers()
    stateLots()
    stateRoles()
    stateChanges()
    stateResult()
  }

  private mutating func stateNotice() {
    mention(noticeIRI)
    for type in noticeTypes { state(noticeIRI, Vocabulary.type, .iri(type)) }
    apply(EPONoticeRules.notice, to: noticeIRI, at: notice.root)
    let tells = notice.announcement == .competition
    if notice.process != nil || notice.project != nil || notice.procedureIdentifier != nil {
      state(noticeIRI, "epo:refersToProcedure", procedureIRI)
      if tells { state(noticeIRI, "epo:announcesProcedure", procedureIRI) }
    }
    for reference in notice.process?.all(path: ["NoticeDocumentReference", "ID"]) ?? [] {
      _ = statePreviousNotice(reference, type: "epo:Notice")
    }
  }

  /// The classes of the notice: of its form, and of its subtype.
  private var noticeTypes: [String] {
    var types = ["epo:Notice"]
    switch notice.announcement {
    case .planning: types.append("epo:PlanningNotice")
    case .competition, .consultation: types.append("epo:CompetitionNotice")
    default:
      switch notice.form {
      case "dir-awa-pre": types.append("epo:DirectAwardPrenotificationNotice")
      case "cont-modif": types += ["epo:ContractModificationNotice", "epo:ResultNotice"]
      case "compl", "completion": types.append("epo:CompletionNotice")
      default: if notice.document == .contractAward { types.append("epo:ResultNotice") }
      }
    }
    if let number = notice.subtype.flatMap({ Int($0) }), (1...40).contains(number) {
      types.append("epo:Notice\(number)")
    }
    return types.map(EPOName.iri)
  }

  /// States an earlier notice that an element refers to.
  ///
  /// - Returns: Its IRI: that of its own record, where the reference is a notice's identifier.
  mutating func statePreviousNotice(_ reference: XMLElement, type: String) -> String? {
    guard let written = plain(reference) else { return nil }
    let other: String
    if let identifier = EFormsNotice.noticeIdentifier(reference) {
      other = iris.identifier(.local, EFormsReader.source + ":" + identifier) + "/notice"
    } else {
      other = call + "/previous-notice/" + NoticeKey.part(written)
    }
    state(noticeIRI, "epo:refersToPrevious", other)
    stateOther(other, type: type, identifier: written, at: "reference")
    return other
  }

  /// States a thing of which the notice knows the identifier alone.
  mutating func stateOther(_ iri: String, type: String, identifier: String, at segment: String) {
    state(iri, Vocabulary.type, .iri(EPOName.iri(type)))
    let node = iri + "/" + segment
    state(iri, "adms:identifier", node)
    state(node, Vocabulary.type, .iri(EPOName.iri("adms:Identifier")))
    state(node, EPOName.iri("skos:notation"), .string(identifier))
  }

  private mutating func stateProcedure() {
    state(procedureIRI, Vocabulary.type, .iri(EPOName.iri("epo:Procedure")))
    apply(EPONoticeRules.procedure, to: procedureIRI, at: notice.root)
    stateLegislation()
    stateLotDistribution()
    stateDirectAward()
    stateProcess(of: procedureIRI, notice.process, concerns: "epo:concernsProcedure")
  }

  /// BT-01: what law applies beside the directive, in words.
  private mutating func stateLegislation() {
    let relation = EPOName.iri("epo:hasLegalBasisDescription")
    for reference in notice.root.all(path: ["TenderingTerms", "ProcurementLegislationDocumentReference"]) {
      guard let identifier = reference.first("ID"), identifier.content != "CrossBorderLaw" else { continue }
      if identifier.content != "LocalLegalBasis", let text = text(identifier) {
        state(procedureIRI, relation, text)
      }
      for description in reference.all("DocumentDescription") {
        if let text = text(description) { state(procedureIRI, relation, text) }
      }
    }
  }

  /// BT-330, BT-1375: which lots make a group.
  private mutating func stateLotDistribution() {
    for member in notice.lotGroupMembers {
      guard let group = lots[member.group] else { continue }
      stateTerm(of: procedureIRI, at: "terms", type: EPOName.iri("epo:ProcedureTerm"), isOfProcedure: true)
      state(procedureIRI + "/terms", "epo:definesLotGroup", group)
      for lot in member.lots.compactMap({ lots[$0] }) { state(group, "epo:setsGroupingContextForLot", lot) }
    }
  }

  /// BT-135, BT-136, BT-1252.
  private mutating func stateDirectAward() {
    let term = procedureIRI + "/terms/direct-award"
    for element in notice.process?.all("ProcessJustification") ?? [] {
      guard element.first("ProcessReasonCode")?.attribute("listName") == "direct-award-justification" else {
        continue
      }
      stateTerm(
        of: procedureIRI, at: "terms/direct-award", type: EPOName.iri("epo:DirectAwardTerm"),
        isOfProcedure: true)
      apply(EPONoticeRules.directAward, to: term, at: element)
      guard let earlier = element.first("Description").flatMap({ plain($0) }) else { continue }
      let other = call + "/previous-procedure/" + NoticeKey.part(earlier)
      state(term, "epo:refersToPreviousProcedure", other)
      stateOther(other, type: "epo:Procedure", identifier: earlier, at: "identifier")
    }
  }

  /// States a term of a lot or of the procedure, whatever is known of it.
  mutating func stateTerm(of thing: String, at segment: String, type: String, isOfProcedure: Bool) {
    let term = thing + "/" + segment
    guard told.insert("term " + term).inserted else { return }
    state(
      thing, isOfProcedure ? "epo:isSubjectToProcedureSpecificTerm" : "epo:isSubjectToLotSpecificTerm", term)
    state(term, Vocabulary.type, .iri(type))
  }

  private mutating func stateLots() {
    let tells = notice.announcement == .competition
    for (element, iri) in zip(notice.lots, lotIRIs) {
      if element.first("ID")?.attribute("schemeName") == "Part" {
        statePart(element, iri)
        continue
      }
      state(iri, Vocabulary.type, .iri(Vocabulary.lot))
      state(noticeIRI, "epo:refersToLot", iri)
      if tells { state(noticeIRI, "epo:announcesLot", iri) }
      state(procedureIRI, "epo:hasProcurementScopeDividedIntoLot", iri)
      apply(EPOLots.lot, to: iri, at: element)
      stateLotReferences(element, iri)
    }
    for (element, iri) in zip(notice.lotGroups, groupIRIs) {
      state(iri, Vocabulary.type, .iri(EPOName.iri("epo:LotGroup")))
      apply(EPOLots.common + EPOLots.group, to: iri, at: element)
    }
  }

  /// A part of what is planned: no lot yet.
  private mutating func statePart(_ element: XMLElement, _ iri: String) {
    state(iri, Vocabulary.type, .iri(EPOName.iri("epo:PlannedProcurementPart")))
    state(noticeIRI, "epo:announcesPlannedProcurementPart", iri)
    apply(EPOLots.lot, to: iri, at: element)
  }

  /// BT-125, BT-634, BT-1251: what a lot was before, and whether it will be again.
  private mutating func stateLotReferences(_ element: XMLElement, _ lot: String) {
    let process = element.first("TenderingProcess")
    for reference in process?.all("NoticeDocumentReference") ?? [] {
      guard let identifier = reference.first("ID"),
        let other = statePreviousNotice(identifier, type: "epo:PlanningNotice"),
        let part = reference.first("ReferencedDocumentInternalAddress").flatMap({ plain($0) })
      else { continue }
      let iri = other + "/part/" + NoticeKey.part(part)
      state(other, "epo:announcesPlannedProcurementPart", iri)
      stateOther(iri, type: "epo:PlannedProcurementPart", identifier: part, at: "identifier")
    }
    stateProcess(of: lot, process, concerns: "epo:concernsLot")
    let strategies = EPOLotStrategy.vehiclePath.elements(from: element, root: notice.root)
    for (rank, strategy) in strategies.enumerated() {
      stateVehicles(strategy, of: lot + "/aim/vehicles/\(rank + 1)", outcome: nil)
    }
  }

  /// States whether the procedure, or that of a lot, starts again (BT-634).
  private mutating func stateProcess(of thing: String, _ process: XMLElement?, concerns relation: String) {
    let indicator = process?.eformsExtensions.lazy.compactMap { $0.first("ProcedureRelaunchIndicator") }.first
    guard let isRelaunched = indicator?.content.flatMap(Self.boolean) else { return }
    stateProcess(of: thing, concerns: relation, "epo:isToBeRelaunched", isRelaunched)
  }

  /// States what becomes of the procedure, or of that of a lot.
  mutating func stateProcess(of thing: String, concerns: String, _ relation: String, _ value: Bool) {
    let node = thing + "/process-information"
    mention(node)
    state(node, Vocabulary.type, .iri(EPOName.iri("epo:ProcurementProcessInformation")))
    state(node, concerns, thing)
    state(node, EPOName.iri(relation), .boolean(value))
  }

  /// BT-140, BT-141, BT-718, BT-758, BT-762.
  private mutating func stateChanges() {
    for element in notice.extensions.flatMap({ $0.all("Changes") }) {
      let node = noticeIRI + "/change"
      mention(node)
      state(node, Vocabulary.type, .iri(EPOName.iri("epo:ChangeInformation")))
      state(node, "epo:concernsNotice", noticeIRI)
      apply(EPONoticeRules.changes, to: node, at: element)
      guard let reference = element.first("ChangedNoticeIdentifier"), let written = plain(reference) else {
        continue
      }
      let other =
        EFormsNotice.noticeIdentifier(reference).map {
          iris.identifier(.local, EFormsReader.source + ":" + $0) + "/notice"
        } ?? call + "/previous-notice/" + NoticeKey.part(written)
      state(node, "epo:refersToPreviousNotice", other)
      stateOther(other, type: "epo:Notice", identifier: written, at: "reference")
    }
  }
}
