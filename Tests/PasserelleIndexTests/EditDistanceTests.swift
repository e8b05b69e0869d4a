import PasserelleTestSupport
import Testing

@testable import PasserelleIndex

/// The distance by its definition: the whole table.
private func naiveDistance(_ first: String, _ second: String) -> Int {
  let a = Array(first.unicodeScalars)
  let b = Array(second.unicodeScalars)
  var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count {
    for j in 0...b.count {
      guard i > 0, j > 0 else {
        table[i][j] = i + j
        continue
      }
      var best = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      best = min(best, table[i - 1][j] + 1, table[i][j - 1] + 1)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        best = min(best, table[i - 2][j - 2] + 1)
      }
      table[i][j] = best
    }
  }
  return table[a.count][b.count]
}

/// Distances of the terms within reach, by a walk that obeys its skips; nil when a skip loses a term.
private func walk(_ terms: [[UInt8]], _ pattern: String, _ distance: Int, seeking: Bool) -> [Int: Int] {
  var walk = FuzzyWalk(pattern: Array(pattern.utf8), distance: distance)
  var found: [Int: Int] = [:]
  var previous: [UInt8] = []
  var index = 0
  while index < terms.count {
    let term = terms[index]
    let shared = zip(previous, term).prefix { $0 == $1 }.count
    let step = term.withUnsafeBufferPointer { walk.feed(term: $0, sharedPrefix: shared) }
    previous = term
    index += 1
    switch step {
    case .match(let distance): found[index - 1] = distance
    case .noMatch: break
    case .skip(let length):
      guard seeking else { break }
      while index < terms.count, terms[index].starts(with: term.prefix(length)) { index += 1 }
    }
  }
  return found
}

@Suite("Edit distance")
struct EditDistanceTests {
  static let pairs: [(String, String, Int)] = [
    ("marche", "marche", 0), ("marche", "marches", 1), ("marche", "arche", 1), ("marche", "mrache", 1),
    ("marche", "makche", 1), ("voirie", "vorie", 1), ("voirie", "viorei", 2), ("ca", "abc", 3),
    ("assainissement", "asainisement", 2), ("ecole", "colée", 2), ("naïveté", "naïvteé", 1),
    ("toit", "to", 2), ("", "ab", 2),
  ]

  @Test("known pairs, both ways", arguments: pairs)
  func known(_ first: String, _ second: String, _ distance: Int) {
    #expect(naiveDistance(first, second) == distance)
    for (pattern, term) in [(first, second), (second, first)] {
      for limit in 0...EditDistance.maximum {
        let found = walk([Array(term.utf8)], pattern, limit, seeking: true)[0]
        #expect(found == (distance <= limit ? distance : nil))
      }
    }
  }

  @Test(
    "random terms: the same as the whole table, with and without seeks", arguments: [1, 2, 3, 4] as [UInt64])
  func random(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters = seed % 2 == 0 ? ["a", "b", "é"] : ["a", "e", "é", "è", "n", "r", "œ", "t", "漢", "😀", "s"]
    func word(_ generator: inout SeededGenerator) -> String {
      (0..<generator.number(0...9)).map { _ in generator.pick(letters) }.joined()
    }
    let terms = Set((0..<400).map { _ in word(&generator) }).sorted {
      Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
    }
    let bytes = terms.map { Array($0.utf8) }
    var matches = 0
    for _ in 0..<25 {
      let pattern = generator.oneIn(2) ? generator.pick(terms) : word(&generator)
      for limit in 0...EditDistance.maximum {
        var expected: [Int: Int] = [:]
        for (index, term) in terms.enumerated() {
          let distance = naiveDistance(pattern, term)
          if distance <= limit { expected[index] = distance }
        }
        matches += expected.count
        #expect(walk(bytes, pattern, limit, seeking: true) == expected, "\(pattern), \(limit), seed \(seed)")
        #expect(walk(bytes, pattern, limit, seeking: false) == expected, "\(pattern), \(limit), seed \(seed)")
      }
    }
    #expect(matches > 100)
  }

  @Test("a shared prefix understated changes nothing")
  func understated() {
    let terms = ["marbre", "marche", "marché", "marchés"].map { Array($0.utf8) }
    var exact = FuzzyWalk(pattern: Array("marchè".utf8), distance: 1)
    var careless = FuzzyWalk(pattern: Array("marchè".utf8), distance: 1)
    var previous: [UInt8] = []
    var steps: [[FuzzyStep]] = []
    for term in terms {
      let shared = zip(previous, term).prefix { $0 == $1 }.count
      steps.append(
        term.withUnsafeBufferPointer {
          [exact.feed(term: $0, sharedPrefix: shared), careless.feed(term: $0, sharedPrefix: 0)]
        })
      previous = term
    }
    #expect(steps.allSatisfy { $0[0] == $0[1] })
    #expect(
      steps.map { $0[0] } == [
        .skip(prefixLength: 5), .match(distance: 1), .match(distance: 1), .skip(prefixLength: 8),
      ])
  }

  @Test("a skip names the fewest bytes that rule a match out")
  func fewestBytes() {
    var walk = FuzzyWalk(pattern: Array("pont".utf8), distance: 1)
    let term = Array("xylophone".utf8)
    let step = term.withUnsafeBufferPointer { walk.feed(term: $0, sharedPrefix: 0) }
    #expect(step == .skip(prefixLength: 2))
  }

  @Test("bytes that are not UTF-8 match nothing and lose nothing")
  func malformed() {
    var generator = SeededGenerator(seed: 7)
    let bytes: [UInt8] = [0x61, 0x62, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0xFF, 0x80]
    var terms: [[UInt8]] = (0..<600).map { _ in
      (0..<generator.number(1...6)).map { _ in generator.pick(bytes) }
    }
    terms += ["ab", "aé", "é", "éa€"].map { Array($0.utf8) }
    terms.sort { $0.lexicographicallyPrecedes($1) }
    let found = Set(walk(terms, "éa", 1, seeking: true).keys.map { terms[$0] })
    #expect(found.isSuperset(of: ["é", "éa€"].map { Array($0.utf8) }))
    #expect(found.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
  }

  @Test("a term far longer than the pattern is left early")
  func long() {
    let term = [UInt8](repeating: 0x61, count: 255)
    #expect(walk([term], "aaaaa", 2, seeking: true).isEmpty)
    #expect(walk([term], String(repeating: "a", count: 254), 2, seeking: true) == [0: 1])
  }

  @Test(
    "distances worth asking for",
    arguments: [
      ("", 0), ("eu", 0), ("éé", 0), ("eau", 1), ("égout", 2), ("toit", 1), ("漢字", 0), ("voirie", 2),
    ])
  func allowed(_ word: String, _ distance: Int) {
    #expect(EditDistance.allowedDistance(for: Array(word.utf8)) == distance)
  }
}
