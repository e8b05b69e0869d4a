public import PasserelleCore
public import PasserelleOntology
internal import PasserelleXML

/// Reads code lists of OASIS genericode 1.0, as the Publications Office of the European Union publishes them.
///
/// The code is the column of the key, else that named `code`. Labels are the columns `Name` and `xxx_label`; those
/// of other languages than French and English become other writings of the code.
public struct GenericodeReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a file to its end.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - file: The name for diagnostics.
  /// - Returns: The list, and what was refused or noticed.
  /// - Throws: ``PasserelleError`` for XML that is malformed or beyond the limits, and what `input` throws.
  public func read(
    _ input: inout any ByteSource, file: String
  ) throws -> (lists: [CodeList], diagnostics: [Diagnostic]) {
    let reader = try XMLPullReader(input, file: file)
    defer { input = reader.input }
    var draft = CodeListDraft(id: "", label: [], source: "", file: file)
    var columns = GenericodeColumns()
    var hasRows = false
    while let event = try reader.next() {
      guard event == .start else { continue }
      switch (reader.depth, reader.name) {
      case (1, "CodeList"): continue
      case (1, _): return ([], [Diagnostic(.codeListShape, at: SourceLocation(file: file, line: 1))])
      case (2, "Identification"): identify(&draft, try reader.subtree().root)
      case (2, "ColumnSet"):
        columns = GenericodeColumns(try reader.subtree().root)
        if !columns.ignored.isEmpty {
          draft.tell(.codeListField, value: columns.ignored.joined(separator: ", "))
        }
      case (2, "SimpleCodeList"): hasRows = true
      case (3, "Row") where hasRows: draft.add(columns.code(try reader.subtree().root))
      default: try reader.skip()
      }
    }
    guard hasRows else {
      draft.tell(.codeListShape)
      return ([], draft.diagnostics)
    }
    let list = draft.finish()
    return (list.map { [$0] } ?? [], draft.diagnostics)
  }

  private func identify(_ draft: inout CodeListDraft, _ element: XMLElement) {
    func text(_ name: String) -> String { CodeListDraft.plain(element.first(name)?.text ?? "") }
    let longNames = element.all("LongName")
    let longName = CodeListDraft.plain(longNames.first { $0.attribute("Identifier") == nil }?.text ?? "")
    let listID = CodeListDraft.plain(longNames.first { $0.attribute("Identifier") == "listId" }?.text ?? "")
    let shortName = text("ShortName")
    let candidates = [longName, String(listID.split(separator: "/").last ?? ""), shortName]
    draft.id =
      candidates.first { !$0.isEmpty && !$0.contains { $0.isWhitespace || $0 == "/" } }
      ?? FileName.withoutExtension(FileName.lastComponent(draft.file))
    draft.label = [.init("", longName.isEmpty ? shortName : longName)]
    let place = [text("CanonicalVersionUri"), text("CanonicalUri"), listID].first { !$0.isEmpty }
    let parent = longNames.first { $0.attribute("Identifier") == "eFormsParentId" }?.text
    draft.source = [
      CodeListDraft.plain(element.first("Agency")?.first("LongName")?.text ?? ""), place ?? "",
      text("Version"), parent.map { "⊂ " + CodeListDraft.plain($0) } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// What each column of a genericode file holds.
private struct GenericodeColumns {
  private enum Content {
    case code
    case label(language: String)
    case definition(language: String)
    case parent
    case ignored
  }

  private var order: [String] = []
  private var contents: [String: Content] = [:]

  init() {}

  init(_ set: XMLElement) {
    let key = set.first("Key")?.first("ColumnRef")?.attribute("Ref")
    for column in set.children where column.name == "Column" || column.name == "ColumnRef" {
      guard let id = column.attribute("Id") else { continue }
      order.append(id)
      contents[id] = Self.content(
        id, key: key, language: column.first("Data")?.attribute("Lang"))
    }
    // Without key or column of that name, the first column is the code.
    let hasCode = contents.values.contains { if case .code = $0 { true } else { false } }
    if !hasCode, let first = order.first { contents[first] = .code }
  }

  private static func content(_ id: String, key: String?, language: String?) -> Content {
    let name = id.lowercased().filter { $0.isLetter || $0.isNumber }
    if id == key || (key == nil && name == "code") { return .code }
    if id.hasSuffix("_label") { return .label(language: language ?? String(id.dropLast(6))) }
    switch name {
    case "name", "label": return .label(language: language ?? "en")
    case "description", "definition": return .definition(language: language ?? "en")
    case "parent", "parentcode", "broader", "broadercode": return .parent
    default: return .ignored
    }
  }

  /// The columns that are not kept, in their order.
  var ignored: [String] {
    order.filter { if case .ignored = contents[$0] { true } else { false } }
  }

  func code(_ row: XMLElement) -> CodeListDraft.Code {
    var result = CodeListDraft.Code(code: "", line: row.line)
    var names: [CodeListDraft.LanguageText] = []
    var next = 0
    for value in row.children where value.name == "Value" {
      // A value that names no column is that of the column after the last one's.
      let id = value.attribute("ColumnRef") ?? (next < order.count ? order[next] : "")
      next = (order.firstIndex(of: id) ?? next) + 1
      let text = value.first("SimpleValue")?.text ?? ""
      switch contents[id] {
      case .code: result.code = CodeListDraft.plain(text)
      case .label(let language) where id.hasSuffix("_label"): result.labels.append(.init(language, text))
      case .label(let language): names.append(.init(language, text))
      case .definition(let language): result.definitions.append(.init(language, text))
      case .parent: if !text.isEmpty { result.parents.append(CodeListDraft.plain(text)) }
      case .ignored, nil: continue
      }
    }
    result.labels += names
    return result
  }
}
