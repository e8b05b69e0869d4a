internal import PasserelleCore
internal import PasserelleText

/// Reads the sections of a European standard form.
struct BOAMPEuropeanForm {
  /// A numbered section.
  private struct Section {
    let mark: String
    var lines: [String] = []
  }

  private var outline = BOAMPOutline()
  private var isDivided = false

  /// What the text says.
  ///
  /// - Parameters:
  ///   - text: The notice.
  ///   - buyer: The name of the buyer, as its field has it.
  /// - Returns: What its sections say, and the text without contacts.
  static func outline(_ text: BOAMPText, buyer: String?) -> BOAMPOutline {
    var form = BOAMPEuropeanForm()
    form.read(text, buyer)
    return form.outline
  }

  private mutating func read(_ text: BOAMPText, _ buyer: String?) {
    var head: [String] = []
    var sections: [Section] = []
    for line in text.lines {
      if let mark = BOAMPText.mark(line) {
        sections.append(Section(mark: mark))
      } else if line.hasPrefix("Section "), line.contains(" : ") {
        continue
      } else if sections.isEmpty {
        head.append(line)
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    readHead(head)
    for section in sections {
      if section.mark == "II.2" { outline.lots.append(BOAMPLot()) }
      let isOfLot = section.mark.hasPrefix("II.2.") && !outline.lots.isEmpty
      if isOfLot {
        readLot(section)
      } else {
        read(section, buyer)
      }
      keep(section)
    }
    // A lot of which nothing is said stands for a section that the form repeats.
    outline.lots.removeAll { $0.title == nil && $0.description == nil && $0.codes.isEmpty }
    if outline.lots.isEmpty { outline.lots = [BOAMPLot(codes: outline.codes)] }
  }

  private mutating func readHead(_ lines: [String]) {
    for line in lines {
      switch line {
      case "AVIS DE PRÉ-INFORMATION": outline.isPlanning = true
      case "AVIS DE PRÉ-INFORMATION DE MISE EN CONCURRENCE": outline.noticeType = "pin-cfc-standard"
      case "AVIS DE CONCOURS": outline.noticeType = "cn-desg"
      case "SERVICES SOCIAUX ET AUTRES SERVICES SPÉCIFIQUES - MARCHÉS PUBLICS":
        outline.noticeType = "cn-social"
      default:
        if line.hasPrefix("AVIS DE MARCHÉ") || line == "AVIS DE CONCESSION" {
          outline.noticeType = "cn-standard"
        }
        if let value = BOAMPText.value(line, "Date limite de réponse"), let day = BOAMPText.day(value) {
          outline.deadline = AwardRecord.Field(name: "Date limite de réponse", value: day)
        } else if line.hasPrefix("Procédure "), outline.procedure == nil {
          outline.procedure = AwardRecord.Field(name: "Procédure", value: line)
        }
      }
    }
  }

  private static func field(_ mark: String, _ value: String?) -> AwardRecord.Field? {
    guard let value, !value.isEmpty else { return nil }
    return AwardRecord.Field(name: mark, value: value, language: "fr")
  }

  private mutating func read(_ section: Section, _ buyer: String?) {
    let (mark, lines) = (section.mark, section.lines)
    switch mark {
    case "I.1": readBuyer(lines, buyer)
    case "I.3":
      for line in lines where line.hasPrefix("Les documents du marché") {
        if let address = BOAMPText.address(line), !outline.documents.contains(address) {
          outline.documents.append(address)
        }
      }
    case "II.1.2":
      for line in lines where line.hasPrefix("Descripteur ") {
        outline.codes += BOAMPText.codes(line).map { AwardRecord.Field(name: mark, value: $0) }
      }
    case "II.1.3":
      if let words = lines.last, ["Services", "Fournitures", "Travaux"].contains(words) {
        outline.category = AwardRecord.Field(name: mark, value: words)
      }
    case "II.1.4": outline.description = Self.field(mark, Self.text(lines, after: "Description succincte"))
    case "II.1.5": outline.amount = amount(lines, mark)
    case "II.1.6":
      isDivided = lines.contains { BOAMPText.value($0, "Ce marché est divisé en lots") == "oui" }
    case "IV.1.1":
      if let words = lines.last, words != "Type de procédure" {
        outline.procedure = AwardRecord.Field(name: mark, value: words)
      }
    case "IV.1.3":
      if lines.contains(where: { $0.hasPrefix("Le marché implique la mise en place d'un accord-cadre") }) {
        outline.isFramework = true
      }
    case "IV.2.2": readDeadline(lines, mark)
    case "IV.2.4":
      for line in lines.dropFirst() where TextFolding.fold(line) == "francais" {
        if outline.tenderLanguages.isEmpty { outline.tenderLanguages = ["fr"] }
      }
    default: break
    }
  }

  private mutating func readBuyer(_ lines: [String], _ buyer: String?) {
    guard outline.buyerName == nil, lines.count > 1 else { return }
    // The first line is the heading; the second begins with the name.
    let line = lines[1]
    if let buyer, let end = line.firstRange(of: ", ") {
      let name = String(line[..<end.lowerBound])
      if TextFolding.fold(name) == TextFolding.fold(buyer) { outline.buyerName = name }
    }
    for part in line.components(of: ", ") {
      if let value = BOAMPText.value(part, "Numéro national d'identification") {
        let digits = CompanyNumber.compact(value)
        if CompanyNumber.flaw(inSiret: digits) == nil { outline.buyerNumber = digits }
      } else if let value = BOAMPText.value(part, "Code NUTS"), let code = BOAMPText.territory(value) {
        outline.buyerTerritory = AwardRecord.Field(name: "I.1", value: code)
      }
    }
  }

  private mutating func readDeadline(_ lines: [String], _ mark: String) {
    guard let day = lines.lazy.compactMap(BOAMPText.day).first else { return }
    outline.deadline = AwardRecord.Field(name: mark, value: day)
    let procedure = TextFolding.fold(outline.procedure?.value ?? "")
    outline.isForParticipation = !procedure.contains("ouverte")
  }

  private func amount(_ lines: [String], _ mark: String) -> AwardRecord.Field? {
    for line in lines {
      guard let value = BOAMPText.value(line, "Valeur hors TVA"), let amount = BOAMPText.euros(value) else {
        continue
      }
      return AwardRecord.Field(name: mark, value: amount)
    }
    return nil
  }

  /// The text of a section from a label on.
  private static func text(_ lines: [String], after label: String) -> String? {
    guard let first = lines.firstIndex(where: { $0.hasPrefix(label) }),
      let value = BOAMPText.value(lines[first], label)
    else { return nil }
    return ([value] + lines[(first + 1)...]).joined(separator: "\n").trimmed
  }

  // Lots

  private mutating func readLot(_ section: Section) {
    let (mark, lines) = (section.mark, section.lines)
    var lot = outline.lots[outline.lots.count - 1]
    switch mark {
    case "II.2.1":
      for line in lines {
        if let title = BOAMPText.value(line, "Intitulé") { lot.title = Self.field(mark, title) }
        if let number = BOAMPText.value(line, "Lot nº"), !number.isEmpty { lot.number = number }
      }
    case "II.2.2":
      for line in lines where line.hasPrefix("Code CPV principal") || line.hasPrefix("Descripteur ") {
        for code in BOAMPText.codes(line) where !lot.codes.contains(where: { $0.value == code }) {
          lot.codes.append(AwardRecord.Field(name: mark, value: code))
        }
      }
    case "II.2.3":
      for line in lines {
        if let value = BOAMPText.value(line, "Code NUTS"), let code = BOAMPText.territory(value),
          !lot.territories.contains(where: { $0.value == code })
        {
          lot.territories.append(AwardRecord.Field(name: mark, value: code))
        }
        if let name = BOAMPText.value(line, "Lieu principal d'exécution") {
          lot.placeName = Self.field(mark, name)
        }
      }
    case "II.2.4": lot.description = Self.field(mark, Self.text(lines, after: "Description des prestations"))
    case "II.2.5": lot.criteria = Self.criteria(lines, mark)
    case "II.2.6": lot.amount = amount(lines, mark)
    case "II.2.7": readDuration(lines, mark, &lot)
    default: break
    }
    outline.lots[outline.lots.count - 1] = lot
  }

  private func readDuration(_ lines: [String], _ mark: String, _ lot: inout BOAMPLot) {
    for line in lines {
      if let months = BOAMPText.value(line, "Durée en mois"), months.allSatisfy(\.isNumber), !months.isEmpty {
        lot.months = AwardRecord.Field(name: mark, value: months)
      } else if let value = BOAMPText.value(line, "Début"), let dash = value.firstRange(of: " - Fin :"),
        let start = BOAMPText.day(String(value[..<dash.lowerBound]).trimmed),
        let end = BOAMPText.day(String(value[dash.upperBound...]).trimmed)
      {
        lot.period = (
          AwardRecord.Field(name: mark, value: start), AwardRecord.Field(name: mark, value: end)
        )
      }
    }
  }

  /// The criteria: numbered lines under a heading that tells their kind.
  private static func criteria(_ lines: [String], _ mark: String) -> [BOAMPCriterion] {
    var criteria: [BOAMPCriterion] = []
    var code: String?
    for line in lines {
      switch TextFolding.fold(line) {
      case "critere de qualite": code = "quality"
      case "prix": code = "price"
      case "cout": code = "cost"
      default:
        guard let cut = line.firstRange(of: " / Pondération :"), let dot = line.firstRange(of: ". "),
          dot.lowerBound < cut.lowerBound, line[..<dot.lowerBound].allSatisfy(\.isNumber)
        else { continue }
        let name = String(line[dot.upperBound..<cut.lowerBound]).trimmed
        guard !name.isEmpty else { continue }
        let weight = BOAMPText.weight(String(line[cut.upperBound...]))
        criteria.append(
          BOAMPCriterion(
            code: code, name: AwardRecord.Field(name: mark, value: name, language: "fr"),
            weight: weight?.number, isPercent: weight?.isPercent ?? false))
      }
    }
    return criteria
  }

  // Text

  /// The sections that hold names, addresses and numbers of people and offices.
  private static let contacts: Set<String> = [
    "I.1", "I.2", "I.3", "VI.4.1", "VI.4.2", "VI.4.4", "IV.3.5", "IV.1.7",
  ]

  /// Sections of which everything is read, or that hold nothing but forms of words.
  private static let unneeded: Set<String> = ["II.1.2", "II.2.2", "II.2.13", "IV.1.8", "IV.2.1", "IV.2.4"]

  /// Adds a section to the paragraph of its part: a lot, or what the first two figures of its mark name.
  private mutating func keep(_ section: Section) {
    guard !Self.contacts.contains(section.mark) else {
      outline.leftOutContacts = true
      return
    }
    guard !Self.unneeded.contains(section.mark) else { return }
    let part = section.mark.split(separator: ".").prefix(2).joined(separator: ".")
    if section.mark == "II.2" || outline.paragraphs.isEmpty || part != lastPart {
      var heading = part
      if section.mark == part, let title = section.lines.first { heading += " " + title }
      outline.paragraphs.append(BOAMPParagraph(heading: heading, text: ""))
      lastPart = part
    }
    if part == "II.2", isDivided, section.mark == "II.2.1", let number = outline.lots.last?.number {
      outline.paragraphs[outline.paragraphs.count - 1].heading = "Lot \(number)"
    }
    let lines = section.mark == part ? section.lines.dropFirst() : section.lines[...]
    // A heading whose section is empty, and labels without value, say nothing.
    let said = lines.filter { !$0.hasSuffix(":") }
    guard said.count > 1 || (said.count == 1 && (lines.first != said[0] || said[0].contains(" : "))) else {
      return
    }
    let text = said.joined(separator: "\n")
    let known = outline.paragraphs[outline.paragraphs.count - 1].text
    outline.paragraphs[outline.paragraphs.count - 1].text = known.isEmpty ? text : known + "\n" + text
  }

  /// The part that the last paragraph is of.
  private var lastPart = ""
}

extension String {
  /// The parts between separators.
  fileprivate func components(of separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let cut = rest.firstRange(of: separator) {
      parts.append(String(rest[..<cut.lowerBound]))
      rest = rest[cut.upperBound...]
    }
    return parts + [String(rest)]
  }
}
