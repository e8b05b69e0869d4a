internal import PasserelleCore

/// Corrections (form 14): what they say is laid over the notice that they correct.
extension TEDMapper {
  /// States what a correction says: the notice that it corrects, as far as it describes it, and what changed in it.
  mutating func stateCorrection() {
    outline.published = nil
    let call = base.contract
    base.state(Vocabulary.type, .iri(Vocabulary.call))
    base.state(Vocabulary.source, .string(source))
    base.state(Vocabulary.identifier, .string(outline.identifier))
    let object = body.first(.objectContract)
    let changes = body.first(.changes)
    state(
      call, title: text(object?.first(.title), "OBJECT_CONTRACT/TITLE"),
      description: text(object?.first(.shortDescr), "OBJECT_CONTRACT/SHORT_DESCR"), further: nil)
    stateCategories(call, Self.category(object?.first(.typeContract)?.attribute("CTYPE")))
    readBuyers()
    stateBuyers()
    var main = codes(of: object, "OBJECT_CONTRACT/").first
    for change in changes?.all(.change) ?? [] {
      let new = change.first(.newValue)
      let isOfLot = change.first(path: .place, .lotNo) != nil
      if !isOfLot, new?.first(.cpvMain) != nil, let code = codes(of: new, "CHANGES/").first { main = code }
      let section = change.first(path: .place, .section)?.content
      if section?.hasPrefix("IV.2.2") == true, let day = date(new?.first(.date), "CHANGES/") {
        if isOfLot {
          stateDeadline(day, ofLots: change.first(.place)?.all(.lotNo) ?? [])
        } else {
          base.state(Vocabulary.deadline, .date(day))
        }
      }
      if let words = words(of: change) { state(call, Vocabulary.additionalInformation, words) }
    }
    if let main { base.state(Vocabulary.hasMainClassification, .iri(main.iri)) }
    state(
      call, Vocabulary.additionalInformation, text(changes?.first(.infoAdd), "CHANGES/INFO_ADD"))
  }

  private mutating func stateDeadline(_ day: PartialDate, ofLots lots: [TEDElement]) {
    for lot in lots.compactMap(\.content) {
      let iri = base.contract + "/lot/" + NoticeKey.part(lot)
      base.statements.add(iri, Vocabulary.deadline, .date(day))
    }
  }

  /// A change in words: the notice that makes it, where, the value before and after.
  private mutating func words(of change: TEDElement) -> NoticeText? {
    let place = change.first(.place)
    let lots = (place?.all(.lotNo) ?? []).compactMap(\.content)
    let marks = [place?.first(.section)?.content, place?.first(.label)?.content].compactMap { $0 }
    let head = marks + lots
    let old = value(change.first(.oldValue))
    let new = value(change.first(.newValue))
    guard old != nil || new != nil else { return nil }
    let written = [
      correction, head.joined(separator: ", ") + ":", old ?? "–", "→", new ?? "–",
    ].joined(separator: " ")
    guard let clean = base.text(AwardRecord.Field(name: "CHANGES/CHANGE", value: written)) else { return nil }
    return NoticeText(clean, language: notice.language, line: change.line)
  }

  /// The number of the notice that corrects.
  private var correction: String { notice.number ?? "" }

  /// A value before or after, as text; nil for none.
  private func value(_ element: TEDElement?) -> String? {
    guard let element else { return nil }
    if let text = element.first(.text)?.content { return text }
    let day = [element.first(.date)?.content, element.first(.time)?.content].compactMap { $0 }
    if !day.isEmpty { return day.joined(separator: " ") }
    let codes = (element.all(.cpvMain) + element.all(.cpvAdditional)).compactMap {
      $0.first(.cpvCode)?.attribute("CODE")
    }
    return codes.isEmpty ? nil : codes.joined(separator: ", ")
  }
}
