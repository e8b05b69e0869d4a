extension SchemaReader {
  /// Reads a file of `Lexicon`.
  func readLexicon(_ document: YAMLMapping) throws -> [LexiconEntry] {
    try document.allow(["format", "lexicon", "label", "entries"])
    return try document.mapping("entries").members().map { id, body in
      try body.allow(["term", "fr", "en", "pt", "acronyms", "former", "note", "source", "concept"])
      let kinds: [(key: String, language: String, kind: LexiconEntry.Equivalent.Kind)] = [
        ("fr", "fr", .term), ("en", "en", .term), ("pt", "pt", .term), ("acronyms", "fr", .acronym),
        ("former", "fr", .former),
      ]
      return LexiconEntry(
        id: id, term: try body.text("term"),
        equivalents: try kinds.flatMap { key, language, kind in
          try body.texts(key).map {
            LexiconEntry.Equivalent(language: language, text: $0, kind: kind)
          }
        },
        note: body.has("note") ? try body.localized("note") : nil,
        source: try body.optionalText("source") ?? "", concept: try body.optionalText("concept"), file: file)
    }
  }
}
