import PasserelleCore
import PasserelleJSON
import PasserelleText

extension TableMapping {
  /// Reads a mapping file.
  ///
  /// - Throws: ``PasserelleError`` with code `mapping.invalid`, which names the key and what is allowed there.
  public init(yaml bytes: [UInt8], file: String) throws {
    guard UTF8Check.firstInvalidOffset(in: bytes) == nil else {
      throw PasserelleError(
        .mappingInvalid,
        LocalizedText(
          fr: "Le fichier de correspondance n’est pas en UTF-8. Enregistrez-le en UTF-8.",
          en: "The mapping file is not in UTF-8. Save it as UTF-8."), at: SourceLocation(file: file))
    }
    let contents = String(decoding: bytes, as: UTF8.self)
    var parser = TableMappingParser(try MappingNode.document(contents, file: file))
    self = try parser.parse()
    sum = Self.sum(of: bytes)
  }

  /// Whether a mapping file declares this format.
  static func isDeclared(in bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(4096), as: UTF8.self).split(whereSeparator: \.isNewline).contains {
      $0.hasPrefix("format:") && $0.contains(format)
    }
  }

  /// FNV-1a.
  private static func sum(of bytes: [UInt8]) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }
}

/// Reads a mapping out of its file: settings, then things, then records.
struct TableMappingParser {
  let root: MappingNode
  var mapping = TableMapping(source: "", title: LocalizedText(fr: "", en: ""))
  /// The tables of codes by name.
  var codes: [String: [String: String]] = [:]
  /// The things by name.
  var places: [String: Int] = [:]
  private var numbers: [String: TableColumn] = [:]

  /// The keys of a mapping file, as its page tells them.
  static let keys = [
    "format", "source", "title", "layout", "arrays", "recognise", "without", "encoding", "separator",
    "decimal", "dates", "repair", "demonstration", "ignored", "persons", "codes", "translate", "things",
    "records",
  ]

  init(_ root: MappingNode) { self.root = root }

  mutating func parse() throws -> TableMapping {
    try root.allow(Self.keys)
    guard try root.required("format").text() == TableMapping.format else {
      throw try root.required("format").wrong(TableMapping.format)
    }
    try parseSettings()
    for (name, table) in try root["codes"]?.members() ?? [] {
      codes[name] = Dictionary(
        try table.members().map { ($0.key, try $0.value.plainText()) },
        uniquingKeysWith: { first, _ in first })
    }
    for (name, table) in try root["translate"]?.members() ?? [] {
      let codes = try codeTable(table)
      var folded: [String: String] = [:]
      for (writing, code) in codes.sorted(by: { $0.key < $1.key }) {
        folded[TextFolding.fold(writing)] = code
        folded[TextFolding.fold(code)] = code
      }
      mapping.translations.append((try column(named: name, at: table), folded))
    }
    let things = try root.required("things").members()
    for (place, thing) in things.enumerated() {
      guard places.updateValue(place, forKey: thing.key) == nil else {
        throw thing.value.wrong("un seul / only one \(thing.key)")
      }
    }
    for (name, node) in things { mapping.things.append(try thing(name, node)) }
    mapping.records = try root.required("records").elements().map { try record($0) }
    return mapping
  }

  private mutating func parseSettings() throws {
    let name = try root.required("source")
    mapping.source = try name.text()
    guard
      mapping.source.utf8.allSatisfy({
        (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      })
    else { throw name.wrong("a-z, 0-9, -") }
    mapping.title = LocalizedText(fr: mapping.source, en: mapping.source)
    if let title = root["title"] {
      try title.allow(["fr", "en"])
      mapping.title = LocalizedText(
        fr: try title.required("fr").text(), en: try title.required("en").text())
    }
    if let layout = root["layout"] { mapping.layout = try layout.choice(TableMapping.Layout.self) }
    if let arrays = root["arrays"] {
      mapping.arrays = try arrays.texts().map { $0.split(separator: ".").map(String.init) }
    }
    mapping.recognised = try root["recognise"]?.texts() ?? []
    mapping.foreign = try root["without"]?.texts() ?? []
    if let encoding = root["encoding"] {
      guard let found = InputEncoding(name: try encoding.text()) else {
        throw encoding.wrong(InputEncoding.allCases.map(\.rawValue).joined(separator: ", "))
      }
      mapping.encoding = found
    }
    mapping.separator = try root["separator"]?.character().asciiValue
    if let decimal = root["decimal"] {
      mapping.decimal = try decimal.character()
      guard mapping.decimal == "." || mapping.decimal == "," else { throw decimal.wrong("“.” “,”") }
    }
    if let dates = root["dates"] { mapping.dates = try dates.choice(CSVMapping.DateStyle.self) }
    if let repair = root["repair"] {
      guard try repair.text() == "mac-roman" else { throw repair.wrong("mac-roman") }
      mapping.restoresMacRoman = true
    }
    mapping.isDemonstration = try root["demonstration"]?.flag() ?? false
    mapping.ignored = Set(try root["ignored"]?.texts() ?? [])
    mapping.persons = Set(try root["persons"]?.texts() ?? [])
  }

  /// The number of a column, given when it is first named; columns of persons have none.
  mutating func column(_ node: MappingNode) throws -> TableColumn {
    try column(named: node.text(), at: node)
  }

  mutating func column(named name: String, at node: MappingNode) throws -> TableColumn {
    guard !mapping.persons.contains(name) else {
      throw node.fault(
        "La colonne « \(name) » est dite personnelle (persons) : elle ne peut pas être lue.",
        "The column “\(name)” is said to be personal (persons): it cannot be read.")
    }
    if let known = numbers[name] { return known }
    let number = mapping.columns.count
    mapping.columns.append(name)
    numbers[name] = number
    return number
  }

  mutating func template(_ node: MappingNode) throws -> TableTemplate {
    var fault: (any Error)?
    let made = TableTemplate(try node.text()) { name in
      do { return try column(named: name, at: node) } catch { fault = error }
      return 0
    }
    if let fault { throw fault }
    guard let made else {
      let filters = TableTemplate.Filter.allCases.map(\.rawValue).joined(separator: ", ")
      throw node.wrong("{colonne / column}, {…|\(filters)}")
    }
    return made
  }

  /// The thing of a name.
  func place(_ node: MappingNode) throws -> Int {
    guard let place = places[try node.text()] else {
      throw node.wrong(places.keys.sorted().joined(separator: ", "))
    }
    return place
  }

  /// What an IRI is made of: `scheme/{column}`, or `thing/name` for what lies below a thing of the row.
  ///
  /// It may lie only below things before `limit`, so that none lies below itself.
  mutating func identity(_ node: MappingNode, below limit: Int = .max) throws -> TableIdentity {
    let text = try node.text()
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw node.wrong("schéma/{colonne} / scheme/{column}") }
    let rest = node.part(parts[1])
    let made = try template(rest)
    if let scheme = IdentifierScheme(rawValue: parts[0]) { return .scheme(scheme, made) }
    if let place = places[parts[0]], place < limit { return .below(place, made) }
    let schemes = IdentifierScheme.allCases.map(\.rawValue).joined(separator: ", ")
    throw node.wrong(schemes + ", " + places.keys.sorted().joined(separator: ", "))
  }

  /// The tests of `when` and `unless`: a column and its values, `*` for any, `""` for none.
  mutating func conditions(_ node: MappingNode) throws -> [TableCondition] {
    var result: [TableCondition] = []
    for (key, isNegated) in [("when", false), ("unless", true)] {
      for (name, value) in try node[key]?.members() ?? [] {
        let values = try value.texts()
        let column = try column(named: name, at: value)
        let wanted: Set<String>? = values == ["*"] ? nil : values == [""] ? [] : Set(values)
        result.append(TableCondition(column: column, values: wanted, isNegated: isNegated))
      }
    }
    return result
  }
}
