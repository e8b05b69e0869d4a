import PasserelleCore

/// Turns the YAML files of classes, relations and concepts into values.
struct SchemaReader {
  let file: String
  let location: String
  let prefixes: OntologyPrefixes

  /// Reads a file of `Schemas/Classes`.
  func readClass(_ document: YAMLMapping) throws -> OntologyClass {
    try document.allow(["format", "class", "iri", "parent", "abstract", "close", "label", "definition"])
    return OntologyClass(
      id: try document.text("class"), iri: try expand(try document.text("iri"), document),
      parent: try document.optionalText("parent"), isAbstract: try document.flag("abstract"),
      closeMatches: try document.texts("close").map { try expand($0, document) },
      label: try document.localized("label"), definition: try document.localized("definition"), file: file)
  }

  /// Reads a file of `Schemas/Relations`.
  func readRelations(_ document: YAMLMapping) throws -> [OntologyRelation] {
    try document.allow(["format", "group", "label", "relations"])
    let group = try document.text("group")
    return try document.mapping("relations").members().map { id, body in
      try body.allow([
        "iri", "domain", "range", "close", "symmetric", "codelist", "label", "reading", "inverse",
      ])
      return OntologyRelation(
        id: id, iri: try expand(try body.text("iri"), body), group: group, domain: try body.texts("domain"),
        range: try body.texts("range").map {
          $0.contains(":") ? .datatype(try expand($0, body)) : .type($0)
        },
        closeMatches: try body.texts("close").map { try expand($0, body) },
        isSymmetric: try body.flag("symmetric"), codeList: try body.optionalText("codelist"),
        label: try body.localized("label"), reading: ReadingSentence(try body.localized("reading")),
        inverse: ReadingSentence(try body.localized("inverse")), file: file)
    }
  }

  /// Reads a file of `Concepts`.
  func readThemes(_ document: YAMLMapping) throws -> [Theme] {
    try document.allow(["format", "scheme", "provisional", "label", "note", "concepts"])
    let isProvisional = try document.flag("provisional")
    return try document.mapping("concepts").members().map { id, body in
      try body.allow(["iri", "label", "alternatives", "cpv"])
      let alternatives = try body.optionalMapping("alternatives")
      try alternatives?.allow(["fr", "en"])
      return Theme(
        id: id, iri: try expand(try body.text("iri"), body), label: try body.localized("label"),
        frenchAlternatives: try alternatives?.texts("fr") ?? [],
        englishAlternatives: try alternatives?.texts("en") ?? [], cpvPrefixes: try body.texts("cpv"),
        isProvisional: isProvisional, file: file)
    }
  }

  func expand(_ name: String, _ body: YAMLMapping) throws -> String {
    guard let iri = prefixes.expand(name) else {
      throw OntologyFormat.fault(
        LocalizedText(
          fr: "Préfixe inconnu dans « \(name) » ; les préfixes sont dans Schemas/prefixes.yaml.",
          en: "Unknown prefix in \"\(name)\"; prefixes are in Schemas/prefixes.yaml."), file: location,
        line: body.line)
    }
    return iri
  }
}
