import Testing

@testable import PasserelleRendering

@Suite struct LineCleaningTests {
  @Test func aPageGivesATerminalNoOrders() {
    #expect(LineCleaning.page("a\u{1B}[31mb\u{9B}2J\u{7}\nc\td\r\n") == "a[31mb2J\nc d \n")
    #expect(LineCleaning.page("x\u{202E}y\u{2066}z\u{0}") == "xyz")
    #expect(LineCleaning.page("été — « 1 000 € »\n  b\n") == "été — « 1 000 € »\n  b\n")
  }
}
