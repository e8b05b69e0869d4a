internal import PasserelleCore
internal import PasserelleXML

extension NoticeMapper {
  /// Reads the groups of lots.
  mutating func readLotGroups() {
    let members = notice.lotGroupMembers
    let known = Set(outline.lots.map(\.identifier))
    for element in notice.lotGroups {
      let group = lot(element, rank: outline.lotGroups.count + 1)
      var lots: [String] = []
      for member in members.filter({ $0.group == group.identifier }).flatMap(\.lots)
      where !lots.contains(member) {
        if known.contains(member) {
          lots.append(member)
        } else {
          base.report(.eformsMissingReference, group.identifier + "/ProcurementProjectLotReference", member)
        }
      }
      outline.lotGroups.append(NoticeLotGroup(group, members: lots))
    }
  }

  /// Reads what became of the lots.
  mutating func readResult(_ result: NoticeResult) {
    tell(result.findings)
    outline.totalAmount = money(result.element.first("TotalAmount"), "NoticeResult/")
    for code in Self.withheldFields(result.element) {
      base.report(.eformsWithheld, "NoticeResult/FieldsPrivacy", code)
    }
    if result.lotResults.isEmpty, result.awards.isEmpty { base.report(.eformsNoResult, "NoticeResult") }
    for one in result.lotResults {
      var read = NoticeLotResult()
      read.status = one.status
      read.reason = one.element.first(path: ["DecisionReason", "DecisionReasonCode"])?.content
      read.offersReceived = Self.offersReceived(one)
      read.lowestOffer = money(one.element.first("LowerTenderAmount"), "LotResult/")
      read.highestOffer = money(one.element.first("HigherTenderAmount"), "LotResult/")
      guard let name = one.lot else { continue }
      if let status = read.status, status.hasSuffix("-nw") {
        base.report(
          .eformsLotWithoutWinner, "LotResult/TenderResultCode",
          [name, status, read.reason].compactMap { $0 }.joined(separator: " "))
      }
      let members = outline.lotGroups.first { $0.lot.identifier == name }?.members ?? [name]
      for index in outline.lots.indices where members.contains(outline.lots[index].identifier) {
        if outline.lots[index].result == nil { outline.lots[index].result = read }
      }
    }
  }

  /// Tells what the references of the result section showed.
  mutating func tell(_ findings: [NoticeResult.Finding]) {
    for finding in findings { base.report(finding.code, finding.field, finding.value) }
  }

  /// How many offers a lot received (BT-759 of kind `tenders`); nil where it is withheld or not told.
  static func offersReceived(_ result: NoticeResult.LotResult) -> Int? {
    let statistics = result.element.all("ReceivedSubmissionsStatistics")
    let count = statistics.first { $0.first("StatisticsCode")?.content == "tenders" }?
      .first("StatisticsNumeric")?.content.flatMap { Int($0) }
    return count.flatMap { (0...1_000_000).contains($0) ? $0 : nil }
  }

  /// The codes of the fields that are withheld from publication (BT-195), each once.
  private static func withheldFields(_ element: XMLElement) -> [String] {
    var codes: [String] = []
    func visit(_ element: XMLElement) {
      for child in element.children {
        if child.name == "FieldsPrivacy" {
          if let code = child.first("FieldIdentifierCode")?.content, !codes.contains(code) {
            codes.append(code)
          }
        } else {
          visit(child)
        }
      }
    }
    visit(element)
    return codes
  }

  /// Tells, once a notice, which elements hold something that is not read.
  mutating func tellUnread() {
    let names = notice.root.tree.namesWithText.filter { !NoticeElements.read.contains($0) }
    // Beneficial owners are natural persons: nothing of them is read.
    let owners = notice.extensions.flatMap { $0.all(path: ["Organizations", "UltimateBeneficialOwner"]) }
    if !owners.isEmpty { base.report(.privacyPersonName, "UltimateBeneficialOwner") }
    guard !names.isEmpty else { return }
    base.report(.eformsUnread, notice.root.name, names.sorted().joined(separator: ", "))
  }
}
