import PasserelleCore
import Testing

@Suite struct DiagnosticTests {
  private static let code = DiagnosticCode(
    "test.code", .note, reason: LocalizedText(fr: "raison", en: "reason"),
    remedy: LocalizedText(fr: "remède", en: "remedy"))

  @Test(arguments: [0, 1, 199, 200])
  func valuesUpToTheLimitAreKept(length: Int) {
    let value = String(repeating: "é", count: length)
    #expect(Diagnostic(Self.code, at: SourceLocation(file: "-"), value: value).value == value)
  }

  @Test(arguments: [201, 100_000])
  func longerValuesAreCut(length: Int) {
    // A flag is one character of two scalars: it must not be cut in two.
    let value = String(repeating: "\u{1F1EB}\u{1F1F7}", count: length)
    let cut = Diagnostic(Self.code, at: SourceLocation(file: "-"), value: value).value
    #expect(cut == String(repeating: "\u{1F1EB}\u{1F1F7}", count: 200) + "…")
  }

  @Test func codesAreTheSameByName() {
    let text = LocalizedText(verbatim: "other")
    let same = DiagnosticCode("test.code", .error, reason: text, remedy: text)
    #expect(Self.code == same && Set([Self.code, same]).count == 1)
    #expect(Self.code != DiagnosticCode("test.other", .note, reason: text, remedy: text))
  }

  @Test func locationsReadAsCompilersPrintThem() {
    #expect(SourceLocation(file: "a.json", record: 3, line: 7, byteOffset: 90).description == "a.json:7 (#3)")
    #expect(SourceLocation(file: "-").description == "-")
  }
}
