internal import PasserelleCore
internal import PasserelleXML

/// A TED notice: its number, its coded data, and its form in each language that it was published in.
struct TEDNotice: Sendable {
  let tree: XMLTree
  let names: TEDNames
  /// The number in the Official Journal, such as `220933-2019`.
  let number: String?
  /// The form whose words count first: the first original.
  let master: XMLElement?
  /// The language of the master, BCP 47.
  let language: String
  /// The notices that this one refers to, by their numbers, each once: those of the form first.
  let references: [String]
  /// The same elements in other languages, by the number of the master's.
  private let twins: [Int: [(language: String, element: XMLElement)]]

  init?(_ tree: XMLTree) {
    names = TEDNames(tree)
    let root = TEDElement(element: tree.root, names: names)
    guard root.tag == .tedExport else { return nil }
    self.tree = tree
    number =
      root.attribute("DOC_ID").flatMap(Self.number)
      ?? root.first(path: .codedDataSection, .noticeData, .noDocOjs)?.content.flatMap(Self.number)
    var forms = root.all(.formSection).flatMap { $0.children.filter { $0.tag != .noticeUuid } }
    // Original words go before translations; a section may hold both.
    if let first = forms.firstIndex(where: { $0.attribute("CATEGORY") == "ORIGINAL" }) {
      forms.swapAt(0, first)
    }
    master = forms.first?.element
    language = forms.first?.attribute("LG").map(LanguageTag.tag) ?? LanguageTag.undetermined
    twins = Self.twins(of: forms)
    references = Self.references(forms.first, root.first(.codedDataSection), but: number)
  }

  /// The root.
  var root: TEDElement { TEDElement(element: tree.root, names: names) }

  /// Reads a number: `220933-2019`, or `2019/S 092-220933` as the Official Journal writes it.
  ///
  /// - Returns: The number and the year, joined by a hyphen; nil for a text that is neither.
  static func number(_ written: String) -> String? {
    let text = written.trimmed
    func isDigits(_ part: Substring, _ range: ClosedRange<Int>) -> Bool {
      range.contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
    }
    if let slash = text.firstIndex(of: "/") {
      let year = text[..<slash]
      guard let hyphen = text.lastIndex(of: "-") else { return nil }
      let number = text[text.index(after: hyphen)...]
      return isDigits(year, 4...4) && isDigits(number, 1...8) ? "\(number)-\(year)" : nil
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, isDigits(parts[0], 1...8), isDigits(parts[1], 4...4) else { return nil }
    return text
  }

  private static func references(_ form: TEDElement?, _ coded: TEDElement?, but own: String?) -> [String] {
    var found: [String] = []
    let written =
      (form?.descendants([.noticeNumberOj]) ?? [])
      + (coded?.descendants([.refNotice]) ?? []).flatMap { $0.all(.noDocOjs) }
    for other in written.compactMap({ $0.content.flatMap(Self.number) })
    where !found.contains(other) && other != own {
      found.append(other)
    }
    return found
  }

  // Languages

  /// The element in every language, the master's first.
  func versions(of element: TEDElement) -> [(language: String, element: TEDElement)] {
    var versions = [(language: language, element: element)]
    for (language, twin) in twins[element.element.number] ?? [] {
      versions.append((language, TEDElement(element: twin, names: names)))
    }
    return versions
  }

  /// Lays the forms of other languages beside the first: elements of one name in their order.
  private static func twins(
    of forms: [TEDElement]
  ) -> [Int: [(language: String, element: XMLElement)]] {
    guard forms.count > 1 else { return [:] }
    var twins: [Int: [(language: String, element: XMLElement)]] = [:]
    for form in forms.dropFirst() where form.name == forms[0].name {
      let language = form.attribute("LG").map(LanguageTag.tag) ?? LanguageTag.undetermined
      func pair(_ left: XMLElement, _ right: XMLElement) {
        twins[left.number, default: []].append((language, right))
        var (one, other) = (left.firstChild, right.firstChild)
        while let child = one {
          var candidate = other
          while let found = candidate, found.nameNumber != child.nameNumber { candidate = found.nextSibling }
          if let found = candidate {
            pair(child, found)
            other = found.nextSibling
          }
          one = child.nextSibling
        }
      }
      pair(forms[0].element, form.element)
    }
    return twins
  }
}
