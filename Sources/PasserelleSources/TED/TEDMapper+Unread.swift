internal import PasserelleCore
internal import PasserelleXML

extension TEDMapper {
  /// Parts that hold nothing about the purchase, or say again what the form says.
  private static let technical: Set<TEDTag> = [
    .technicalSection, .linksSection, .codedDataSection, .translationSection, .noticeUuid,
  ]
  /// Parts of which nothing is read, whatever they hold.
  private static let whole: Set<TEDTag> = [
    .addressFurtherInfo, .addressParticipation, .addressReviewBody, .addressReviewInfo,
    .addressMediationBody, .proceduresForAppeal,
  ]
  /// Names of persons that are dropped.
  private static let persons: Set<TEDTag> = [.memberName, .participantName]

  /// Tells, once a notice, which elements hold something that is not read; of forms in several languages, of the first.
  mutating func tellUnread() {
    var found: Set<String> = []
    var holdsPersons = false
    func visit(_ element: TEDElement, isInAward: Bool = false) {
      for child in element.children {
        guard let tag = child.tag else {
          if child.content != nil { found.insert(child.name) }
          visit(child, isInAward: isInAward)
          continue
        }
        if Self.persons.contains(tag) {
          holdsPersons = true
        } else if Self.whole.contains(tag) || (tag == .rangeValueCost && !isInAward) {
          found.insert(child.name)
        } else if !Self.technical.contains(tag) {
          visit(child, isInAward: isInAward || tag == .awardOfContract)
        }
      }
    }
    visit(body)
    if holdsPersons { base.report(.privacyPersonName, "PROCEDURE/MEMBER_NAME") }
    guard !found.isEmpty else { return }
    base.report(.tedUnread, body.name, found.sorted().joined(separator: ", "))
  }
}
