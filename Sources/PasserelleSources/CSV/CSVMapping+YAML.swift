internal import PasserelleCore
internal import PasserelleJSON
internal import Yams

extension CSVMapping {
  /// Reads a mapping file.
  ///
  /// - Throws: ``PasserelleError`` with code `mapping.invalid`, which names the key and what is allowed there.
  public init(yaml bytes: [UInt8], file: String) throws {
    func invalid(_ french: String, _ english: String, line: Int? = nil) -> PasserelleError {
      PasserelleError(
        .mappingInvalid, LocalizedText(fr: french, en: english), at: SourceLocation(file: file, line: line))
    }
    guard UTF8Check.firstInvalidOffset(in: bytes) == nil else {
      throw invalid(
        "Le fichier de correspondance n’est pas en UTF-8. Enregistrez-le en UTF-8.",
        "The mapping file is not in UTF-8. Save it as UTF-8.")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw PasserelleError(
        .mappingInvalid,
        LocalizedText(
          fr: "Le fichier de correspondance n’est pas du YAML correct : \(error)",
          en: "The mapping file is not sound YAML: \(error)"), at: SourceLocation(file: file), cause: error)
    }
    guard let mapping = root?.mapping else {
      throw invalid(
        "Le fichier de correspondance doit être une liste de clés (format, source, fields…).",
        "The mapping file must be a list of keys (format, source, fields…).")
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard Self.keys.contains(name) else {
        let allowed = Self.keys.joined(separator: ", ")
        throw invalid(
          "La clé « \(name) » n’est pas connue. Clés admises : \(allowed).",
          "The key “\(name)” is not known. Keys allowed: \(allowed).", line: key.mark?.line)
      }
      values[name] = value
    }
    /// The text of a key, checked against what is allowed.
    func text(_ key: String, _ allowed: String, _ check: (String) -> Bool = { !$0.isEmpty }) throws -> String?
    {
      guard let node = values[key] else { return nil }
      guard let text = node.string, check(text) else {
        throw invalid(
          "La valeur de « \(key) » n’est pas admise. Attendu : \(allowed).",
          "The value of “\(key)” is not allowed. Expected: \(allowed).", line: node.mark?.line)
      }
      return text
    }
    guard try text("format", Self.format, { $0 == Self.format }) != nil else {
      throw invalid(
        "La clé « format » manque. Écrivez « format: \(Self.format) ».",
        "The key “format” is missing. Write “format: \(Self.format)”.")
    }
    let name = try text("source", "a-z, 0-9, -") { name in
      !name.isEmpty && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
    guard let name else {
      throw invalid(
        "La clé « source » manque : donnez un nom court au jeu de données.",
        "The key “source” is missing: give the data set a short name.")
    }
    self.init(source: name, columns: [:])
    let encodings = InputEncoding.allCases.map(\.rawValue).joined(separator: ", ")
    if let found = try text("encoding", encodings, { InputEncoding(name: $0) != nil }) {
      encoding = InputEncoding(name: found) ?? .utf8
    }
    if let found = try text("separator", "; , | tab", { Self.separator($0) != nil }) {
      separator = Self.separator(found)
    }
    if let found = try text("decimal", "“.” “,”", { $0 == "." || $0 == "," }) {
      decimal = found == "," ? "," : "."
    }
    let styles = DateStyle.allCases.map(\.rawValue).joined(separator: ", ")
    if let found = try text("dates", styles, { DateStyle(rawValue: $0) != nil }) {
      dates = DateStyle(rawValue: found) ?? .iso
    }
    if let found = try text("demonstration", "true, false", { $0 == "true" || $0 == "false" }) {
      isDemonstration = found == "true"
    }
    guard let fields = values["fields"]?.mapping else {
      throw invalid(
        "La clé « fields » manque, ou n’est pas une liste « champ: colonne ».",
        "The key “fields” is missing, or is not a list “field: column”.", line: values["fields"]?.mark?.line)
    }
    for (key, value) in fields {
      guard let field = key.string.flatMap(Field.init(rawValue:)) else {
        let allowed = Field.allCases.map(\.rawValue).joined(separator: ", ")
        throw invalid(
          "Le champ « \(key.string ?? "") » n’est pas connu. Champs admis : \(allowed).",
          "The field “\(key.string ?? "")” is not known. Fields allowed: \(allowed).", line: key.mark?.line)
      }
      guard let column = value.string, !column.trimmed.isEmpty else {
        throw invalid(
          "Le champ « \(field.rawValue) » n’a pas de nom de colonne.",
          "The field “\(field.rawValue)” has no column name.", line: value.mark?.line)
      }
      columns[field] = column.trimmed
    }
    guard columns[.id] != nil, columns[.buyerSiret] != nil || columns[.buyerName] != nil else {
      throw invalid(
        "Les champs « id » et « buyerSiret » (ou « buyerName ») sont obligatoires.",
        "The fields “id” and “buyerSiret” (or “buyerName”) are required.", line: values["fields"]?.mark?.line)
    }
  }

  private static func separator(_ text: String) -> Character? {
    switch text {
    case "tab", "\\t", "\t": "\t"
    case ";", ",", "|": text.first
    default: nil
    }
  }

  /// A mapping for the headings of a file, as a start: fields whose names the headings suggest.
  static func suggestion(headings: [String]) -> String {
    let guesses: [(Field, [String])] = [
      (.id, ["id", "identifiant", "numero", "reference"]), (.title, ["objet", "title", "titre", "intitule"]),
      (.buyerSiret, ["siret acheteur", "acheteur id"]), (.buyerName, ["acheteur", "buyer", "acheteur nom"]),
      (.vendorSiret, ["siret titulaire", "titulaire id"]),
      (.vendorName, ["titulaire", "vendor", "fournisseur"]),
      (.cpv, ["cpv", "code cpv"]), (.amount, ["montant", "amount", "montant ht"]),
      (.notified, ["notification", "date notification", "date"]), (.postalCode, ["code postal"]),
    ]
    let folded = headings.map { Slug.make($0).replacing("-", with: " ") }
    var lines = [
      "format: \(format)", "source: \(Slug.make(headings.isEmpty ? "source" : "ma-source"))", "fields:",
    ]
    var taken: Set<Int> = []
    for (field, names) in guesses {
      guard let index = folded.indices.first(where: { !taken.contains($0) && names.contains(folded[$0]) })
      else {
        continue
      }
      taken.insert(index)
      lines.append("  \(field.rawValue): \(quoted(headings[index]))")
    }
    if !taken.contains(where: { names(guesses, .id).contains(folded[$0]) }), let first = headings.first {
      lines.insert("  id: \(quoted(first))", at: 3)
    }
    if !lines.contains(where: { $0.contains("buyer") }) { lines.append("  buyerName: …") }
    return lines.joined(separator: "\n")
  }

  private static func names(_ guesses: [(Field, [String])], _ field: Field) -> [String] {
    guesses.first { $0.0 == field }?.1 ?? []
  }

  private static func quoted(_ heading: String) -> String {
    "\"" + heading.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
