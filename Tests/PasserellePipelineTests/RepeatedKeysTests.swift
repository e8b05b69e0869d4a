import PasserelleDigest
import Testing

@testable import PasserellePipeline

@Suite struct RepeatedKeysTests {
  private var keys = RepeatedKeys()

  private mutating func meet(
    _ key: String, _ content: String, source: String = "s", file: String = "f"
  ) -> RepeatedKeys.Occurrence {
    keys.occurrence(source: source, key: key, hash: SHA256Digest.hash(Array(content.utf8)), file: file)
  }

  @Test mutating func contentsUnderOneKeyAreNumberedInTheOrderMet() {
    #expect(meet("k", "a") == .first)
    #expect(meet("k", "b") == .another(key: "k~2"))
    #expect(meet("k", "a") == .repeated)
    #expect(meet("k", "b") == .repeated)
    #expect(meet("k", "c") == .another(key: "k~3"))
    #expect(meet("k", "c") == .repeated)
  }

  @Test mutating func keysAndSourcesAreTheirOwn() {
    #expect(meet("k", "a") == .first)
    #expect(meet("l", "a") == .first)
    #expect(meet("k", "b", source: "t") == .first)
    #expect(meet("k", "a", source: "t") == .another(key: "k~2"))
  }

  @Test mutating func anotherFileTellsOfOtherStatesOfTheSameRecords() {
    #expect(meet("k", "a") == .first)
    #expect(meet("k", "b") == .another(key: "k~2"))
    #expect(meet("k", "b", file: "g") == .repeated)
    #expect(meet("k", "c", file: "g") == .state(key: "k"))
    #expect(meet("k", "d", file: "g") == .another(key: "k~3"))
    #expect(meet("k", "a", file: "h") == .state(key: "k"))
    #expect(meet("k", "e", file: "h") == .state(key: "k~2"))
    #expect(meet("k", "d", file: "h") == .repeated)
  }

  @Test mutating func whatIsNamedByFileIsToldApart() {
    #expect(meet("k", "a", file: "") == .first)
    #expect(meet("l", "a", file: "f") == .first)
    #expect(meet("k", "b", file: "") == .another(key: "k~2"))
  }
}
