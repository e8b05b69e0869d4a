import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite struct TermDictionaryTests {
  private func identifiers(_ dictionary: TermDictionary, _ terms: [Term], _ store: GraphStore) throws
    -> [TermID]
  {
    let ids = try store.writeRaw { db in
      try dictionary.begin(db)
      let ids = try dictionary.identifiers(of: terms)
      try dictionary.flush(db)
      return ids
    }
    dictionary.commit()
    return ids
  }

  @Test(arguments: [false, true])
  func theSameTermHasTheSameIdentifierForEveryWriter(segments: Bool) throws {
    let fixture = try GraphFixture()
    let store = try fixture.open(segments: segments)
    var make = RandomStatements(seed: 55)
    let terms = (0..<500).map { _ in make.term() }
    let first = TermDictionary(store: store)
    let ids = try identifiers(first, terms, store)
    #expect(try identifiers(first, terms, store) == ids)
    try store.refreshPermutations(minimum: 1)
    let second = TermDictionary(store: store)
    #expect(try identifiers(second, terms.reversed(), store) == ids.reversed())
    let (found, back) = try store.read { (try $0.identifiers(of: terms), try $0.terms(of: ids)) }
    #expect(found == ids && back == terms)
    #expect(Set(ids).count == Set(terms).count)
    // Another process reads the same.
    let other = try fixture.open(segments: segments)
    let (again, texts) = try other.read { (try $0.identifiers(of: terms), try $0.terms(of: ids)) }
    #expect(again == ids && texts == terms)
  }

  @Test func forgottenIdentifiersAreGivenAgain() throws {
    struct Stop: Error {}
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let dictionary = TermDictionary(store: store)
    #expect(throws: Stop.self) {
      try store.writeRaw { db in
        try dictionary.begin(db)
        _ = try dictionary.identifiers(of: [.string("lost")])
        try dictionary.flush(db)
        throw Stop()
      }
    }
    dictionary.rollback()
    let ids = try identifiers(dictionary, [.string("kept"), .string("lost")], store)
    #expect(ids.map(\.rawValue) == [1, 2])
    #expect(try store.read { try $0.terms(of: ids) } == [.string("kept"), .string("lost")])
  }
}
