internal import PasserelleCore
internal import PasserelleText
internal import PasserelleXML

extension NoticeAwardMapper {
  /// The title: that of the whole, and that of the lot where it says more, in each language of the whole.
  mutating func title() -> NoticeText? {
    let whole = reader.text(notice.project?.all("Name") ?? [], "Name")
    let own = reader.text(award.contract?.all("Title") ?? [], "SettledContract/Title")
    let part = (lots.count == 1 ? lots[0].title : nil) ?? own
    return Self.title(whole, part, noticeLanguage: reader.noticeLanguage)
  }

  /// The title of a whole, and that of its part where it says more, in each language of the whole.
  static func title(_ whole: NoticeText?, _ part: NoticeText?, noticeLanguage: String) -> NoticeText? {
    guard let whole else { return part }
    guard let part else { return whole }
    let parts = versions(part)
    let joined = versions(whole).map { one in
      guard let fitting = parts.first(where: { $0.language == one.language }) else { return one }
      return NoticeText.Translation(
        language: one.language, text: Self.joined(one.text, fitting.text), line: one.line)
    }
    // Languages that only the lot has.
    let others = parts.filter { one in !joined.contains { $0.language == one.language } }
    return NoticeText(joined + others, noticeLanguage: noticeLanguage)
  }

  static func versions(_ text: NoticeText) -> [NoticeText.Translation] {
    [NoticeText.Translation(language: text.language, text: text.text, line: text.line)] + text.translations
  }

  /// Two titles as one, unless one says what the other does.
  private static func joined(_ whole: String, _ part: String) -> String {
    let (left, right) = (TextFolding.fold(whole), TextFolding.fold(part))
    if left.contains(right) { return whole }
    if right.contains(left) { return part }
    return whole + " – " + part
  }

  /// States the descriptions of the lots, then of the whole, in every language, each text once.
  mutating func stateDescriptions() {
    let whole = reader.text(notice.project?.all("Description") ?? [], "Description")
    var seen: Set<String> = []
    for text in (lots.map(\.description) + [whole]).compactMap({ $0 }) {
      for version in Self.versions(text) where seen.insert(version.text).inserted {
        reader.base.statements.add(
          contract, Vocabulary.description, NoticeMapper.term(version.text, version.language))
      }
    }
    // The title of the contract itself, where it is not that of the lot.
    let own = reader.text(award.contract?.all("Title") ?? [], "SettledContract/Title")
    if let own, lots.count == 1, let lot = lots[0].title, lot != own {
      reader.state(contract, Vocabulary.alternativeLabel, own)
    }
  }
}
