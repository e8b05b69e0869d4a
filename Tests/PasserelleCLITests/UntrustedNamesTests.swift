import Testing

/// What names of files and texts say is shown, never obeyed.
@Suite struct UntrustedNamesTests {
  private static let orders = "\u{1B}[31m\u{202E}"

  @Test func aNameThatIsNotThereGivesTheTerminalNoOrders() throws {
    let program = try Program()
    let outcome = try program.run("ingest", "nulle\(Self.orders)part.json")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("nulle[31mpart.json"))
    #expect(!outcome.errors.contains("\u{1B}") && !outcome.errors.contains("\u{202E}"))
  }

  @Test func aTextShownOnAPageGivesTheTerminalNoOrders() throws {
    let program = try Program()
    let outcome = try program.shell(
      "printf '# Voirie \\342\\200\\256\\n\\nLe march\\303\\251 porte sur la voirie.\\n' > besoin.md && "
        + "passerelle ingest besoin.md 2>/dev/null; passerelle match besoin.md; true")
    #expect(outcome.text.contains("Voirie") && !outcome.text.contains("\u{202E}"))
  }
}
