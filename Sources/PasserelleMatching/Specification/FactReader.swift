import PasserelleCore
import PasserelleText

/// Reads the facts of a specification from its parts and, where no part states them, from its sentences.
struct FactReader {
  let text: SpecificationText
  let segments: SpecificationSegmenter

  private func values(_ fact: SpecificationSection.Fact) -> [SpecificationSegmenter.Field] {
    segments.fields.filter { $0.fact == fact }
  }

  private func front(_ keys: String...) -> String? {
    text.frontMatter.first { keys.contains($0.key.lowercased()) }?.value
  }

  /// Fills the facts of an outline.
  func fill(_ outline: inout SpecificationOutline) {
    readCodes(&outline)
    readAmounts(&outline)
    outline.buyerName = buyerName()
    outline.buyerNumber = buyerNumber()
    outline.places = PlaceReader(fields: segments.fields, lines: text.lines, frontMatter: text.frontMatter)
      .places(isNotice: segments.isNotice, buyerNumber: outline.buyerNumber)
    outline.durationMonths = duration()
    outline.published =
      front("date", "published").flatMap { PartialDate(iso: $0) }
      ?? values(.published).lazy.compactMap { DateScanner.dates(in: $0.value).first }.first
    outline.deadline =
      front("deadline").flatMap { PartialDate(iso: $0) }
      ?? values(.deadline).lazy.compactMap { DateScanner.dates(in: $0.value).first }.first ?? statedDeadline()
  }

  /// The title: what its part says, else the headline, else the first line.
  func title() -> String {
    if let title = front("title", "titre", "objet") { return title }
    let stated = values(.title).map(\.value).first { TextFolding.foldedBytes($0).count >= 3 }
    let headline = segments.headline
    // The head of a notice may be cut short; the part that names the subject is whole.
    let isCut = (headline?.utf8.count ?? 200) >= 180
    let isForm = values(.title).contains { $0.label.hasPrefix("intitule") }
    let prefersStated = segments.isNotice && (isCut || isForm)
    let title = (prefersStated ? stated ?? headline : headline ?? stated) ?? text.lines.first?.text ?? ""
    return LineShape.withoutEndPoint(String(Self.withoutReference(title).prefix(400)))
  }

  /// A title without `Numéro de la consultation : 2020-114` before it.
  private static func withoutReference(_ title: String) -> String {
    let folded = TextFolding.fold(String(title.prefix(40)))
    guard folded.hasPrefix("numero de la consultation"), let colon = title.firstIndex(of: ":") else {
      return title
    }
    let rest = title[title.index(after: colon)...].drop { $0 == " " }
    guard let space = rest.firstIndex(of: " ") else { return title }
    return String(rest[space...].drop { " :-".contains($0) })
  }

  // MARK: Codes

  private func readCodes(_ outline: inout SpecificationOutline) {
    var main: [CPVCode] = []
    var others: [CPVCode] = []
    func add(_ code: CPVCode, isMain: Bool) {
      if isMain {
        if !main.contains(code) { main.append(code) }
      } else if !others.contains(code) {
        others.append(code)
      }
    }
    if let own = front("cpv"), let code = CPVCode.read(own)?.code { add(code, isMain: true) }
    for field in values(.code) {
      let isMain =
        field.lot == nil && !field.label.contains("supplementaire") && !field.label.contains("additional")
      for code in CPVScanner.codes(in: field.value) {
        add(code, isMain: isMain)
        guard let rank = outline.lots.firstIndex(where: { $0.number == field.lot }) else { continue }
        if !outline.lots[rank].codes.contains(code) { outline.lots[rank].codes.append(code) }
      }
    }
    if main.isEmpty, others.isEmpty {
      for line in text.lines { for code in CPVScanner.quotedCodes(in: line.text) { add(code, isMain: true) } }
    }
    outline.codes = main + others.filter { !main.contains($0) }
  }

  // MARK: Amounts

  private func readAmounts(_ outline: inout SpecificationOutline) {
    for field in values(.amount) {
      guard let lot = field.lot, let rank = outline.lots.firstIndex(where: { $0.number == lot }) else {
        continue
      }
      if let amount = Self.stated(field), outline.lots[rank].amount == nil {
        outline.lots[rank].amount = Money(amount)
      }
    }
    let own = values(.amount).filter { $0.lot == nil && !$0.label.contains("minimum") }
    if let amount = own.compactMap(Self.stated).max() ?? writtenAmount() {
      outline.amount = Money(amount)
    } else if !outline.lots.isEmpty, outline.lots.allSatisfy({ $0.amount != nil }) {
      let sum = outline.lots.reduce(DecimalNumber.zero as DecimalNumber?) { sum, lot in
        lot.amount.flatMap { sum?.adding($0.amount) }
      }
      outline.amount = sum.map { Money($0) }
    }
  }

  /// The amount of a part that states one: the greatest, without those of another period or with tax.
  private static func stated(_ field: SpecificationSegmenter.Field) -> DecimalNumber? {
    let mentions = AmountScanner.mentions(in: field.value).filter {
      $0.excludesTax != false && $0.role != .minimum
    }
    let whole = mentions.filter { !$0.isPeriodic }
    return whole.map(\.amount).filter { $0 >= leastAmount && !isFiller($0) }.max()
  }

  /// Seven nines or more stand for "not known" in forms.
  static func isFiller(_ amount: DecimalNumber) -> Bool {
    let digits = String(amount.digits)
    return digits.utf8.count >= 7 && digits.allSatisfy { $0 == "9" }
  }

  /// Amounts below are what forms hold where nothing is said.
  private static let leastAmount = DecimalNumber(100)

  /// The ceiling, else the estimate, that a sentence states for the whole.
  private func writtenAmount() -> DecimalNumber? {
    var ceiling: DecimalNumber?
    var estimate: DecimalNumber?
    for block in segments.blocks where block.section.kind?.isCriterion != true && block.lot == nil {
      for mention in AmountScanner.mentions(in: block.text)
      where mention.excludesTax != false && !mention.isPeriodic {
        if mention.role == .ceiling { ceiling = max(ceiling ?? mention.amount, mention.amount) }
        if mention.role == .estimate { estimate = max(estimate ?? mention.amount, mention.amount) }
      }
    }
    return ceiling ?? estimate
  }

  // MARK: Time

  private func duration() -> Int? {
    if let months = front("duration_months").flatMap({ Int($0) }) { return months }
    for field in values(.duration) {
      let folded = TextFolding.fold(field.label)
      guard !folded.contains("reconduction"),
        let months = DateScanner.months(in: field.label + " " + field.value)
      else {
        continue
      }
      return months
    }
    for block in segments.blocks {
      for sentence in SentenceSplitter.sentences(block.text) {
        let words = FoldedWords(sentence)
        guard let match = Self.durationCues.matches(in: words).first else { continue }
        let tail = words.words[match.words.lowerBound].lowerBound
        if let months = DateScanner.months(in: String(decoding: words.bytes[tail...], as: UTF8.self)) {
          return months
        }
      }
    }
    return nil
  }

  private static let durationCues = PhraseLexicon<Bool>([
    (
      """
      duree du marche; duree de l accord cadre; la duree est; pour une duree; d une duree; duree initiale; duree d execution
      delai d execution; duree du contrat; duree ferme; conclu pour; est fixee a; period of; duration of; contract term; duracao; prazo de
      """, true
    )
  ])

  /// The date of a sentence that speaks of the end for offers.
  private func statedDeadline() -> PartialDate? {
    guard !segments.isNotice else { return nil }
    for line in text.lines {
      let words = FoldedWords(line.text)
      guard let match = Self.deadlineCues.matches(in: words).first else { continue }
      let tail = words.words[match.words.lowerBound].lowerBound
      if let date = DateScanner.dates(in: String(decoding: words.bytes[tail...], as: UTF8.self)).first {
        return date
      }
    }
    return nil
  }

  private static let deadlineCues = PhraseLexicon<Bool>([
    (
      """
      date limite de reception; date limite de remise; remises avant le; doivent parvenir; remise des offres; limite de depot
      deadline; no later than; prazo para apresentacao; recebidas ate
      """, true
    )
  ])

  // MARK: Buyer

  private func buyerName() -> String? {
    if let name = front("buyer", "acheteur") { return name }
    for field in values(.buyer) {
      let head = field.value.split(separator: ",", maxSplits: 1).first.map(String.init) ?? ""
      let name = LineShape.withoutEndPoint(LineShape.trimmed(head[...]))
      let folded = TextFolding.fold(name)
      if folded.utf8.count >= 3, name.utf8.count <= 200, !folded.hasPrefix("adresse"), !name.contains("://") {
        return name
      }
    }
    return nil
  }

  /// The SIRET or SIREN after one of these words, where its check digit is right.
  private func buyerNumber() -> String? {
    if let number = front("siret", "siren").flatMap(Self.number) { return number }
    for field in values(.buyer) {
      for part in field.value.split(separator: ",") where part.utf8.count < 24 {
        if let number = Self.number(String(part)), number.utf8.count == 14 { return number }
      }
    }
    for line in text.lines {
      let folded = TextFolding.fold(line.text)
      guard
        let range = folded.firstRange(of: "siret") ?? folded.firstRange(of: "siren")
          ?? folded.firstRange(of: "identification national")
      else { continue }
      if let number = Self.number(String(folded[range.upperBound...].prefix(40))) { return number }
    }
    return nil
  }

  private static func number(_ text: String) -> String? {
    let digits = String(
      text.drop { !$0.isNumber }.prefix { $0.isNumber || " .-".contains($0) }.filter(\.isNumber))
    if digits.utf8.count >= 14, CompanyNumber.flaw(inSiret: String(digits.prefix(14))) == nil {
      return String(digits.prefix(14))
    }
    return digits.utf8.count == 9 && CompanyNumber.flaw(inSiren: digits) == nil ? digits : nil
  }
}
