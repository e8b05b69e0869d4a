import PasserelleCore

/// Turns the YAML file of a code list into a value.
struct CodeListReader {
  let file: String

  /// Reads a file of `Codelists`.
  func read(_ document: YAMLMapping) throws -> CodeList {
    try document.allow(["format", "list", "label", "parents", "source", "codes"])
    return CodeList(
      id: try document.text("list"), label: try document.localized("label"),
      source: try document.optionalText("source") ?? "",
      parentList: try document.optionalText("parents"),
      entries: try document.mapping("codes").members().map(readEntry), file: file)
  }

  private func readEntry(_ code: String, _ body: YAMLMapping) throws -> CodeList.Entry {
    try body.allow([
      "name", "fr", "en", "parent", "latitude", "longitude", "definition", "alternatives",
    ])
    let name = try body.optionalText("name") ?? ""
    return CodeList.Entry(
      code: code,
      label: LocalizedText(
        fr: try body.optionalText("fr") ?? name, en: try body.optionalText("en") ?? name),
      parent: try body.optionalText("parent"), point: try readPoint(body),
      alternatives: try body.texts("alternatives"),
      definition: body.has("definition") ? try body.localized("definition") : nil, line: body.line)
  }

  private func readPoint(_ body: YAMLMapping) throws -> GeographicPoint? {
    guard body.has("latitude") || body.has("longitude") else { return nil }
    return GeographicPoint(
      latitude: try degrees("latitude", body), longitude: try degrees("longitude", body))
  }

  private func degrees(_ key: String, _ body: YAMLMapping) throws -> Double {
    let text = try body.text(key)
    guard let value = Double(text), value.isFinite else {
      throw OntologyFormat.fault(
        LocalizedText(
          fr: "« \(text) » n'est pas un nombre de degrés, comme 48.857.",
          en: "\"\(text)\" is not a number of degrees such as 48.857."), file: body.location,
        line: body.line)
    }
    return value
  }
}
