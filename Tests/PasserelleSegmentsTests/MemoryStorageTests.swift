import PasserelleCore
import PasserelleSegments
import Testing

@Suite struct MemoryStorageTests {
  private let storage = MemoryStorage()

  private func write(_ name: String, _ chunks: [[UInt8]]) throws {
    let output = try storage.create(name)
    for chunk in chunks { try chunk.withUnsafeBytes { try output.write($0) } }
    try output.finish()
  }

  @Test func keepsWhatIsWritten() throws {
    let large = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    try write("b", [[1, 2], [], large])
    try write("a", [])
    #expect(try storage.names() == ["a", "b"])
    #expect(try storage.map("b").contents() == [1, 2] + large)
    #expect(try storage.map("a").contents() == [])
    #expect(try storage.read("b")?.count == 300_002)
    #expect(try storage.read("c") == nil)
    #expect(throws: PasserelleError.self) { try storage.map("c") }
  }

  @Test func aFileAppearsWhenItIsFinished() throws {
    let output = try storage.create("a")
    try [UInt8](1...9).withUnsafeBytes { try output.write($0) }
    #expect(try storage.names().isEmpty)
    output.abandon()
    output.abandon()
    #expect(throws: PasserelleError.self) { try output.finish() }
    #expect(try storage.names().isEmpty)
  }

  @Test func readersKeepWhatTheyHad() throws {
    try write("a", [[1, 2, 3]])
    let mapped = try storage.map("a")
    try storage.replace("a", with: [4])
    #expect(mapped.contents() == [1, 2, 3])
    #expect(try storage.read("a") == [4])
    try storage.remove("a")
    try storage.remove("a")
    #expect(mapped.contents() == [1, 2, 3])
    #expect(try storage.read("a") == nil)
  }

  @Test func oneHolderExcludesAnother() throws {
    var first = try storage.lock("l")
    #expect(first != nil)
    #expect(try storage.lock("l") == nil)
    #expect(try storage.lock("other") != nil)
    first = nil
    #expect(try storage.lock("l") != nil)
    #expect(try MemoryStorage().lock("l") != nil)
    _ = first
  }

  @Test(arguments: ["", ".", "..", "a/b", "a\0"]) func refusesNamesThatAreNone(_ name: String) {
    #expect(throws: PasserelleError.self) { try storage.create(name) }
    #expect(throws: PasserelleError.self) { try storage.map(name) }
    #expect(throws: PasserelleError.self) { try storage.read(name) }
    #expect(throws: PasserelleError.self) { try storage.replace(name, with: []) }
    #expect(throws: PasserelleError.self) { try storage.remove(name) }
    #expect(throws: PasserelleError.self) { try storage.lock(name) }
  }
}
