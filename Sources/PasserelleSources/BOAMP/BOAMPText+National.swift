internal import PasserelleCore
internal import PasserelleText

/// Reads the labelled lines of a national form: a notice below the European thresholds.
///
/// The page has the notice twice, in extracts and whole; the whole one is read, from `Annonce No` on.
struct BOAMPNationalForm {
  private var outline = BOAMPOutline()
  /// The lines under one label.
  private struct Part {
    let label: String
    var lines: [String]
  }

  /// What the text says.
  ///
  /// - Parameters:
  ///   - text: The notice.
  ///   - buyer: The name of the buyer, as its field has it.
  /// - Returns: What its sections say, and the text without contacts.
  static func outline(_ text: BOAMPText, buyer: String?) -> BOAMPOutline {
    var form = BOAMPNationalForm()
    form.read(text, buyer)
    return form.outline
  }

  private mutating func read(_ text: BOAMPText, _ buyer: String?) {
    let start = text.lines.firstIndex { $0.hasPrefix("Annonce No ") }
    for line in text.lines[..<(start ?? 0)] {
      if line.hasPrefix("Procédure "), outline.procedure == nil {
        outline.procedure = AwardRecord.Field(name: "Procédure", value: line)
      } else if let value = BOAMPText.value(line, "Date limite de réponse"), let day = BOAMPText.day(value) {
        outline.deadline = AwardRecord.Field(name: "Date limite de réponse", value: day)
      }
    }
    let body = start.map { text.lines[($0 + 1)...] } ?? text.lines[...]
    for part in Self.parts(body) {
      readPart(part, buyer)
      keep(part)
    }
    if outline.lots.isEmpty { outline.lots = [BOAMPLot(codes: outline.codes)] }
    for rank in outline.lots.indices {
      outline.lots[rank].months = wholeMonths
      outline.lots[rank].criteria = criteria
    }
    let procedure = TextFolding.fold(outline.procedure?.value ?? "")
    outline.isForParticipation = procedure.contains("restreint") || procedure.contains("negoci")
  }

  /// The lines by the label that each stands under; contacts that follow other words on a line are cut off there.
  private static func parts(_ lines: ArraySlice<String>) -> [Part] {
    var parts: [Part] = []
    for whole in lines {
      for line in cut(whole) {
        if let label = label(line) {
          parts.append(Part(label: label, lines: [line]))
        } else if parts.isEmpty {
          parts.append(Part(label: "", lines: [line]))
        } else {
          parts[parts.count - 1].lines.append(line)
        }
      }
    }
    return parts
  }

  /// The label that a line begins with, among those that are known.
  private static func label(_ line: String) -> String? {
    if line.hasPrefix("Lot(s) ") { return "Lot(s)" }
    for label in BOAMPLabels.all where line.hasPrefix(label) {
      let rest = line.dropFirst(label.count)
      if rest.isEmpty || rest.drop(while: { $0 == " " }).first == ":" || rest.first == " " { return label }
    }
    return nil
  }

  /// The line cut before each address label that stands in its middle.
  private static func cut(_ line: String) -> [String] {
    for mark in [". Adresse auprès", ". Adresse à laquelle", ". Correspondant :"] {
      guard let found = line.firstRange(of: mark) else { continue }
      let head = String(line[...found.lowerBound])
      let tail = String(line[line.index(found.lowerBound, offsetBy: 2)...])
      return [head] + cut(tail)
    }
    return [line]
  }

  private static func field(_ label: String, _ value: String?) -> AwardRecord.Field? {
    guard let value, !value.isEmpty else { return nil }
    return AwardRecord.Field(name: label, value: value, language: "fr")
  }

  /// The words after the label, without the full stop that ends them.
  private static func value(_ part: Part) -> String? {
    guard let value = part.lines.first.flatMap({ BOAMPText.value($0, part.label) }) else { return nil }
    var text = ([value] + part.lines.dropFirst()).joined(separator: "\n").trimmed
    if text.hasSuffix(" .") { text = String(text.dropLast(2)).trimmed }
    return text.isEmpty || text == "." ? nil : text
  }

  private mutating func readPart(_ part: Part, _ buyer: String?) {
    let value = Self.value(part) ?? ""
    switch part.label {
    case let label where label.hasSuffix("Nom et adresse officiels de l'organisme acheteur"):
      let category = String(label.prefix { $0 != " " })
      if category != "Nom" { outline.category = AwardRecord.Field(name: label, value: category) }
      let name = value.hasSuffix(".") ? String(value.dropLast()) : value
      if let buyer, TextFolding.fold(name) == TextFolding.fold(buyer), name != name.uppercased() {
        outline.buyerName = name
      }
    case "CPV - Objet principal" where outline.lots.isEmpty,
      "Objets supplémentaires" where outline.lots.isEmpty:
      for code in BOAMPText.codes(value) where !outline.codes.contains(where: { $0.value == code }) {
        outline.codes.append(AwardRecord.Field(name: part.label, value: code))
      }
    case "Code NUTS":
      for code in value.split(whereSeparator: { $0 == "," || $0 == " " || $0 == "\n" }).compactMap({
        BOAMPText.territory(String($0))
      }) where !outline.territories.contains(where: { $0.value == code }) {
        outline.territories.append(AwardRecord.Field(name: part.label, value: code))
      }
    case "Type de procédure":
      outline.procedure = Self.field(part.label, value.hasSuffix(".") ? String(value.dropLast()) : value)
    case "Date limite de réception des offres", "Date limite de réception des candidatures":
      if let day = BOAMPText.day(value) {
        outline.deadline = AwardRecord.Field(name: part.label, value: day)
      }
    case "Durée du marché ou délai d'exécution", "Durée de l'accord-cadre": readDuration(value, part.label)
    case "Critères d'attribution": readCriteria(part)
    case "Caractéristiques principales": outline.description = Self.field(part.label, value)
    case "L'avis implique l'établissement d'un accord-cadre": outline.isFramework = true
    case "Adresse auprès de laquelle", "Adresse internet du profil d'acheteur":
      if part.label.hasSuffix("laquelle"), part.lines.joined().contains("documents peuvent être obtenus"),
        let address = BOAMPText.address(part.lines.joined(separator: " "))
      {
        outline.documents = [address]
      }
    case "Lot(s)": readLot(part)
    default: break
    }
  }

  private mutating func readDuration(_ value: String, _ label: String) {
    let words = value.split { $0.isWhitespace || $0 == "." }
    guard words.count >= 2, words[0].allSatisfy(\.isNumber), words[1] == "mois" else { return }
    wholeMonths = AwardRecord.Field(name: label, value: String(words[0]))
  }

  /// The duration, which is that of each lot.
  private var wholeMonths: AwardRecord.Field?

  /// Reads criteria such as `- prix : 60 %;`, those that are told for one lot apart.
  private mutating func readCriteria(_ part: Part) {
    var found: [BOAMPCriterion] = []
    for line in part.lines.dropFirst() where line.hasPrefix("- ") {
      guard let colon = line.lastIndex(of: ":"), !line.lowercased().contains("lot ") else { continue }
      let name = String(line[line.index(line.startIndex, offsetBy: 2)..<colon]).trimmed
      guard !name.isEmpty, let weight = BOAMPText.weight(String(line[line.index(after: colon)...])),
        weight.isPercent
      else { continue }
      found.append(
        BOAMPCriterion(
          code: nil, name: AwardRecord.Field(name: part.label, value: name, language: "fr"),
          weight: weight.number, isPercent: true))
    }
    // Sub-criteria among the criteria would make more than the whole.
    let sum = found.compactMap(\.weight?.approximateDouble).reduce(0, +)
    if abs(sum - 100) < 0.01 { criteria = found }
  }

  private var criteria: [BOAMPCriterion] = []

  private mutating func readLot(_ part: Part) {
    guard let first = part.lines.first, let dash = first.firstRange(of: ". -") else { return }
    let number = String(first[..<dash.lowerBound].dropFirst(7)).trimmed
    var title = String(first[dash.upperBound...]).trimmed
    var lines = part.lines.dropFirst()
    if title.isEmpty, let next = lines.first, !next.hasPrefix("C.P.V.") {
      title = next
      lines = lines.dropFirst()
    }
    while title.hasSuffix(".") { title.removeLast() }
    var lot = BOAMPLot(number: number.isEmpty ? nil : number, title: Self.field("Lot(s)", title))
    for line in lines {
      if line.hasPrefix("C.P.V. - Objet principal") || line.hasPrefix("Objets supplémentaires") {
        lot.codes += BOAMPText.codes(line).map { AwardRecord.Field(name: "C.P.V.", value: $0) }
      } else if let value = BOAMPText.value(line, "Coût estimé (HT)") {
        let plain = value.hasSuffix(".") ? String(value.dropLast()) : value
        lot.amount = BOAMPText.euros(plain).map { AwardRecord.Field(name: "Coût estimé (HT)", value: $0) }
      }
    }
    outline.lots.append(lot)
  }

  // Text

  private mutating func keep(_ part: Part) {
    if BOAMPLabels.contacts.contains(part.label) || part.label.hasSuffix("organisme acheteur") {
      outline.leftOutContacts = true
      return
    }
    guard !BOAMPLabels.unneeded.contains(part.label) else { return }
    var lines = part.lines
    if let value = BOAMPText.value(lines[0], part.label) { lines[0] = value }
    let text = lines.filter { !$0.isEmpty && $0 != "." }.joined(separator: "\n").trimmed
    guard !text.isEmpty, !part.label.isEmpty else { return }
    outline.paragraphs.append(BOAMPParagraph(heading: part.label, text: text))
  }
}
