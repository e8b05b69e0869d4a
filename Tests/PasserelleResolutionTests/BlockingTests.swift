import PasserelleResolution
import Testing

@Suite struct BlockingTests {
  private func keys(_ name: String, town: String = "") -> Set<UInt64> {
    let mention = Mention(id: "x", names: [name], place: Mention.Place(town: town))
    return Set(MentionKeys().keys(of: plainPreparer().prepare(mention)))
  }

  /// Spellings of one name share a key.
  @Test(arguments: [
    ("Grenoble Alpes Métropole", "GRENOBLE-ALPES METROPOLE"), ("Cloitre imprimerie", "IMPRIMERIE CLOÎTRE"),
    ("Grenoble", "Grenobe"), ("Urban'ism", "URBANISM"), ("Durand Philippe", "Durant Phillipe"),
  ])
  func spellingsMeet(pair: (String, String)) {
    #expect(!keys(pair.0).isDisjoint(with: keys(pair.1)))
  }

  /// Keys are sorted and each there once, and none for a name without letters.
  @Test func keysAreASet() {
    let keys = MentionKeys().keys(of: plainPreparer().prepare(Mention(id: "x", names: ["alpha bravo alpha"])))
    #expect(keys == Array(Set(keys)).sorted())
    #expect(MentionKeys().keys(of: plainPreparer().prepare(Mention(id: "x", names: ["—"]))).isEmpty)
  }

  /// Names with nothing in common share no key.
  @Test func strangersDoNotMeet() {
    #expect(keys("alpha bravo", town: "Lyon").isDisjoint(with: keys("kilo tango", town: "Lyon")))
  }

  /// A block past its cap proposes nothing, and the report says so.
  @Test func largeBlocksAreSilent() {
    var options = plainOptions()
    options.blocking.caps = [UInt32](repeating: 4, count: BlockingFamily.allCases.count)
    let mentions = (0..<5).map { plainPreparer().prepare(Mention(id: "m\($0)", names: ["alpha"])) }
    let state = ResolutionState(mentions: mentions, scorer: StandInScoring(), options: options)
    #expect(state.report.pairs == 0)
    #expect(state.report.families.contains { $0.silentBlocks > 0 })
    let fewer = ResolutionState(
      mentions: Array(mentions.dropLast()), scorer: StandInScoring(), options: options)
    #expect(fewer.report.pairs == 6)
    #expect(fewer.report.pairsPerMention == 1.5)
  }
}
