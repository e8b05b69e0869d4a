import Foundation
import GRDB
import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite struct TermDictionaryTests {
  private func identifiers(_ dictionary: TermDictionary, _ terms: [Term], _ store: GraphStore) throws
    -> [TermID]
  {
    try store.writeRaw { db in
      let lookup = try dictionary.begin(db)
      let ids = try dictionary.identifiers(of: terms, lookup)
      try dictionary.flush(db)
      return ids
    }
  }

  @Test func theSameTermHasTheSameIdentifierForEveryWriter() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    var make = RandomStatements(seed: 55)
    let terms = (0..<500).map { _ in make.term() }
    let first = TermDictionary(codec: store.codec)
    let ids = try identifiers(first, terms, store)
    first.commit()
    #expect(try identifiers(first, terms, store) == ids)
    let second = TermDictionary(codec: store.codec)
    #expect(try identifiers(second, terms.reversed(), store) == ids.reversed())
    let (found, back) = try store.read { (try $0.identifiers(of: terms), try $0.terms(of: ids)) }
    #expect(found == ids && back == terms)
    #expect(Set(ids).count == Set(terms).count)
  }

  /// Terms with equal hashes are told apart by their keys.
  @Test func collidingHashesAreToldApart() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let terms: [Term] = [.string("one"), .string("two")]
    try store.writeRaw { db in
      let hash = TermCodec.hash(store.codec.key(of: terms[1]))
      try db.execute(
        sql: "INSERT INTO term (id, hash, key) VALUES (1, ?, ?)",
        arguments: [hash, Data("\u{2}impostor".utf8)])
    }
    let dictionary = TermDictionary(codec: store.codec)
    let ids = try identifiers(dictionary, terms, store)
    #expect(ids == [TermID(rawValue: 2), TermID(rawValue: 3)])
    #expect(try store.read { try $0.terms(of: ids) } == terms)
  }

  @Test func forgottenIdentifiersAreGivenAgain() throws {
    struct Stop: Error {}
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let dictionary = TermDictionary(codec: store.codec)
    #expect(throws: Stop.self) {
      try store.writeRaw { db in
        let lookup = try dictionary.begin(db)
        _ = try dictionary.identifiers(of: [.string("lost")], lookup)
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
