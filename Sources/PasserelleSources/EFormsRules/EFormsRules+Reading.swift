public import PasserelleCore
internal import PasserelleJSON
internal import PasserelleXML

extension EFormsRules {
  /// Reads the rules of a `fields.json`.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its name for diagnostics.
  ///   - codes: The codes of a list by its name in the rules; nil for one that is not at hand, whose rules then count
  ///     as not looked at.
  /// - Throws: ``PasserelleError`` for a file that is no JSON, with code `input.unknownFormat` for one without rules.
  public init(
    fields bytes: [UInt8], file: String, codes: (String) -> Set<String>? = { _ in nil }
  ) throws {
    let limits = JSONLimits(depth: 64, recordBytes: 256 << 20)
    let document = try JSONDocument.parse(bytes, file: file, limits: limits)
    guard let rules = EFormsRulesBuilder.rules(document, codes: codes) else {
      throw PasserelleError(
        .inputUnknownFormat,
        LocalizedText(
          fr: "Ce fichier n’est pas le « fields.json » d’un SDK eForms.",
          en: "This file is not the “fields.json” of an eForms SDK."), at: SourceLocation(file: file))
    }
    self = rules
  }

  /// Whether a file is the `fields.json` of an eForms SDK, by its first bytes.
  public static func detects(fileName: String, firstBytes: [UInt8]) -> Bool {
    let text = Sniffer.text(firstBytes)
    return text.first == UInt8(ascii: "{") && Sniffer.holdsKey("sdkVersion", text.prefix(4096))
      && Sniffer.holdsKey("ublVersion", text.prefix(4096))
      && !Sniffer.holdsKey("codelists", text.prefix(4096))
      && !Sniffer.holdsKey("noticeSubTypes", text.prefix(4096))
  }

  /// The names of the code lists that rules ask for, ascending.
  public var codeListNames: [String] { listNames.sorted() }

  /// The codes of a genericode file.
  ///
  /// - Returns: The name of the list and its codes; nil for a file that is no such list.
  /// - Throws: ``PasserelleError`` for XML that is malformed or beyond the limits, and what `input` throws.
  public static func codes(
    of input: inout any ByteSource, file: String
  ) throws -> (name: String, codes: Set<String>)? {
    let reader = try XMLPullReader(input, file: file)
    defer { input = reader.input }
    var name: String?
    var codes: Set<String> = []
    while let event = try reader.next() {
      guard event == .start else { continue }
      switch (reader.depth, reader.name) {
      case (1, "CodeList"), (2, "SimpleCodeList"): continue
      case (1, _): return nil
      case (2, "Identification"):
        let identification = try reader.subtree().root
        name = identification.all("LongName").first { $0.attribute("Identifier") == nil }?.content
      case (3, "Row"):
        let values = try reader.subtree().root.all("Value")
        let value = values.first { $0.attribute("ColumnRef") == "code" } ?? values.first
        if let code = value?.first("SimpleValue")?.content { codes.insert(code) }
      default: try reader.skip()
      }
    }
    return name.map { ($0, codes) }
  }
}
