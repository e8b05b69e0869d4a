import Foundation
import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import Testing

@testable import PasserelleIndex

@Suite("Literal index")
struct LiteralIndexTests {
  private func filled(_ texts: [String]) throws -> (LiteralIndex, LiteralModel) {
    let literals = texts.enumerated().map { (id: Int64($0.offset + 1), text: $0.element) }
    let index = try LiteralIndex()
    try index.add(literals, upTo: 1)
    var model = LiteralModel()
    model.add(literals)
    return (index, model)
  }

  @Test
  func candidatesAreFewAndAscend() throws {
    let (index, _) = try filled(["Lot n° 2", "lot n° 3", "LOT N° 2 bis", "rien"])
    #expect(try index.candidates(containing: "lot n° 2") == .ids([1, 3]))
    #expect(try index.candidates(containing: "absent") == .ids([]))
    #expect(try index.candidates("lot", mode: .startingWith) == .ids([1, 2, 3]))
    #expect(try index.candidates("2", mode: .endingWith) == .all)
    #expect(try index.candidates(" 2", mode: .endingWith) == .ids([1]))
    #expect(try index.candidates("rien", mode: .equal) == .ids([4]))
  }

  @Test
  func shortTextsChooseNothing() throws {
    let (index, model) = try filled(["ab", "a", "", "xab", "é"])
    for needle in ["", "a", "ab", "é"] { #expect(try index.candidates(containing: needle) == .all) }
    // The Kelvin sign takes three bytes, its lower case one.
    #expect(try index.candidates(containing: "\u{212A}") == .all)
    let found = try index.matches("ab", mode: .containing, ignoringCase: false, fetch: model.fetch)
    #expect(found == [1, 4])
  }

  @Test
  func wholeLiteralsOfAnyLengthAreChosen() throws {
    let (index, _) = try filled(["", "a", "ab", "abc", "A"])
    #expect(try index.candidates("", mode: .equal) == .ids([1]))
    #expect(try index.candidates("a", mode: .equal) == .ids([2, 5]))
    #expect(try index.candidates("ab", mode: .equal) == .ids([3]))
  }

  @Test
  func laterLiteralsReplaceEarlierOnes() throws {
    let index = try LiteralIndex()
    try index.add([(7, "premier"), (3, "autre"), (7, "second")], upTo: 4)
    #expect(try index.candidates(containing: "premier") == .ids([]))
    #expect(try index.candidates(containing: "second") == .ids([7]))
    try index.add([(7, "troisième"), (-2, "second")], upTo: 9)
    #expect(try index.candidates(containing: "second") == .ids([-2]))
    #expect(try index.literalCount() == 3)
    #expect(try index.lastSequence() == 9)
    try index.add([], upTo: 12)
    #expect(try index.lastSequence() == 12)
    #expect(try index.literalCount() == 3)
  }

  @Test
  func limitsStopEarlyAndMissingLiteralsAreLeftOut() throws {
    var (index, model) = try filled((0..<500).map { "lot numéro \($0)" })
    model.remove(1)
    var fetched = 0
    let found = try index.matches("lot", mode: .startingWith, ignoringCase: false, limit: 3) { ids in
      fetched += ids.count
      return model.fetch(ids)
    }
    #expect(found == [2, 3, 4])
    #expect(fetched <= 64)
    let none = try index.matches("lot", mode: .containing, ignoringCase: true, limit: 0) { _ in
      throw CancellationError()
    }
    #expect(none.isEmpty)
  }

  @Test
  func longLiteralsAreFoundWhole() throws {
    var random = SeededGenerator(seed: 43)
    let long = (0..<20_000).map { _ in "\(random.number(0...99_999))" }.joined(separator: " ")
    let (index, model) = try filled(["court", long])
    for _ in 0..<50 {
      let start = random.number(0...long.utf8.count - 41)
      let needle = String(decoding: Array(long.utf8)[start..<start + 40], as: UTF8.self)
      let found = try index.matches(needle, mode: .containing, ignoringCase: false, fetch: model.fetch)
      #expect(found == [2])
    }
  }

  @Test(arguments: [UInt64](1...6))
  func answersEqualTheNaiveScan(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Little memory and small merges, so that several segments and merges are passed through.
    let index = try LiteralIndex(
      MemoryStorage(), options: IndexOptions(memoryLimit: 2000, mergePolicy: .tiered(count: 3)))
    var model = LiteralModel()
    var faults: [String] = []
    for round in 0..<3 {
      let literals = (0..<random.number(5...40)).map { _ in
        (id: Int64(random.number(-30...60)), text: Self.text(&random))
      }
      try index.add(literals, upTo: Int64(round))
      model.add(literals)
      for _ in 0..<12 {
        let needle = Self.needle(model, &random)
        for mode in LiteralMode.allCases {
          // Candidates hold whatever matches in any case.
          let wanted = model.matches(needle, mode, ignoringCase: true)
          if case .ids(let ids) = try index.candidates(needle, mode: mode) {
            if !Set(ids).isSuperset(of: wanted) { faults.append("\(mode) lost: \(needle.debugDescription)") }
            if ids != Array(Set(ids)).sorted() { faults.append("\(mode) order: \(needle.debugDescription)") }
          }
          for ignoringCase in [false, true] {
            let found = try index.matches(
              needle, mode: mode, ignoringCase: ignoringCase, fetch: model.fetch)
            if found != model.matches(needle, mode, ignoringCase: ignoringCase) {
              faults.append("\(mode), \(ignoringCase): \(needle.debugDescription)")
            }
          }
        }
      }
    }
    #expect(faults.isEmpty, "seed \(seed)")
  }

  @Test
  func everySubstringIsACandidate() throws {
    var random = SeededGenerator(seed: 44)
    let texts = (0..<12).map { _ in Self.text(&random) } + ["ARTICLE L. 661-3 du Code", "İstanbul ÉTÉ Ⱥ"]
    let (index, _) = try filled(texts)
    var lost: [String] = []
    for (place, text) in texts.enumerated() {
      let scalars = Array(text.unicodeScalars)
      for start in scalars.indices {
        for end in stride(from: start + 1, through: min(start + 12, scalars.count), by: 1) {
          var view = String.UnicodeScalarView()
          view.append(contentsOf: scalars[start..<end])
          guard case .ids(let ids) = try index.candidates(containing: String(view)) else { continue }
          if !ids.contains(Int64(place + 1)) { lost.append(String(view)) }
        }
      }
    }
    #expect(lost.isEmpty)
  }

  @Test
  func foldersKeepWhatWasAdded() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("literals")
    #expect(try LiteralIndex(folder: path).lastSequence() == 0)
    #expect(!FileManager.default.fileExists(atPath: path))
    for round in 0..<12 {
      try LiteralIndex(folder: path).add([(Int64(round), "texte numéro \(round)")], upTo: Int64(round))
    }
    let index = try LiteralIndex(folder: path)
    try index.optimize()
    try index.verify()
    #expect(try index.lastSequence() == 11)
    #expect(try index.candidates(containing: "numéro 1") == .ids([1, 10, 11]))
    try LiteralIndex.remove(folder: path)
    #expect(try LiteralIndex(folder: path).literalCount() == 0)
  }

  @Test
  func damageIsReported() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("literals")
    try LiteralIndex(folder: path).add([(1, "texte")], upTo: 1)
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: path).first { $0.hasSuffix(".seg") })
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: file)
    let error = #expect(throws: PasserelleError.self) { try LiteralIndex(folder: path).verify() }
    #expect(error?.code == .indexInvalid)
  }

  /// A text of letters in both cases, with some of other scripts and of changing length among them.
  private static func text(_ random: inout SeededGenerator) -> String {
    if random.oneIn(3) { return random.text(0...30) }
    let pieces = [
      "a", "A", "b", "B", "é", "É", "İ", "Ⱥ", "\u{212A}", "Σ", "ς", "lot ", "LOT ", "’", "𐐀", "e\u{301}",
    ]
    var text = ""
    for _ in 0..<random.number(0...14) { text += random.pick(pieces) }
    return text
  }

  /// Part of a literal, sometimes in another case, or a text that may be in none.
  private static func needle(_ model: LiteralModel, _ random: inout SeededGenerator) -> String {
    let ids = model.texts.keys.sorted()
    let scalars = Array((model.texts[random.pick(ids)] ?? "").unicodeScalars)
    if scalars.isEmpty || random.oneIn(8) { return text(&random) }
    let start = random.oneIn(3) ? 0 : random.number(0...scalars.count - 1)
    let end = random.oneIn(3) ? scalars.count : random.number(start...scalars.count)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    let needle = String(view)
    return random.oneIn(2) ? needle : random.oneIn(2) ? needle.uppercased() : LiteralModel.lower(needle)
  }
}
