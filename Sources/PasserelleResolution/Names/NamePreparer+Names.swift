import PasserelleText

extension NamePreparer {
  /// Makes one name ready.
  ///
  /// - Complexity: O(*n*) in its letters.
  public func prepare(name: String, kind: Mention.Kind = .organisation) -> PreparedName {
    let parts = parts(of: name, kind: kind)
    var bytes: [UInt8] = []
    var tokens: [PreparedToken] = []
    tokens.reserveCapacity(parts.count)
    var legalForm: UInt8 = 0
    var bodyForm: UInt8 = 0
    var total: Float = 0
    var pairs = LetterPairs()
    var core: [UInt64] = []
    var coreLength = 0
    var last: UInt8 = 0
    for part in parts.prefix(PreparedName.mostTokens) {
      if part.kind == .legal, legalForm == 0 || part.bytes.count > 2 { legalForm = part.form }
      if part.kind == .body, bodyForm == 0 { bodyForm = part.form }
      let token = token(part, start: bytes.count, ofPerson: kind == .person)
      bytes.append(contentsOf: part.bytes)
      tokens.append(token)
      total += token.weight
      if token.isDistinctive || token.kind == .common || token.kind == .body {
        for byte in part.bytes {
          pairs.insert(last, byte)
          last = byte
        }
        coreLength += part.bytes.count
      }
      if token.isDistinctive || token.kind == .common { core.append(token.hash) }
    }
    core.sort()
    var coreHash = NameHash.seed
    for hash in core {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        NameHash.step(&coreHash, UInt8(truncatingIfNeeded: hash >> shift))
      }
    }
    return PreparedName(
      bytes: bytes, tokens: tokens, legalForm: legalForm, bodyForm: bodyForm, pairs: pairs,
      acronyms: kind == .person || kind == .work ? [] : acronyms(parts), totalWeight: total,
      coreHash: core.isEmpty ? 0 : NameHash.finish(coreHash), coreLength: coreLength)
  }

  private func token(_ part: Part, start: Int, ofPerson: Bool) -> PreparedToken {
    let hash = NameHash.of(part.bytes)
    let isRare = part.kind == .word || part.kind == .place || part.kind == .common || part.kind == .body
    let rarity = isRare ? statistics.rarity(of: hash) : part.kind == .number ? 0.6 : 0.3
    let share: Float
    switch part.kind {
    case .word, .number: share = 1
    case .initial: share = 0.8
    case .place: share = 0.7
    case .common: share = 0.5
    case .body: share = 0.4
    case .branch, .group: share = 0.15
    case .noise: share = 0.03
    case .stop: share = 0.02
    case .legal: share = 0
    }
    var letters: UInt32 = 0
    for byte in part.bytes { letters |= 1 << UInt32(byte & 31) }
    return part.bytes.withUnsafeBufferPointer { word in
      PreparedToken(
        hash: hash, phonetic: PhoneticKey.of(word), stem: Self.stem(word), letters: letters,
        start: UInt16(clamping: start), length: UInt16(clamping: word.count), rarity: rarity,
        weight: rarity * share, segment: part.segment, kind: part.kind)
    }
  }

  /// The hash of a word without endings of number and gender.
  static func stem(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var end = word.count
    if end >= 5, word[end - 1] == UInt8(ascii: "s") || word[end - 1] == UInt8(ascii: "x") { end -= 1 }
    while end >= 5, isGender(word[end - 1]) { end -= 1 }
    return UInt32(truncatingIfNeeded: NameHash.of(word[..<end]))
  }

  private static func isGender(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "e") || letter == UInt8(ascii: "a") || letter == UInt8(ascii: "o")
  }

  /// The acronyms that the words of a name give: of all words, without function words, with and without the legal form.
  private func acronyms(_ parts: [Part]) -> [UInt64] {
    var all: [UInt8] = []
    var plain: [UInt8] = []
    var core: [UInt8] = []
    for part in parts {
      guard let first = part.bytes.first, first >= 0x61 else { continue }
      if part.kind == .body {
        // A body's own acronym stands for it: ccas, sdis.
        plain.append(contentsOf: part.bytes.prefix(1))
        continue
      }
      if part.kind != .noise { all.append(first) }
      if part.kind != .stop, part.kind != .legal, part.kind != .noise {
        plain.append(first)
        if part.kind != .place || !part.bytes.elementsEqual("france".utf8) { core.append(first) }
      }
    }
    var hashes: [UInt64] = []
    for letters in [all, plain, core] where letters.count >= 3 && letters.count <= 10 {
      let hash = NameHash.of(letters)
      if !hashes.contains(hash) { hashes.append(hash) }
    }
    return hashes
  }
}

extension PreparedName {
  /// Words of a name that are compared.
  public static let mostTokens = 24
}
