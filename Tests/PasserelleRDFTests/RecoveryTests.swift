import PasserelleCore
import PasserelleRDF
import Testing

@Suite struct RecoveryTests {
  private func recovered(
    _ syntax: RDFSyntax, _ text: String, chunk: Int = .max
  ) throws -> (statements: [String], faults: [RDFFault], isComplete: Bool) {
    var source: any ByteSource = ChunkedSource(bytes: Array(text.utf8), chunk: chunk)
    var (statements, faults) = ([String](), [RDFFault]())
    let summary = try RDFReader(syntax, recovers: true).read(&source, file: "t") { event in
      switch event {
      case .statement(let statement): statements.append(statement.text)
      case .fault(let fault): faults.append(fault)
      default: break
      }
      return true
    }
    return (statements, faults, summary.isComplete)
  }

  /// Gives its bytes a few at a time.
  private struct ChunkedSource: ByteSource {
    var bytes: [UInt8]
    let chunk: Int
    var at = 0

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
      let piece = bytes[at..<min(bytes.count, at + min(chunk, buffer.count))]
      buffer.copyBytes(from: piece)
      at += piece.count
      return piece.count
    }
  }

  private static let broken = [
    ":d :e ;; .", ":d .", ":d :e [ :f 1 .", ":d :e ( 1 .", ":d :e \"x\n.", ":d :e 1 2 .", "@prefix x <y> .",
    ":d :e 'x'@1 .", "] .", ":d :e \"\\q\" .", "5 :e :f .",
  ]

  @Test(arguments: broken)
  func aBrokenStatementOfTurtleCostsItself(broken: String) throws {
    let text =
      "@prefix : <http://e/> .\n:a :b [ :c _:x ] .\n  \(broken) :g :h _:x , [] .\n\n:i ;; .\n:j :k 1.5 ."
    for chunk in [1, 7, 1_000] {
      let found = try recovered(.turtle, text, chunk: chunk)
      #expect(found.isComplete)
      #expect(found.faults.count == 2)
      #expect(found.faults.allSatisfy { $0.kind == .syntax })
      #expect(found.faults.first?.line == 3 || broken.contains("\n"))
      #expect(found.faults.last?.line == (broken.contains("\n") ? 6 : 5))
      #expect(found.faults.last?.column == 4)
      #expect(found.statements.contains("<http://e/g> <http://e/h> _:x ."))
      #expect(found.statements.last?.hasPrefix("<http://e/j> <http://e/k> \"1.5\"") == true)
      // Nodes without a label stay apart before and after.
      let nodes = Set(found.statements.flatMap { $0.split(separator: " ").filter { $0.hasPrefix("_:") } })
      #expect(nodes.count >= 3)
    }
  }

  @Test func aBrokenGraphOfTriGCostsItsRest() throws {
    let text = """
      @prefix : <http://e/> .
      :g { :a :b 1 . :c :d ;; . :e :f 2 . }
      :h { :a :b 3 . }
      :i :j ] .
      :k :l 4 .
      """
    let found = try recovered(.trig, text)
    #expect(found.isComplete)
    #expect(found.faults.map(\.line) == [2, 4])
    #expect(
      found.statements.map { $0.replacing("^^<http://www.w3.org/2001/XMLSchema#integer>", with: "") } == [
        "<http://e/a> <http://e/b> \"1\" <http://e/g> .", "<http://e/a> <http://e/b> \"3\" <http://e/h> .",
        "<http://e/k> <http://e/l> \"4\" .",
      ])
  }

  @Test func columnsAreThoseOfTheDocument() throws {
    let found = try recovered(
      .turtle, "<http://e/e> ;; . _:b1 ;; . <http://e/a> <http://e/b> _:b1 .\n_:b1 ;; .")
    #expect(found.faults.map(\.line) == [1, 1, 2])
    #expect(found.faults.map(\.column) == [14, 24, 6])
    #expect(found.statements.count == 1)
  }

  @Test func recoveryGoesAcrossPages() throws {
    let lines = (0..<30_000).map {
      $0 % 1_000 == 500
        ? "<http://e/\($0)> <http://e/p> ;; .\n" : "<http://e/\($0)> <http://e/p> \"\($0)\" .\n"
    }
    let found = try recovered(.turtle, lines.joined())
    #expect(found.isComplete)
    #expect(found.faults.map(\.line) == (0..<30).map { $0 * 1_000 + 501 })
    #expect(found.statements.count == 29_970)
  }

  @Test func aCutDocumentIsNotComplete() throws {
    for text in [
      "<http://e/a> <http://e/b> \"x", "<http://e/a> <http://e/b>", "<http://e/a> <http://e/b> [ ",
    ] {
      let found = try recovered(.turtle, "<http://e/a> <http://e/b> 1 .\n" + text)
      #expect(!found.isComplete)
      #expect(found.statements.first?.hasPrefix("<http://e/a> <http://e/b> \"1\"") == true)
      #expect(found.faults.map(\.line) == [2])
    }
  }

  @Test func faultsAreLimitedAndTheCallerCanStop() throws {
    let text = String(repeating: "<http://e/a> ;; .\n", count: 50)
    var source: any ByteSource = MemoryByteSource(text.utf8)
    var seen = 0
    let summary = try RDFReader(.turtle, limits: RDFLimits(faults: 10), recovers: true).read(
      &source, file: "t"
    ) { _ in
      seen += 1
      return true
    }
    #expect(seen == 10)
    #expect(!summary.isComplete)
  }
}
