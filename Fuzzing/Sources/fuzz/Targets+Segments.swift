import PasserelleCore
import PasserelleIndex
import PasserelleSegments

extension FuzzTargets {
  /// Files of the product's own that are mapped.
  static let segments = [
    FuzzTarget("manifest") { bytes in
      if let manifest = refusing(bytes, { try SegmentManifest(decoding: bytes, path: "t") }) {
        hold(manifest.encoded() == bytes, "a manifest that is taken is whole")
      }
    },
    FuzzTarget("segment") { bytes in
      let storage = MemoryStorage()
      guard (try? storage.replace("t.seg", with: bytes)) != nil else { return }
      refusing([]) {
        let file = try SegmentFile(storage: storage, name: "t.seg", kind: "TEXT", versions: 0...9)
        for section in 0..<UInt32(100) { _ = file.contents(ofSection: section) }
      }
    },
    // A file of the index with some bytes changed: it is refused, or answers as before.
    FuzzTarget("index-damage") { bytes in
      guard let files = SampleIndex.damaged(bytes) else { return }
      let answers = refusing([]) { try SampleIndex.answers(files) }
      hold(
        answers == nil || answers == SampleIndex.sound, "damage is refused, or does no harm: \(answers ?? [])"
      )
    },
    // The same with checksums made anew, as somebody might who means harm: no answer is right, none ends the program.
    FuzzTarget("index-forged") { bytes in
      guard var files = SampleIndex.damaged(bytes, keepsLength: true) else { return }
      for (name, file) in files where name.hasSuffix(".seg") { files[name] = SampleIndex.sealed(file) }
      refusing([]) { try SampleIndex.answers(files) }
    },
  ]
}

/// The index that is kept in the corpus, and what it answers.
enum SampleIndex {
  static let files: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    for name in ["1-1.seg", "1-2.seg", "1-3.del", "manifest.json"] {
      files[name] = SampleMappings.bytes("Corpus/Cases/index-v1/" + name)
    }
    return files
  }()

  static let sound = try? answers(files)

  private static let schema = IndexSchema(
    fields: [
      FieldDefinition(name: "title", hasPositions: true, k1: 1.4, b: 0.5),
      FieldDefinition(name: "codes", hasPositions: false),
    ], keywords: ["kind"], numbers: ["day"])

  /// What the index answers to some questions.
  static func answers(_ files: [String: [UInt8]]) throws -> [String] {
    let storage = MemoryStorage()
    for (name, bytes) in files { try storage.replace(name, with: bytes) }
    let index = try TextIndex(storage: storage, schema: schema, identity: ["fixture": "1"])
    let snapshot = try index.snapshot()
    var found = ["\(snapshot.documentCount)"]
    func term(_ text: String, _ field: Int) -> IndexQuery {
      .word(TermGroup([FieldTerm(field: field, term: Array(text.utf8))]))
    }
    let phrase = IndexQuery.phrase(
      PhraseGroup([.init(field: 0, terms: ["reseau", "reseau"].map { Array($0.utf8) })]))
    for query in [term("eclairage", 0), term("45313", 1), term("remplace", 0), term("lot", 0), phrase] {
      found.append("\(snapshot.count(query)) \(snapshot.top(query, limit: 5).map(\.id))")
    }
    for id in [0, 35, 65, 1000] as [Int64] {
      found.append(
        "\(snapshot.stored(id) ?? []) \(snapshot.number(id, column: 0) ?? -1) \(snapshot.keyword(id, column: 0) ?? "")"
      )
    }
    return found
  }

  /// The files with one of them changed.
  ///
  /// The first byte says which; then each three bytes change a byte, two saying where and one how.
  static func damaged(_ bytes: [UInt8], keepsLength: Bool = false) -> [String: [UInt8]]? {
    let names = files.keys.sorted()
    let name = names[Int(bytes.first ?? 0) % names.count]
    guard var file = files[name], !file.isEmpty else { return nil }
    var place = 1
    while place + 2 < bytes.count, !file.isEmpty {
      let at = (Int(bytes[place]) << 8 | Int(bytes[place + 1])) % file.count
      switch bytes[place + 2] {
      case 0 where !keepsLength: file = Array(file.prefix(at))
      case 1 where !keepsLength: file.insert(bytes[place], at: at)
      case let change: file[at] ^= change
      }
      place += 3
    }
    var all = files
    all[name] = file
    return all
  }

  /// A segment file with its checksums made anew, as far as its table can be found.
  static func sealed(_ file: [UInt8]) -> [UInt8] {
    var file = file
    let footer = file.count - 32
    guard footer >= 16 else { return file }
    func word(_ at: Int) -> Int {
      (0..<8).reduce(0) { $0 | Int(truncatingIfNeeded: UInt64(file[at + $1]) << (8 * $1)) }
    }
    func put(_ value: UInt64, _ at: Int) {
      for byte in 0..<8 { file[at + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte)) }
    }
    let table = word(footer)
    guard table >= 16, table <= footer else { return file }
    for entry in stride(from: table, to: footer - 31, by: 32) {
      let (offset, length) = (word(entry + 8), word(entry + 16))
      guard offset >= 0, length >= 0, offset <= table, length <= table - offset else { continue }
      put(Checksum.xxh3(Array(file[offset..<offset + length])), entry + 24)
    }
    put(Checksum.xxh3(Array(file[..<16]) + Array(file[table..<footer + 16])), footer + 16)
    return file
  }
}
