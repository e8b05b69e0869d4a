extension SpecificationSegmenter {
  /// Opens or names a lot; false where the line only speaks of one.
  mutating func openLot(
    _ head: LineShape.LotHead, _ line: SpecificationLine, next: SpecificationLine?
  ) -> Bool {
    let isForm = formNumber.hasPrefix("II.2.1")
    let isHeading = line.headingLevel > 0
    flush()
    var title = head.title
    if isForm { title = lotTitle }
    title = Self.withoutLotWord(title)
    let known = lots.firstIndex { $0.number == head.number }
    if let known {
      if lots[known].title.isEmpty { lots[known].title = title }
    } else {
      lots.append(SpecificationLot(number: head.number, title: title))
    }
    let rank = known ?? lots.count - 1
    if !isForm, head.title.isEmpty, known == nil, next != nil { untitledLot = rank }
    lot = head.number
    if isForm { return true }
    if isHeading {
      let level = line.headingLevel
      while let last = outer.last, last.level >= level { outer.removeLast() }
      section = SpecificationSection(kind: nil, strength: 0, name: line.text)
      outer.append((level, section, true))
    } else if isNotice, section.kind != .functional, !section.keepsLot {
      // Criteria or proofs lot by lot: the part stays what it is.
      return true
    } else if isNotice {
      section = SpecificationSection(
        kind: .functional, strength: SpecificationSection.soft, fact: .lots, name: "Lot " + head.number,
        keepsLot: true)
    } else {
      // An item of a list of lots holds for itself only.
      if !title.isEmpty {
        blocks.append(
          SpecificationBlock(
            text: title, id: nil, isItem: true,
            section: SpecificationSection(kind: .functional, strength: 3, name: section.name),
            lot: head.number,
            line: line.number))
      }
      lot = outer.contains { $0.opensLot } ? lot : nil
    }
    return true
  }

  /// Bytes up to which a line is the title of a lot rather than its description.
  static let longTitle = 200

  /// A title cut at a word.
  static func shortened(_ title: String) -> String {
    guard title.utf8.count > longTitle else { return title }
    let head = title.prefix(160)
    return String(head[..<(head.lastIndex(of: " ") ?? head.endIndex)]) + "…"
  }

  /// A title without `Lot 2 :` at its head.
  static func withoutLotWord(_ title: String) -> String {
    guard let head = LineShape.lotHead(title) else { return LineShape.withoutEndPoint(title) }
    return LineShape.withoutEndPoint(head.title.isEmpty ? title : head.title)
  }
}
