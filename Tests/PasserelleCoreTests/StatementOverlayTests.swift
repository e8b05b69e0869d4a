import PasserelleCore
import Testing

@Suite struct StatementOverlayTests {
  private func say(_ subject: String, _ predicate: String, _ object: Term) -> StatementOverlay.Statement {
    StatementOverlay.Statement(.iri("x:" + subject), .iri("x:" + predicate), object)
  }

  @Test func laterStateTakesThePlaceOfWhatItMentions() {
    var overlay = StatementOverlay([
      say("a", "title", .string("old")), say("a", "amount", .integer(1)), say("a", "winner", .iri("x:w1")),
      say("w1", "name", .string("One")),
    ])
    overlay.lay([say("a", "title", .string("new")), say("a", "winner", .iri("x:w2"))])
    #expect(
      overlay.reachable(from: "x:a") == [
        say("a", "amount", .integer(1)), say("a", "title", .string("new")), say("a", "winner", .iri("x:w2")),
      ])
  }

  @Test func severalObjectsAreReplacedTogether() {
    var overlay = StatementOverlay([say("a", "cpv", .integer(1)), say("a", "cpv", .integer(2))])
    overlay.lay([say("a", "cpv", .integer(3))])
    #expect(overlay.statements == [say("a", "cpv", .integer(3))])
  }

  @Test func removalsTakeARelationOrASubject() {
    var overlay = StatementOverlay([
      say("a", "title", .string("t")), say("a", "lot", .iri("x:l")), say("l", "title", .string("l")),
    ])
    overlay.lay(
      [],
      removing: [
        StatementRemoval(subject: "x:a", predicate: "x:title"),
        StatementRemoval(subject: "x:l", predicate: nil),
      ])
    #expect(overlay.statements == [say("a", "lot", .iri("x:l"))])
  }

  @Test func olderStateOnlyFillsGaps() {
    var overlay = StatementOverlay([say("a", "title", .string("new"))])
    overlay.slip(under: [say("a", "title", .string("old")), say("a", "amount", .integer(1))])
    #expect(overlay.statements == [say("a", "title", .string("new")), say("a", "amount", .integer(1))])
  }

  @Test func listsOfIdentifiedThingsAddUp() {
    var overlay = StatementOverlay([say("a", "lot", .iri("x:1")), say("a", "title", .string("old"))])
    overlay.lay([say("a", "lot", .iri("x:2")), say("a", "title", .string("new"))], adding: ["x:lot"])
    #expect(
      overlay.statements == [
        say("a", "lot", .iri("x:1")), say("a", "lot", .iri("x:2")), say("a", "title", .string("new")),
      ])
  }

  @Test func repairsAddUp() {
    let repaired = StatementOverlay.Statement(.iri("x:a"), .iri(Vocabulary.sourceValue), .string("title=T "))
    let again = StatementOverlay.Statement(.iri("x:a"), .iri(Vocabulary.sourceValue), .string("amount=1,0"))
    var overlay = StatementOverlay([repaired])
    overlay.lay([again])
    #expect(overlay.statements == [repaired, again])
  }
}
