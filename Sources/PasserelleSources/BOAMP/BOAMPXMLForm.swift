internal import PasserelleCore
internal import PasserelleXML

/// Reads a notice as the archives of the bulletin have it: `ANNONCE` with `GESTION` and `DONNEES`, of the schemata in use
/// from 2015 to 2021 (2.3).
///
/// What it says goes through the mapper of all notices of the bulletin.
struct BOAMPXMLForm {
  private(set) var notice: BOAMPNotice
  private(set) var outline = BOAMPOutline()
  private let location: SourceLocation
  private let data: XMLElement?

  /// Reads a notice.
  ///
  /// - Parameters:
  ///   - root: Its root.
  ///   - number: Its number.
  ///   - location: Where it stands.
  init(_ root: XMLElement, number: String, at location: SourceLocation) {
    self.location = location
    data = root.first("DONNEES")
    notice = BOAMPNotice(number: number)
    notice.isDemonstration = root.attribute("demonstration") == "true"
    readHead(root)
    readBuyer()
    readSubject()
    readProcedure()
    readLots()
    readParagraphs()
    tellUnread(root)
  }

  /// What a notice calls what is bought, best first: its title, its summary, its whole subject.
  static func subject(of root: XMLElement) -> AwardRecord.Field? {
    for path in [
      ["DONNEES", "OBJET", "TITRE_MARCHE"], ["GESTION", "INDEXATION", "RESUME_OBJET"],
      ["DONNEES", "OBJET", "OBJET_COMPLET"],
    ] {
      if let field = field(root.first(path: path)) { return field }
    }
    return nil
  }

  /// The value of an element; nil where it has none.
  static func field(_ element: XMLElement?, name: String? = nil) -> AwardRecord.Field? {
    guard let element, let content = element.content else { return nil }
    return AwardRecord.Field(name: name ?? element.name, value: content, language: "fr")
  }

  /// The name of the first child of an element that is none of some: how these schemata write codes.
  private static func code(_ element: XMLElement?) -> AwardRecord.Field? {
    guard let element, let child = element.children.first(where: { _ in true }) else { return nil }
    return AwardRecord.Field(name: element.name, value: child.name)
  }

  /// The day of a moment.
  static func day(_ element: XMLElement?) -> AwardRecord.Field? {
    guard let field = field(element) else { return nil }
    return AwardRecord.Field(name: field.name, value: String(field.value.prefix { $0 != "T" }))
  }

  /// An amount in euros; those in another currency have no place in the shape of these notices.
  static func amount(_ element: XMLElement?) -> AwardRecord.Field? {
    guard let element, ["EUR", nil].contains(element.attribute("DEVISE")) else { return nil }
    return field(element)
  }

  /// The codes of the territories among the children of an element, each once.
  static func territories(_ element: XMLElement?) -> [AwardRecord.Field] {
    var found: [AwardRecord.Field] = []
    for one in element?.all("CODE_NUTS") ?? [] {
      guard let code = one.content.flatMap(BOAMPText.territory),
        !found.contains(where: { $0.value == code })
      else { continue }
      found.append(AwardRecord.Field(name: one.name, value: code))
    }
    return found
  }

  /// The CPV codes of an element.
  static func codes(_ element: XMLElement?) -> [AwardRecord.Field] {
    (element?.all(path: ["CPV", "PRINCIPAL"]) ?? []).compactMap { field($0, name: "CPV/PRINCIPAL") }
  }

  private mutating func readHead(_ root: XMLElement) {
    let management = root.first("GESTION")
    let type = management?.first(path: ["REFERENCE", "TYPE_AVIS"])
    notice.title = Self.subject(of: root)
    notice.kind = Self.code(type?.first("NATURE"))
    let state = Self.code(type?.first("STATUT"))?.value ?? ""
    let nature = notice.kind?.value ?? ""
    notice.isCancelled = state.contains("ANNUL")
    let changes = [state, nature].contains { $0.contains("RECTIF") || $0.contains("ANNUL") }
    let earlier = management?.first(path: ["MARCHE", "ANNONCE_ANTERIEUR", "REFERENCE", "IDWEB"])
    if changes { notice.changedNotice = earlier?.content }
    let index = management?.first("INDEXATION")
    notice.published = Self.day(index?.first("DATE_PUBLICATION"))
    notice.deadline = Self.day(index?.first("DATE_LIMITE_REPONSE"))
    for name in ["DEP_PUBLICATION", "DEP_PRESTATION"] {
      for element in index?.all(name) ?? [] {
        if let field = Self.field(element), !notice.departments.contains(where: { $0.value == field.value }) {
          notice.departments.append(field)
        }
      }
    }
    if type?.first(path: ["FAMILLE", "JOUE"]) != nil {
      let kind = type?.first(path: ["NATURE", "APPEL_OFFRE"])?.children.first { _ in true }?.name
      outline.noticeType = kind.flatMap { BOAMPXMLTerms.noticeTypes[$0] }
    }
  }

  private mutating func readBuyer() {
    let identity = data?.first("IDENTITE")
    notice.buyer = Self.field(identity?.first("DENOMINATION"))
    let digits = identity?.first("CODE_IDENT_NATIONAL")?.content.map { CompanyNumber.compact($0) }
    if let digits, CompanyNumber.flaw(inSiret: digits) == nil { outline.buyerNumber = digits }
    for name in ["ADJUDICATEUR_NUTS", "CODE_NUTS"] where outline.buyerTerritory == nil {
      let code = identity?.first(name)?.content.flatMap(BOAMPText.territory)
      outline.buyerTerritory = code.map { AwardRecord.Field(name: name, value: $0) }
    }
    if let address = identity?.first("URL_DOCUMENT")?.content, NoticeMapper.isAddress(address) {
      outline.documents = [address]
    }
    let contacts = identity?.children.contains { BOAMPXMLTerms.contacts.contains($0.name) } ?? false
    outline.leftOutContacts =
      contacts || data?.first("RENSEIGNEMENTS_COMPLEMENTAIRES")?.first("ADRESSES_COMPLEMENTAIRES") != nil
  }

  private mutating func readSubject() {
    let subject = data?.first("OBJET")
    let whole = Self.field(subject?.first("OBJET_COMPLET"))
    if whole?.value != notice.title?.value { outline.description = whole }
    notice.codes = Self.codes(subject)
    for element in subject?.first("TYPE_MARCHE")?.children.map({ $0 }) ?? [] {
      let name = BOAMPXMLTerms.categories[element.name] ?? element.name
      notice.categories.append(AwardRecord.Field(name: "TYPE_MARCHE", value: name))
    }
    outline.amount = Self.amount(subject?.first(path: ["CARACTERISTIQUES", "VALEUR_TOTALE"]))
    outline.territories = Self.territories(subject?.first("LIEU_EXEC_LIVR"))
  }

  private mutating func readProcedure() {
    let procedure = data?.first("PROCEDURE")
    notice.procedure = Self.code(procedure?.first("TYPE_PROCEDURE")).flatMap { code in
      if code.value == "AUTRE" { return Self.field(procedure?.first(path: ["TYPE_PROCEDURE", "AUTRE"])) }
      return AwardRecord.Field(name: code.name, value: BOAMPXMLTerms.procedures[code.value] ?? code.value)
    }
    for involved in [procedure?.first("AVIS_IMPLIQUE"), data?.first(path: ["OBJET", "AVIS_IMPLIQUE"])] {
      if involved?.first("ACCORD_CADRE_OUI") != nil || involved?.first("ACCORD_CADRE") != nil {
        outline.isFramework = true
      }
    }
    let limits = data?.first("CONDITION_DELAI")
    let requests = ["RECEPT_CANDIDATURES", "RECEPT_DEMANDES", "RECEPT_CANDIDATS"].lazy.compactMap {
      Self.day(limits?.first($0))
    }.first
    outline.deadline = Self.day(limits?.first("RECEPT_OFFRES")) ?? requests
    outline.isForParticipation = limits?.first("RECEPT_OFFRES")?.content == nil && requests != nil
    for language in data?.all(path: ["CONDITION_RELATIVE_MARCHE", "LANGUES", "LANGUE"]) ?? [] {
      guard let code = language.content?.lowercased(), code.utf8.count == 2,
        code.utf8.allSatisfy({ (97...122).contains($0) }), !outline.tenderLanguages.contains(code)
      else { continue }
      outline.tenderLanguages.append(code)
    }
  }

  private mutating func readLots() {
    let subject = data?.first("OBJET")
    let criteria = Self.criteria(data?.first(path: ["PROCEDURE", "CRITERES_ATTRIBUTION"]))
    let months = Self.field(subject?.first(path: ["DUREE_DELAI", "DUREE_MOIS"]))
    var texts: Set<String> = []
    for element in subject?.all(path: ["LOTS", "LOT"]) ?? [] {
      var lot = Self.lot(element)
      // Some forms repeat the whole of a contract that is not divided.
      let isRepeated = !texts.insert(lot.description?.value ?? "").inserted
      if lot.number == nil, lot.title == nil, isRepeated { continue }
      if lot.criteria.isEmpty { lot.criteria = criteria }
      if lot.months == nil, lot.period == nil { lot.months = months }
      outline.lots.append(lot)
    }
    if outline.lots.isEmpty {
      var lot = BOAMPLot(codes: notice.codes)
      lot.criteria = criteria
      lot.months = months
      outline.lots = [lot]
    }
  }

  private static func lot(_ element: XMLElement) -> BOAMPLot {
    var lot = BOAMPLot()
    lot.number = element.first("NUM")?.content
    lot.title = field(element.first("INTITULE"))
    lot.description = field(element.first("DESCRIPTION"))
    lot.codes = codes(element)
    lot.territories = territories(element)
    lot.placeName = field(element.first("LIEU_PRINCIPAL"))
    lot.amount = amount(element.first("VALEUR"))
    lot.months = field(element.first("DUREE_MOIS"))
    if let start = day(element.first("DATE_DEBUT")), let end = day(element.first("DATE_FIN")) {
      lot.period = (start, end)
    }
    lot.criteria = criteria(element.first("CRITERES_ATTRIBUTION"))
    return lot
  }

  /// What offers are judged by: groups of criteria, and the price by its weight alone.
  private static func criteria(_ element: XMLElement?) -> [BOAMPCriterion] {
    var found: [BOAMPCriterion] = []
    for group in element?.children.map({ $0 }) ?? [] {
      let code = BOAMPXMLTerms.criteria[group.name]
      for one in group.all("CRITERE") {
        guard let name = field(one) else { continue }
        var criterion = BOAMPCriterion(code: code, name: name)
        set(&criterion, weight: one.attribute("POIDS"))
        found.append(criterion)
      }
      if group.name == "CRITERES_PRIX", group.first("CRITERE") == nil {
        var criterion = BOAMPCriterion(code: code, name: AwardRecord.Field(name: group.name, value: "Prix"))
        set(&criterion, weight: group.first("POIDS")?.content)
        found.append(criterion)
      }
    }
    return found
  }

  private static func set(_ criterion: inout BOAMPCriterion, weight written: String?) {
    guard let written, let weight = BOAMPText.weight(written) else { return }
    criterion.weight = weight.number
    criterion.isPercent = weight.isPercent
  }

  /// The texts that say more, for searches.
  private mutating func readParagraphs() {
    for (path, heading) in BOAMPXMLTerms.paragraphs {
      for element in data?.all(path: path) ?? [] {
        let texts = ([element] + element.all("P")).compactMap(\.content)
        guard !texts.isEmpty else { continue }
        outline.paragraphs.append(BOAMPParagraph(heading: heading, text: texts.joined(separator: "\n")))
      }
    }
  }

  /// Tells which elements hold something that is not read; those of contacts are told of as such.
  private mutating func tellUnread(_ root: XMLElement) {
    var names: Set<String> = []
    func visit(_ element: XMLElement) {
      for child in element.children {
        if BOAMPXMLTerms.parts.contains(child.name) {
          names.insert(child.name)
        } else if !BOAMPXMLTerms.contacts.contains(child.name) {
          if child.content != nil, !BOAMPXMLTerms.read.contains(child.name) { names.insert(child.name) }
          visit(child)
        }
      }
    }
    visit(root)
    guard !names.isEmpty else { return }
    notice.diagnostics.append(
      Diagnostic(.boampFieldIgnored, at: location, field: names.sorted().joined(separator: ", ")))
  }
}
