import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct NQuadsTests {
  @Test(arguments: [
    (Term.string(""), #""""#), (.string("é\u{1F600}"), "\"é\u{1F600}\""), (.string("\"\\"), #""\"\\""#),
    (.string("\u{8}\t\n\u{C}\r"), #""\b\t\n\f\r""#),
    (.string("\0\u{B}\u{1F}\u{7F}"), #""\u0000\u000B\u001F\u007F""#),
    (.string("\r\n"), #""\r\n""#), (.string("\u{80}'"), "\"\u{80}'\""),
    (.string("x", language: "pt-br"), #""x"@pt-br"#),
    (.integer(-5), #""-5"^^<http://www.w3.org/2001/XMLSchema#integer>"#),
    (.literal(Literal("x", .other("urn:a b"))), #""x"^^<urn:a\u0020b>"#),
    (.iri("urn:é"), "<urn:é>"),
    (.iri("<>\"{}|^`\\ \0"), #"<\u003C\u003E\u0022\u007B\u007D\u007C\u005E\u0060\u005C\u0020\u0000>"#),
  ])
  func writesTermsCanonically(term: Term, expected: String) {
    #expect(NQuads.text(term) == expected)
  }

  @Test func writesALineForAStatement() {
    #expect(
      NQuads.line(.iri("urn:s"), .iri("urn:p"), .string("o\n"), graph: .iri("urn:g"))
        == #"<urn:s> <urn:p> "o\n" <urn:g> ."#)
  }

  /// A plain reader of what is written: escapes back to scalars.
  @Test func escapesComeBack() {
    var random = SeededGenerator(seed: 71)
    for _ in 0..<2000 {
      let text = random.text(0...20)
      let literal = NQuads.text(.string(text))
      let iri = NQuads.text(.iri(text))
      #expect(literal.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } && iri.utf8.allSatisfy { $0 > 0x20 })
      #expect(Self.unescaped(literal).elementsEqual(Array(text.unicodeScalars)))
      #expect(Self.unescaped(iri).elementsEqual(Array(text.unicodeScalars)))
    }
  }

  private static func unescaped(_ written: String) -> [Unicode.Scalar] {
    let simple: [Unicode.Scalar: Unicode.Scalar] = [
      "b": "\u{8}", "t": "\t", "n": "\n", "f": "\u{C}", "r": "\r", "\"": "\"", "\\": "\\",
    ]
    var rest = Array(written.unicodeScalars)[1...].dropLast()
    var result: [Unicode.Scalar] = []
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let kind = rest.popFirst() else {
        result.append(scalar)
        continue
      }
      if kind == "u" {
        let digits = String(String.UnicodeScalarView(rest.prefix(4)))
        rest = rest.dropFirst(4)
        result.append(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "?")
      } else {
        result.append(simple[kind] ?? "?")
      }
    }
    return result
  }
}
