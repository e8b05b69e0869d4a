public import PasserelleCore
public import PasserelleOntology
internal import Yams

/// Reads EuroVoc in its YAML form (`yamlskosv2`): the concepts, the micro-thesauri and the domains, a list each.
public struct EuroVocReader: Sendable {
  /// The longest file, in bytes.
  public static let fileLimit = 64 << 20

  /// Makes a reader.
  public init() {}

  /// Reads a file to its end.
  ///
  /// - Parameters:
  ///   - input: The bytes, UTF-8.
  ///   - file: The name for diagnostics.
  /// - Returns: The lists `eurovoc`, `eurovoc-schemes` and `eurovoc-domains`, and what was refused or noticed.
  /// - Throws: ``PasserelleError`` for a file that is too long or no such YAML, and what `input` throws.
  public func read(
    _ input: inout any ByteSource, file: String
  ) throws -> (lists: [CodeList], diagnostics: [Diagnostic]) {
    let root = try Self.root(try Self.text(&input, file: file), file: file)
    let issued = Self.string(root["issued"]) ?? ""
    let title = CodeListDraft.localized(Self.texts(root["title"]))?.text ?? LocalizedText(verbatim: "EuroVoc")
    var lists: [CodeList] = []
    var diagnostics: [Diagnostic] = []
    var ignored: [String] = []
    for (key, id, part, parentList) in Self.parts {
      var draft = CodeListDraft(
        id: id,
        label: [.init("fr", title.french + part.french), .init("en", title.english + part.english)],
        source: ["EuroVoc", issued].filter { !$0.isEmpty }.joined(separator: ", "),
        file: file, parentList: parentList)
      for (key, value) in root[key]?.mapping ?? [:] { draft.add(Self.code(key, value, &ignored)) }
      if let list = draft.finish() { lists.append(list) }
      diagnostics += draft.diagnostics
    }
    if !ignored.isEmpty {
      diagnostics.append(
        Diagnostic(.codeListField, at: SourceLocation(file: file), value: ignored.joined(separator: ", ")))
    }
    return (lists, diagnostics)
  }

  /// The parts of the file, and the list that each makes.
  private static let parts: [(key: String, id: String, label: LocalizedText, parentList: String?)] = [
    ("concepts", "eurovoc", LocalizedText(verbatim: ""), nil),
    (
      "schemes", "eurovoc-schemes", LocalizedText(fr: " : micro-thésaurus", en: ": micro-thesauri"),
      "eurovoc-domains"
    ),
    ("domains", "eurovoc-domains", LocalizedText(fr: " : domaines", en: ": domains"), nil),
  ]

  private static func code(_ key: Node, _ value: Node, _ ignored: inout [String]) -> CodeListDraft.Code {
    var code = CodeListDraft.Code(code: string(key) ?? "", line: key.mark?.line)
    for (field, content) in value.mapping ?? [:] {
      switch string(field) ?? "" {
      case "prefLabel": code.labels = texts(content)
      case "altLabel", "hiddenLabel": code.alternatives += texts(content).map(\.text)
      case "definition": code.definitions = texts(content)
      case "broader": code.parents = content.sequence?.compactMap(string) ?? []
      case "domain": code.parents = [string(content)].compactMap(\.self)
      // What the other lists, or the other end, say as well.
      case "notation", "narrower", "inScheme", "topConceptOf", "hasTopConcept": continue
      case let name: if !ignored.contains(name) { ignored.append(name) }
      }
    }
    return code
  }

  /// The texts of a mapping by language, one or several a language.
  private static func texts(_ node: Node?) -> [CodeListDraft.LanguageText] {
    (node?.mapping ?? [:]).flatMap { language, content in
      (content.sequence.map(Array.init) ?? [content]).compactMap(string).map {
        CodeListDraft.LanguageText(string(language) ?? "", $0)
      }
    }
  }

  private static func string(_ node: Node?) -> String? { node?.scalar?.string }
  private static func string(_ node: Node) -> String? { node.scalar?.string }

  private static func text(_ input: inout any ByteSource, file: String) throws -> String {
    var bytes: [UInt8] = []
    while true {
      let chunk = try [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
        count = try input.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if chunk.isEmpty { break }
      bytes += chunk
      guard bytes.count <= fileLimit else {
        throw fault(fr: "Le fichier dépasse 64 Mio.", en: "The file is longer than 64 MiB.", file: file)
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fault(fr: "Le fichier n’est pas en UTF-8.", en: "The file is not UTF-8.", file: file)
    }
    return text
  }

  private static func root(_ text: String, file: String) throws -> Node.Mapping {
    let node: Node?
    do {
      node = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch {
      throw fault(
        fr: "Le fichier n’est pas du YAML. Téléchargez-le de nouveau.",
        en: "The file is not YAML. Download it again.", file: file, cause: error)
    }
    guard let root = node?.mapping, string(root["$schema"]) == "yamlskosv2" else {
      throw fault(
        fr: "Le fichier n’est pas un thésaurus « yamlskosv2 ».", en: "The file is no “yamlskosv2” thesaurus.",
        file: file)
    }
    return root
  }

  private static func fault(
    fr: String, en: String, file: String, cause: (any Error)? = nil
  ) -> PasserelleError {
    PasserelleError(
      .inputUnreadable, LocalizedText(fr: fr, en: en), at: SourceLocation(file: file), cause: cause)
  }
}
