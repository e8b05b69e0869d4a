import Testing

@testable import PasserelleOntology

/// The fast reader against the YAML library.
struct PlainYAMLTests {
  /// Every file of the ontology that is read at the start is plain, and reads the same both ways; mappings of tables
  /// are read when a table is.
  @Test func readsTheOntology() throws {
    var read = 0
    for (path, contents) in EmbeddedOntology.files
    where path.hasSuffix(".yaml") && !path.hasPrefix("Mappings/") {
      let value = PlainYAML.value(of: contents)
      #expect(value != nil, "\(path) is not plain")
      read += 1
      // The large lists repeat one shape.
      guard contents.utf8.count < 20_000 else { continue }
      #expect(try withoutLines(value) == withoutLines(YAMLMapping.libraryValue(of: contents)), "\(path)")
    }
    #expect(read > 60)
  }

  @Test(arguments: [
    "a: b\n", "a:\n  b: c\n  d: [x, \"y, z\", \"\\\"q\\\"\"]\n", "a:\n  - b\n  - \"c: d\"\nd: e\n",
    "a:\n- b\n- c\n", "a: {b: c, d: [e, f]}\n", "\"01\": {name: \"L'Ain\", latitude: 46.1}\n", "a:\n",
    "# remark\na: b # c\n", "a: b#c\n", "a: http://x.example/y\n", "a: -1\nb: - 1\n", "a: 'b'\n",
    "a: |\n  b\n  c\n", "a: b\n  c\n", "a: &x b\nc: *x\n", "a: [b,\n  c]\n", "- a\n- b\n", "a: [b]c\n",
    "a: {b}\n",
    "a: \"b\\n\"\n", "a: b\na: c\n", "a b: c\n", "a : b\n", "a: [b, ]\n", "a: []\n", "a: \"\"\n", "a:\tb\n",
    "", "a\n",
    "a: b: c\n", "a: \"b\" c\n", "  a: b\n", "a:\n    b: c\n  d: e\n", "a: é’à\r\n", "---\na: b\n", "a: @b\n",
    "a: ~\n",
  ])
  func agreesOrLeavesIt(text: String) throws {
    guard let value = PlainYAML.value(of: text) else { return }
    let full = try YAMLMapping.libraryValue(of: text)
    #expect(withoutLines(value) == withoutLines(full))
    #expect(value == full, "lines differ")
  }

  @Test func keepsLines() throws {
    let text = "format: x\n\n# remark\nlist:\n  one:\n    fr: un\n  two: {fr: deux}\n"
    #expect(PlainYAML.value(of: text) == (try YAMLMapping.libraryValue(of: text)))
  }

  /// Values alone: the library gives lists and mappings in brackets lines of their own.
  private func withoutLines(_ value: YAMLValue?) -> YAMLValue? {
    switch value {
    case nil: nil
    case .scalar(let text, _): .scalar(text, line: 0)
    case .sequence(let values, _): .sequence(values.compactMap(withoutLines), line: 0)
    case .mapping(let members, _):
      .mapping(
        members.compactMap { member in
          withoutLines(member.value).map { YAMLValue.Member(key: member.key, line: 0, value: $0) }
        }, line: 0)
    }
  }
}
