import Foundation
import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import PasserelleText
import Testing

@testable import PasserelleIndex

@Suite("Segment builder")
struct SegmentBuilderTests {
  private static let schema = IndexSchema(
    fields: [
      FieldDefinition(name: "title", hasPositions: true),
      FieldDefinition(name: "terms", hasPositions: false, k1: 0.9, b: 0.4),
      FieldDefinition(name: "names", hasPositions: true, k1: 1.5, b: 1),
      FieldDefinition(name: "grams", hasPositions: false),
      FieldDefinition(name: "nothing", hasPositions: true),
    ], keywords: ["kind", "place"], numbers: ["day", "amount", "none"])

  private static let words = [
    "marché", "marchés", "travaux", "d'éclairage", "public", "L'État", "lot", "école", "the", "roads", "a",
    "appel", "offres", "12", "C.C.A.S.", "œuvre", "réseaux", "voirie", "x",
  ]

  private static func documents(_ count: Int, _ seed: UInt64) -> [ModelDocument] {
    var generator = SeededGenerator(seed: seed)
    func text(_ lengths: ClosedRange<Int>) -> String {
      (0..<generator.number(lengths)).map { _ in generator.pick(words) }.joined(separator: " ")
    }
    return (0..<count).map { number in
      var document = ModelDocument(id: Int64(generator.number(-3...1_000_000)))
      if !generator.oneIn(7) {
        for _ in 0..<generator.number(0...3) {
          let language: TextLanguage = generator.pick([.french, .english, .neutral])
          document.values.append(.text(text(0...(generator.oneIn(10) ? 300 : 12)), language, field: 0))
        }
        for _ in 0..<generator.number(0...3) {
          let term = Array("T\(generator.number(0...60))".utf8) + (generator.oneIn(5) ? [0, 255] : [])
          document.values.append(.term(term, field: 1, frequency: generator.number(1...4)))
        }
        for _ in 0..<generator.number(0...2) {
          document.values.append(.text(text(0...3), .neutral, field: 2))
          document.values.append(
            .term(
              Array("mot".utf8), field: 2, frequency: generator.number(1...(generator.oneIn(9) ? 400 : 2)))
          )
        }
        document.values.append(.grams(generator.text(0...12) + text(0...2), size: 3, field: 3))
        document.stored = (0..<generator.number(0...9)).map { UInt8($0 * number & 255) }
        if generator.oneIn(2) { document.keywords[0] = generator.pick(["buyer", "notice", "", "é"]) }
        if generator.oneIn(9) { document.keywords[1] = "FR\(generator.number(0...99))" }
        if generator.oneIn(2) { document.numbers[0] = Int64(generator.number(-50...20_000)) }
        if generator.oneIn(3) { document.numbers[1] = generator.pick([.min, 0, 1, .max]) }
      }
      return document
    }
  }

  private static func bytes(
    _ documents: [ModelDocument], schema: IndexSchema = schema, builder: SegmentBuilder? = nil,
    spillLimit: Int = SpillBuffer.limit
  ) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let storage = try FolderStorage(path: folder.url.path)
    let builder = builder ?? SegmentBuilder(schema: schema)
    for document in documents { document.add(to: builder) }
    let summary = try builder.write(to: storage, name: "a.seg", spillLimit: spillLimit)
    let bytes = try #require(try storage.read("a.seg"))
    #expect(summary == SegmentSummary(documents: documents.count, bytes: bytes.count))
    #expect(builder.documentCount == 0 && builder.tokenCount == 0)
    #expect(try storage.names() == ["a.seg"])
    // The product's own reading of the container: all checksums hold.
    _ = try SegmentFile(storage: storage, name: "a.seg", kind: "TEXT", versions: 1...1)
    return bytes
  }

  private static var analyzers: [TextLanguage: TextAnalyzer] {
    Dictionary(uniqueKeysWithValues: TextLanguage.allCases.map { ($0, TextAnalyzer(language: $0)) })
  }

  /// Compares one field with its model, bounds included.
  private static func compare(_ field: NaiveSegment.Field, _ model: ModelField, _ definition: FieldDefinition)
  {
    #expect(field.norms == model.lengths.map { LengthCode.encode($0) })
    #expect(field.terms.map(\.bytes) == model.terms)
    let decoded = field.norms.filter { $0 > 0 }.map { Double(LengthCode.decode($0)) }
    let average = decoded.isEmpty ? 0 : decoded.reduce(0, +) / Double(decoded.count)
    let stated = field.meta["averageLength"] as? Double ?? -1
    #expect(abs(stated - average) <= average * 1e-6)
    #expect(field.meta["tokens"] as? Int == model.lengths.reduce(0, +))
    #expect(field.meta["documents"] as? Int == decoded.count)
    func bound(_ postings: [NaiveSegment.Posting]) -> Double {
      postings.map { posting in
        let length = Double(LengthCode.decode(field.norms[posting.document]))
        let b = Double(definition.b)
        let frequency = Double(posting.frequency) / (1 - b + b * length / stated)
        return 255 * frequency / (frequency + Double(definition.k1))
      }.max() ?? 0
    }
    for term in field.terms {
      #expect(term.postings == model.postings[term.bytes])
      #expect(term.occurrences == term.postings.reduce(0) { $0 + $1.frequency })
      for (byte, postings) in [(term.bound, term.postings)]
        + term.blocks.map({ ($0.bound ?? -1, $0.postings) })
      where byte >= 0 {
        let exact = bound(postings)
        #expect(Double(byte) >= exact && Double(byte) < exact * (1 + 1e-5) + 1, "\(byte) for \(exact)")
      }
    }
  }

  @Test("what goes in comes out of a naive reader", arguments: UInt64(1)...4)
  func roundTrip(_ seed: UInt64) throws {
    let documents = Self.documents(seed == 4 ? 1 : 260, seed)
    let segment = try NaiveSegment(try Self.bytes(documents))
    #expect(segment.documents == documents.count)
    #expect(segment.ids == documents.map(\.id))
    let order = documents.indices.sorted { (documents[$0].id, $0) < (documents[$1].id, $1) }
    #expect(segment.idOrder == (documents.count == 1 ? [] : order))
    #expect(segment.stored == documents.map(\.stored))
    for column in 0..<2 {
      let values = documents.map { $0.keywords[column].map { Array($0.utf8) } }.map { $0 == [] ? nil : $0 }
      #expect(segment.keywords[column] == values)
      let list = segment.keywordLists[column]
      #expect(zip(list, list.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    }
    #expect(segment.numbers[0] == documents.map { $0.numbers[0] })
    let hasBoth = documents.contains { $0.numbers[1] == .min } && documents.contains { $0.numbers[1] == .max }
    #expect(
      segment.numbers[1] == documents.map { $0.numbers[1].map { hasBoth && $0 == .min ? .min + 1 : $0 } })
    #expect(segment.numbers[2] == documents.map { _ in nil })
    let analyzers = Self.analyzers
    for (place, definition) in Self.schema.fields.enumerated() {
      let model = ModelField(
        documents, field: place, hasPositions: definition.hasPositions, analyzers: analyzers)
      Self.compare(segment.fields[place], model, definition)
    }
  }

  @Test("lists that end at, before and behind the border of a block")
  func borders() throws {
    var generator = SeededGenerator(seed: 9)
    let frequencies = [1, 2, 127, 128, 129, 255, 256, 257, 1_000]
    let documents = (0..<1_000).map { number in
      var document = ModelDocument(id: Int64(number))
      for wanted in frequencies where number % (1_000 / wanted) == 0 && number / (1_000 / wanted) < wanted {
        let term = Array("df\(wanted)".utf8)
        for field in [1, 2] {
          let frequency = generator.oneIn(3) ? generator.number(2...9) : 1
          document.values.append(.term(term, field: field, frequency: frequency))
        }
      }
      return document
    }
    let segment = try NaiveSegment(try Self.bytes(documents))
    #expect(segment.idOrder.isEmpty)
    for place in [1, 2] {
      let definition = Self.schema.fields[place]
      let model = ModelField(documents, field: place, hasPositions: definition.hasPositions, analyzers: [:])
      Self.compare(segment.fields[place], model, definition)
      #expect(Set(segment.fields[place].terms.map(\.postings.count)) == Set(frequencies))
    }
  }

  @Test("equal documents give equal bytes, from a used builder, a small cache or with temporary files")
  func determinism() throws {
    let documents = Self.documents(150, 7)
    let used = SegmentBuilder(schema: Self.schema)
    _ = try Self.bytes(Self.documents(40, 8), builder: used)
    let bytes = try Self.bytes(documents)
    #expect(try Self.bytes(documents, builder: used) == bytes)
    #expect(
      try Self.bytes(documents, builder: SegmentBuilder(schema: Self.schema, wordCacheLimit: 60)) == bytes)
    #expect(try Self.bytes(documents, spillLimit: 50) == bytes)
  }

  @Test("no documents, and documents without anything")
  func empty() throws {
    let none = try NaiveSegment(try Self.bytes([]))
    #expect(none.documents == 0 && none.ids.isEmpty && none.fields.allSatisfy { $0.terms.isEmpty })
    let bare = try NaiveSegment(try Self.bytes([ModelDocument(id: 5), ModelDocument(id: 5)]))
    #expect(bare.ids == [5, 5] && bare.idOrder.isEmpty && bare.stored == [[], []])
    #expect(bare.fields.allSatisfy { $0.norms == [0, 0] && $0.terms.isEmpty })
    let plain = IndexSchema(fields: [])
    #expect(try NaiveSegment(try Self.bytes([ModelDocument(id: 1)], schema: plain)).documents == 1)
  }

  @Test("terms that are too long or empty are left out; the longest are kept")
  func termLengths() throws {
    var document = ModelDocument(id: 1)
    for length in [0, 1, 8, 9, 255, 256] {
      document.values.append(
        .term([UInt8](repeating: 0x61, count: length), field: 1, frequency: 1))
    }
    let segment = try NaiveSegment(try Self.bytes([document]))
    #expect(segment.fields[1].terms.map(\.bytes.count) == [1, 8, 9, 255])
    #expect(segment.fields[1].norms == [4])
  }

  @Test("grams of any size, in a field with positions", arguments: [-1, 1, 4, 250, 300])
  func grams(_ size: Int) throws {
    var document = ModelDocument(id: 1)
    for text in ["", "Éa", "l'Œuvre d’Orly 漢字", String(repeating: "aé", count: 200), "fin"] {
      document.values.append(.grams(text, size: size, field: 0))
    }
    let segment = try NaiveSegment(try Self.bytes([document]))
    let model = ModelField([document], field: 0, hasPositions: true, analyzers: [:])
    Self.compare(segment.fields[0], model, Self.schema.fields[0])
  }

  @Test("a very long document: bounds, norms and positions hold")
  func longDocument() throws {
    let documents = [3, 40_000, 5].map { words in
      var document = ModelDocument(id: Int64(words))
      let text = (0..<words).map { "mot\($0 % 50)" }.joined(separator: " ")
      document.values.append(.text(text, .neutral, field: 0))
      document.values.append(.text(text, .neutral, field: 0))
      return document
    }
    let segment = try NaiveSegment(try Self.bytes(documents))
    let model = ModelField(documents, field: 0, hasPositions: true, analyzers: Self.analyzers)
    Self.compare(segment.fields[0], model, Self.schema.fields[0])
  }

  @Test("memory in use grows with the content and falls with the writing")
  func memory() throws {
    let builder = SegmentBuilder(schema: Self.schema)
    let start = builder.memoryInUse
    for document in Self.documents(100, 3) { document.add(to: builder) }
    #expect(builder.memoryInUse > start + builder.tokenCount * 12 && builder.tokenCount > 1_000)
    builder.removeAll()
    #expect(builder.documentCount == 0 && builder.memoryInUse < start + 200_000)
  }

  @Test("a failed writing leaves no file and an empty builder that works")
  func failure() throws {
    let folder = try TemporaryFolder()
    let storage = try FolderStorage(path: folder.url.path)
    let builder = SegmentBuilder(schema: Self.schema)
    for document in Self.documents(20, 6) { document.add(to: builder) }
    #expect(throws: PasserelleError.self) { try builder.write(to: storage, name: "no/such.seg") }
    let infinite = SegmentBuilder(
      schema: IndexSchema(fields: [FieldDefinition(name: "a", hasPositions: false, k1: .infinity)]))
    #expect(throws: PasserelleError.self) { try infinite.write(to: storage, name: "b.seg") }
    #expect(try storage.names().isEmpty)
    #expect(builder.documentCount == 0 && builder.tokenCount == 0)
    #expect(try Self.bytes(Self.documents(20, 6), builder: builder) == Self.bytes(Self.documents(20, 6)))
  }
}
