import PasserelleCore
import PasserelleMatching
import Testing

@Suite("Attachment to typologies")
struct AttachmentRuleTests {
  private let rule = AttachmentRule(
    typologies: [
      (Typology.Scheme.domain, "lighting"), (.domain, "water"), (.useCase, "smart-lighting"),
    ].map { scheme, key in
      Typology(scheme: scheme, key: key, iri: "x:" + key, label: LocalizedText(fr: key, en: key))
    })

  private func award(_ hits: (Int, Double)...) -> TypologyEvidence {
    TypologyEvidence(origin: .award, hits: hits.map { .init(typology: $0.0, strength: $0.1) })
  }

  @Test("One award gives a weak attachment, three of three a strong one")
  func counts() throws {
    func first(_ count: Int) throws -> VendorAttachment {
      try #require(rule.attachments(of: Array(repeating: award((0, 1)), count: count)).first)
    }
    #expect(try first(1).band == .weak)
    #expect(try first(2).band == .some)
    #expect(try first(3).band == .strong)
  }

  @Test("The score grows with the evidence and never reaches 1")
  func volume() throws {
    var last = 0.0
    for count in [1, 2, 5, 20, 100, 10_000] {
      let score = try #require(
        rule.attachments(of: Array(repeating: award((0, 1)), count: count)).first
      ).score
      #expect(score > last)
      #expect(score < 1)
      last = score
    }
  }

  @Test("Volume does not make up for share: three awards of a thousand attach nothing")
  func share() {
    let evidence = Array(repeating: award((0, 1)), count: 3) + Array(repeating: award((1, 1)), count: 997)
    #expect(rule.attachments(of: evidence).map(\.typology) == [1])
  }

  @Test("A vendor of two trades has both labels, domains before use cases, the surest first")
  func labels() {
    let evidence =
      Array(repeating: award((1, 1)), count: 6) + Array(repeating: award((0, 1), (2, 1)), count: 4)
    let found = rule.attachments(of: evidence)
    #expect(found.map(\.typology) == [1, 0, 2])
    #expect(found.map(\.pieceCount) == [10, 10, 4])
    #expect(found.map(\.reasons.count) == [6, 4, 4])
    #expect(found[1].reasons.map(\.piece) == [6, 7, 8, 9])
  }

  @Test("A single hint attaches nothing, and silent evidence dilutes a little")
  func hints() throws {
    #expect(rule.attachments(of: [award((0, 0.25))]).isEmpty)
    let plain = try #require(rule.attachments(of: [award((0, 1)), award((0, 1))]).first)
    let diluted = try #require(rule.attachments(of: [award((0, 1)), award((0, 1)), award()]).first)
    #expect(diluted.score < plain.score)
    #expect(diluted.pieceCount == 2)
  }

  @Test("No evidence attaches nothing")
  func nothing() {
    #expect(rule.attachments(of: []).isEmpty)
    #expect(rule.attachments(of: [award(), award()]).isEmpty)
  }
}
