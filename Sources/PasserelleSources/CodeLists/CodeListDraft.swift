internal import PasserelleCore
internal import PasserelleOntology

/// A code list being read: gathers codes, then gives each its labels and its place.
struct CodeListDraft {
  /// One code as its file states it.
  struct Code {
    var code: String
    /// The labels by language, in the order of the file.
    var labels: [LanguageText] = []
    /// Other writings, whatever their language.
    var alternatives: [String] = []
    var definitions: [LanguageText] = []
    /// The codes above; the first counts.
    var parents: [String] = []
    var isDeprecated = false
    /// The codes that take its place.
    var replacements: [String] = []
    var line: Int?
  }

  /// A text and its language.
  struct LanguageText {
    /// The language by its primary subtag, in two letters for French and English; empty where it is not said.
    let language: String
    let text: String

    init(_ language: String, _ text: String) {
      let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
      self.language = Self.twoLetters[primary] ?? primary
      self.text = CodeListDraft.plain(text)
    }

    private static let twoLetters = ["fra": "fr", "fre": "fr", "eng": "en"]
  }

  var id: String
  var label: [LanguageText]
  var source: String
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var codes: [Code] = []
  private var ranks: [String: Int] = [:]
  private let parentList: String?

  /// Makes an empty list; `parentList` is the list that codes above stand in, where it is another one.
  init(id: String, label: [LanguageText], source: String, file: String, parentList: String? = nil) {
    self.id = id
    self.label = label
    self.source = source
    self.file = file
    self.parentList = parentList
  }

  /// Adds a code, or refuses it with a diagnostic.
  mutating func add(_ code: Code) {
    guard !code.code.isEmpty else {
      return tell(.codeListNoCode, line: code.line, value: code.labels.first?.text)
    }
    guard ranks[code.code] == nil else {
      return tell(.codeListDuplicate, line: code.line, value: code.code)
    }
    ranks[code.code] = codes.count
    codes.append(code)
  }

  mutating func tell(
    _ code: DiagnosticCode, line: Int? = nil, value: String? = nil, replacement: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code, at: SourceLocation(file: file, line: line), value: value, replacement: replacement))
  }

  var isEmpty: Bool { codes.isEmpty }

  /// The list, and every diagnostic; a list without code gives nil.
  mutating func finish() -> CodeList? {
    guard !codes.isEmpty else {
      tell(.codeListNone)
      return nil
    }
    var tally = Tally()
    let entries = codes.indices.map { entry($0, &tally) }
    if tally.translations > 0 {
      tell(.codeListTranslation, value: "\(tally.translations) / \(codes.count)")
    }
    if tally.otherLanguages > 0 {
      tell(.codeListLanguage, value: "\(tally.otherLanguages) / \(codes.count)")
    }
    return CodeList(
      id: id, label: Self.localized(label)?.text ?? LocalizedText(verbatim: id), source: source,
      parentList: entries.contains { $0.parent != nil } ? parentList ?? id : nil, entries: entries, file: file
    )
  }

  private struct Tally {
    var translations = 0
    var otherLanguages = 0
  }

  private mutating func entry(_ rank: Int, _ tally: inout Tally) -> CodeList.Entry {
    let code = codes[rank]
    let label: LocalizedText
    switch Self.localized(code.labels) {
    case (let text, .both)?: label = text
    case (let text, .one)?:
      label = text
      tally.translations += 1
    case (let text, .other)?:
      label = text
      tally.otherLanguages += 1
    case nil:
      label = LocalizedText(verbatim: code.code)
      tell(.codeListNoLabel, line: code.line, value: code.code)
    }
    if code.isDeprecated, code.replacements.count != 1 {
      let successors = code.replacements.joined(separator: ", ")
      tell(
        .codeListDeprecated, line: code.line,
        value: successors.isEmpty ? code.code : "\(code.code) → \(successors)")
    }
    return CodeList.Entry(
      code: code.code, label: label, parent: parent(of: rank),
      alternatives: alternatives(of: code, besides: label),
      definition: Self.localized(code.definitions)?.text, replacedBy: code.replacements.first, line: code.line
    )
  }

  private func alternatives(of code: Code, besides label: LocalizedText) -> [String] {
    var seen: Set<String> = [label.french, label.english, ""]
    return (code.labels.map(\.text) + code.alternatives.map(Self.plain)).filter { seen.insert($0).inserted }
  }

  private mutating func parent(of rank: Int) -> String? {
    let code = codes[rank]
    guard let first = code.parents.first else { return nil }
    if code.parents.count > 1 {
      tell(.codeListParents, line: code.line, value: "\(code.code) ← \(code.parents.joined(separator: ", "))")
    }
    if parentList != nil { return first }
    guard ranks[first] != nil else {
      tell(.codeListParent, line: code.line, value: "\(code.code) ← \(first)")
      return nil
    }
    var above: String? = first
    for _ in 0..<Self.deepest {
      guard let next = above, next != code.code else { break }
      above = ranks[next].flatMap { codes[$0].parents.first }
    }
    guard above == nil else {
      tell(.codeListCycle, line: code.line, value: "\(code.code) ← \(first)")
      return nil
    }
    return first
  }

  /// The most codes that may stand above one another; more is taken for a circle.
  private static let deepest = 256

  /// In which languages a text stands.
  enum Reach { case both, one, other }

  /// French and English of some texts, each standing for the other where it is alone, another language for both.
  ///
  /// - Returns: Nil where there is no text.
  static func localized(_ texts: [LanguageText]) -> (text: LocalizedText, reach: Reach)? {
    let french = texts.first { $0.language == "fr" && !$0.text.isEmpty }?.text
    let english = texts.first { $0.language == "en" && !$0.text.isEmpty }?.text
    if let french, let english { return (LocalizedText(fr: french, en: english), .both) }
    if let one = french ?? english { return (LocalizedText(verbatim: one), .one) }
    guard let other = texts.first(where: { !$0.text.isEmpty })?.text else { return nil }
    return (LocalizedText(verbatim: other), .other)
  }

  /// A text on one line, without white space around it.
  static func plain(_ text: String) -> String {
    text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }
}
