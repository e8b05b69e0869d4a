import PasserelleText

/// Cuts the lines of a specification into blocks: sections and headings first, then items, then paragraphs.
struct SpecificationSegmenter {
  /// A line of a part that states facts.
  struct Field {
    let fact: SpecificationSection.Fact
    /// The value: what follows the label, or the whole line.
    let value: String
    /// The label or heading, folded; empty for none.
    let label: String
    let lot: String?
  }

  var blocks: [SpecificationBlock] = []
  private(set) var fields: [Field] = []
  var lots: [SpecificationLot] = []
  /// The text of the first Markdown heading of the first level, or of a heading before all else.
  private(set) var headline: String?
  /// Whether the text is a notice in a form: one line a paragraph.
  let isNotice: Bool

  var section = SpecificationSection.unknown
  /// The sections of the headings above, by level.
  var outer: [(level: Int, section: SpecificationSection, opensLot: Bool)] = []
  var lot: String?
  var formNumber: Substring = ""
  var awaitsTitle = false
  /// The lot whose title is on the next line.
  var untitledLot: Int?
  var paragraph: SpecificationBlock?
  var lotTitle = ""

  init(_ text: SpecificationText) {
    isNotice = Self.isNotice(text.lines)
    for (rank, line) in text.lines.enumerated() {
      read(line, next: rank + 1 < text.lines.count ? text.lines[rank + 1] : nil)
    }
    flush()
  }

  /// Whether three lines or more are numbers of a standard form or labels that only notices have.
  private static func isNotice(_ lines: [SpecificationLine]) -> Bool {
    var signs = 0
    for line in lines.prefix(400) where signs < 3 {
      if LineShape.formNumber(line.text) != nil { signs += 1 }
      let folded = TextFolding.fold(String(line.text.prefix(80)))
      let isSign = noticeSigns.contains { folded.hasPrefix($0) }
      if isSign { signs += 1 }
    }
    return signs >= 3
  }

  private static let noticeSigns = [
    "avis no ", "avis n ", "departement s de publication", "annonce no", "references completes", "section ",
    "nom et adresse officiels", "l essentiel du marche", "instance chargee", "date d envoi du present avis",
    "type de procedure",
  ]

  private mutating func read(_ line: SpecificationLine, next: SpecificationLine?) {
    if let form = LineShape.formNumber(line.text) { return openForm(form.number, rest: form.rest, line) }
    if awaitsTitle {
      awaitsTitle = false
      if StandardForm.isTitle(TextFolding.fold(line.text)),
        !line.text.contains(": ") || line.text.hasSuffix(":")
      {
        section.name = line.text
        return
      }
    }
    if isNotice, isNoticeHead(line) || isFrame(line) { return }
    let isDisplaced = section.kind == .awardCriterion
    if let head = LineShape.lotHead(line.text), !isDisplaced || head.title.isEmpty || line.headingLevel > 0,
      openLot(head, line, next: next)
    {
      return
    }
    if let rank = untitledLot {
      untitledLot = nil
      let label = LineShape.labelEnd(line.text).map { TextFolding.fold(String(line.text[..<$0])) }
      if let label, NoticeLabel.section(label) != nil { return read(line, next: next) }
      lots[rank].title = Self.shortened(Self.withoutLotWord(line.text))
      // What follows the title is the description; a title that says it all is both.
      if line.text.utf8.count <= Self.longTitle { return }
    }
    if line.headingLevel > 0 || (!isNotice && LineShape.isHeading(line, next: next)) {
      return openHeading(line)
    }
    let isItemOfProof = line.text.hasPrefix("-") && section.kind?.isCriterion == true
    if !isOwnForm, !isItemOfProof, let colon = LineShape.labelEnd(line.text) {
      let label = TextFolding.fold(String(line.text[..<colon]))
      if let known = NoticeLabel.section(label), isNotice || isDocumentLabel(known, label) {
        return openLabel(known, line, colon)
      }
    }
    append(line)
  }

  /// Whether the part's own number says more than the labels within it.
  private var isOwnForm: Bool { !formNumber.isEmpty }

  /// Labels that a specification may hold anywhere; others are taken for words of a requirement.
  private func isDocumentLabel(_ section: SpecificationSection, _ label: String) -> Bool {
    section.fact != nil && section.fact != .lots && self.section.kind != .awardCriterion
  }

  /// Lines at the head of a notice that only name it.
  private mutating func isNoticeHead(_ line: SpecificationLine) -> Bool {
    guard line.number <= 12 else { return false }
    let folded = TextFolding.fold(line.text)
    if folded.hasPrefix("avis ") || folded.hasPrefix("procedure ") { return true }
    for (sign, fact) in [
      ("publie le", SpecificationSection.Fact.published), ("date limite de reponse", .deadline),
      ("dept", .buyerPlace),
    ] where folded.hasPrefix(sign) {
      fields.append(Field(fact: fact, value: line.text, label: sign, lot: nil))
      return true
    }
    if formNumber.isEmpty, headline == nil, blocks.isEmpty, paragraph == nil, section.kind == nil {
      headline = line.text
      return true
    }
    return false
  }

  /// Lines that only divide a notice.
  private mutating func isFrame(_ line: SpecificationLine) -> Bool {
    guard line.text.utf8.count <= 110 else { return false }
    let folded = TextFolding.fold(line.text)
    if ["section i ", "section ii ", "section iii ", "section iv ", "section v ", "section vi "]
      .contains(where: { folded.hasPrefix($0) })
    {
      formNumber = ""
      flush()
      return true
    }
    if folded.hasPrefix("tribunal ") || folded.hasPrefix("greffe ") {
      flush()
      section = SpecificationSection(
        kind: .information, strength: SpecificationSection.fixed, name: line.text)
      append(line)
      return true
    }
    guard ["l essentiel du marche", "informations pratiques", "annonce", "avis de marche"].contains(folded)
    else {
      return false
    }
    flush()
    section = SpecificationSection(
      kind: .information, strength: SpecificationSection.fixed, name: line.text)
    return true
  }

  // MARK: Parts

  private mutating func openForm(_ number: Substring, rest: String, _ line: SpecificationLine) {
    flush()
    untitledLot = nil
    formNumber = number
    section = StandardForm.section(number) ?? .unknown
    section.name = String(number)
    if number == "II.2" || !number.hasPrefix("II.2") { lot = nil }
    if number == "II.2" { lotTitle = "" }
    awaitsTitle = rest.isEmpty
    if !rest.isEmpty {
      if StandardForm.isTitle(TextFolding.fold(rest)), !rest.contains(": ") {
        section.name = rest
      } else {
        append(SpecificationLine(number: line.number, text: rest))
      }
    }
  }

  private mutating func openHeading(_ line: SpecificationLine) {
    flush()
    formNumber = ""
    let level = line.headingLevel > 0 ? line.headingLevel : LineShape.numberDepth(line.text) + 1
    let text = LineShape.withoutNumber(line.text)
    if headline == nil, level <= 1 || (blocks.isEmpty && outer.isEmpty) { headline = text }
    while let last = outer.last, last.level >= level {
      if last.opensLot { lot = nil }
      outer.removeLast()
    }
    var opened = SectionHeading.section(text) ?? outer.last?.section ?? .unknown
    // The title of the whole is no part.
    if level == 1, outer.isEmpty, line.headingLevel == 1 { opened = .unknown }
    opened.name = text
    section = opened
    outer.append((level, opened, false))
  }

  private mutating func openLabel(
    _ known: SpecificationSection, _ line: SpecificationLine, _ colon: String.Index
  ) {
    flush()
    formNumber = ""
    let label = LineShape.trimmed(line.text[..<colon])
    let value = LineShape.trimmed(line.text[line.text.index(after: colon)...])
    if isNotice {
      if !known.keepsLot { lot = nil }
      section = known
      section.name = label
    }
    if let fact = known.fact, !value.isEmpty {
      fields.append(Field(fact: fact, value: value, label: TextFolding.fold(label), lot: lot))
    }
    let isFactOnly = known.kind == .information && known.fact != nil
    // Names and addresses of contacts become no clause in any text.
    guard !value.isEmpty, !isFactOnly || !isNotice, known.fact != .buyer, known.fact != .buyerPlace else {
      return
    }
    var part = known
    part.name = isNotice ? label : section.name.isEmpty ? label : section.name
    let isPlain = known.kind == .functional || (known.kind == .information && known.strength < 100)
    blocks.append(
      SpecificationBlock(
        text: isPlain ? value : label + " : " + value, id: nil, isItem: false, section: part, lot: lot,
        line: line.number))
  }

  // MARK: Text

  private mutating func append(_ line: SpecificationLine) {
    var text = line.text
    if isNotice, text.hasPrefix("La transmission et la vérification des documents") {
      flush()
      let part = SpecificationSection(
        kind: .information, strength: SpecificationSection.fixed, name: section.name)
      blocks.append(
        SpecificationBlock(text: text, id: nil, isItem: false, section: part, lot: lot, line: line.number))
      return
    }
    if isOwnForm {
      let colon = LineShape.labelEnd(text)
      let value = colon.map { LineShape.trimmed(text[text.index(after: $0)...]) }
      let label = colon.map { TextFolding.fold(String(text[..<$0])) } ?? ""
      // A label of the form without a value, or the value that the form leaves open.
      if let value, value.isEmpty || value == "euros" || value == "€", section.kind != .awardCriterion {
        return
      }
      if let fact = section.fact {
        let content = fact == .buyer || fact == .place ? text : value ?? text
        if fact == .lotTitle || fact == .title, label.hasPrefix("intitule") { lotTitle = content }
        fields.append(Field(fact: fact, value: content, label: label, lot: lot))
      }
      if fact(of: label) == .code { fields.append(Field(fact: .code, value: text, label: label, lot: lot)) }
      // What only states a fact is no clause.
      if let fact = section.fact, fact != .duration, fact != .lots { return flush() }
      if let colon, let value, LineShape.isFormLabel(label) {
        section.name = LineShape.trimmed(text[..<colon])
        text = value
      }
    } else if let fact = section.fact {
      fields.append(Field(fact: fact, value: text, label: "", lot: lot))
      if fact == .buyer || fact == .buyerPlace { return flush() }
    }
    if let lot, section.kind == .functional, let rank = lots.firstIndex(where: { $0.number == lot }),
      lots[rank].text.isEmpty, text != lots[rank].title
    {
      lots[rank].text = text
      if lots[rank].title.isEmpty { lots[rank].title = Self.shortened(LineShape.withoutEndPoint(text)) }
    }
    let mark = LineShape.itemMark(text)
    if let mark {
      flush()
      paragraph = SpecificationBlock(
        text: mark.text, id: mark.id, isItem: true, section: section, lot: lot, line: line.number)
      return
    }
    if !isNotice, !line.isAfterBlank, var open = paragraph, LineShape.continues(open.text, with: text) {
      open.text += " " + text
      paragraph = open
      return
    }
    flush()
    paragraph = SpecificationBlock(
      text: text, id: nil, isItem: false, section: section, lot: lot, line: line.number)
  }

  private func fact(of label: String) -> SpecificationSection.Fact? { NoticeLabel.section(label)?.fact }

  mutating func flush() {
    guard let paragraph else { return }
    blocks.append(paragraph)
    self.paragraph = nil
  }
}
