/// Makes the blocking keys of a mention: a function of the mention and the frozen statistics alone.
package struct MentionKeys: Sendable {
  /// The options.
  package let options: BlockingOptions

  /// Makes a maker of keys.
  package init(options: BlockingOptions = BlockingOptions()) { self.options = options }

  /// The keys of a mention, sorted, each once.
  ///
  /// - Complexity: about twenty keys a name.
  package func keys(of mention: PreparedMention) -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(40)
    for identifier in mention.identifiers { keys.append(BlockingKey.make(.identifier, identifier.hash)) }
    for name in mention.names.prefix(options.nameLimit) { append(name, mention, to: &keys) }
    keys.sort()
    var kept = 0
    for key in keys where kept == 0 || keys[kept - 1] != key {
      keys[kept] = key
      kept += 1
    }
    keys.removeSubrange(kept...)
    return keys
  }

  private func append(_ name: PreparedName, _ mention: PreparedMention, to keys: inout [UInt64]) {
    let tokens = telling(name)
    guard let first = tokens.first else { return }
    keys.append(BlockingKey.make(.name, name.coreHash))
    let letters = Self.letters(name)
    keys.append(BlockingKey.make(.name, Self.hash(letters[...])))
    // The most telling words, alone and in pairs.
    for token in tokens.prefix(2) where token.kind != .initial {
      keys.append(BlockingKey.make(.rareWord, token.hash))
    }
    appendOpening(name, to: &keys)
    appendJoined(name, to: &keys)
    for left in tokens.indices {
      for right in tokens.indices where right > left {
        keys.append(BlockingKey.make(.wordPair, tokens[left].hash, tokens[right].hash))
      }
    }
    // Sound, and stem.
    if first.phonetic != 0 { keys.append(BlockingKey.make(.phonetic, UInt64(first.phonetic))) }
    if tokens.count > 1 {
      keys.append(BlockingKey.make(.phonetic, Self.sound(first), Self.sound(tokens[1])))
      keys.append(BlockingKey.make(.wordPair, UInt64(first.stem) << 1, UInt64(tokens[1].stem) << 1))
    }
    // Short forms: those the name may have, and words that may be one.
    for acronym in name.acronyms { keys.append(BlockingKey.make(.acronym, acronym)) }
    for token in tokens.prefix(2) where token.length >= 2 && token.length <= 8 && token.kind != .number {
      keys.append(BlockingKey.make(.acronym, token.hash))
    }
    // Place.
    for place in [mention.town, mention.department, mention.commune, mention.postcode] where place != 0 {
      keys.append(BlockingKey.make(.place, BlockingKey.mix(place) &+ first.hash))
      keys.append(BlockingKey.make(.place, BlockingKey.mix(place) &+ 1 &+ Self.sound(first)))
    }
    appendSignature(letters, to: &keys)
    appendSpellings(name, first, to: &keys)
  }

  /// The words that a name begins with: what follows is often a branch or a place.
  private func appendOpening(_ name: PreparedName, to keys: inout [UInt64]) {
    var last: PreparedToken?
    for token in name.tokens where token.segment == 0 && Self.mayOpen(token) {
      guard let first = last else {
        last = token
        if token.kind != .initial { keys.append(BlockingKey.make(.rareWord, token.hash)) }
        continue
      }
      keys.append(BlockingKey.make(.wordPair, first.hash, token.hash))
      break
    }
  }

  /// Neighbouring words written as one: « Terre Azur », « Terreazur ».
  private func appendJoined(_ name: PreparedName, to keys: inout [UInt64]) {
    var whole = NameHash.seed
    var before: (start: Int, end: Int)?
    var joined = 0
    for token in name.tokens where Self.mayOpen(token) {
      let start = Int(token.start)
      let end = min(name.bytes.count, start + Int(token.length))
      guard start < end else { continue }
      for byte in name.bytes[start..<end] { NameHash.step(&whole, byte) }
      if let before, before.end == start, end - before.start >= 5, end - before.start <= 24, joined < 3 {
        keys.append(BlockingKey.make(.rareWord, NameHash.of(name.bytes[before.start..<end])))
        joined += 1
      }
      before = (start, end)
    }
    keys.append(BlockingKey.make(.name, NameHash.finish(whole)))
  }

  private static func mayOpen(_ token: PreparedToken) -> Bool {
    token.kind != .stop && token.kind != .legal && token.kind != .noise
  }

  /// The words of a name that tell most, best first; common words where there is nothing better.
  private func telling(_ name: PreparedName) -> [PreparedToken] {
    var tokens = name.tokens.filter { $0.isDistinctive }
    if tokens.isEmpty {
      tokens = name.tokens.filter { $0.kind != .stop && $0.kind != .legal && $0.kind != .noise }
    }
    tokens.sort { left, right in
      left.rarity != right.rarity ? left.rarity > right.rarity : left.hash < right.hash
    }
    var kept: [PreparedToken] = []
    for token in tokens where !kept.contains(where: { $0.hash == token.hash }) {
      kept.append(token)
      if kept.count == options.wordLimit { break }
    }
    return kept
  }

  private static func sound(_ token: PreparedToken) -> UInt64 {
    token.phonetic != 0 ? UInt64(token.phonetic) : token.hash
  }

  /// The letters of the distinctive words, without spaces; of all words where none is distinctive.
  private static func letters(_ name: PreparedName) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(name.bytes.count)
    for token in name.tokens where token.isDistinctive {
      let end = min(name.bytes.count, Int(token.start) + Int(token.length))
      if Int(token.start) < end { letters.append(contentsOf: name.bytes[Int(token.start)..<end]) }
    }
    return letters.isEmpty ? name.bytes : letters
  }

  /// Three bands of the two smallest of hashed letter triples.
  private func appendSignature(_ letters: [UInt8], to keys: inout [UInt64]) {
    guard letters.count >= 5 else { return }
    var least = (UInt64.max, UInt64.max, UInt64.max, UInt64.max, UInt64.max, UInt64.max)
    for index in 0..<(letters.count - 2) {
      let gram = UInt64(letters[index]) << 16 | UInt64(letters[index + 1]) << 8 | UInt64(letters[index + 2])
      let hash = BlockingKey.mix(gram)
      least.0 = min(least.0, hash &* 0x9E37_79B9_7F4A_7C15)
      least.1 = min(least.1, hash &* 0xC2B2_AE3D_27D4_EB4F)
      least.2 = min(least.2, hash &* 0x1656_67B1_9E37_79F9)
      least.3 = min(least.3, hash &* 0x27D4_EB2F_1656_67C5)
      least.4 = min(least.4, hash &* 0x85EB_CA77_C2B2_AE63)
      least.5 = min(least.5, hash &* 0xD6E8_FEB8_6659_FD93)
    }
    keys.append(BlockingKey.make(.signature, BlockingKey.mix(least.0) &+ least.1))
    keys.append(BlockingKey.make(.signature, BlockingKey.mix(least.2) &+ least.3 &+ 1))
    keys.append(BlockingKey.make(.signature, BlockingKey.mix(least.4) &+ least.5 &+ 2))
  }

  /// The most telling word without each of its letters in turn, where the name has little else.
  private func appendSpellings(_ name: PreparedName, _ token: PreparedToken, to keys: inout [UInt64]) {
    guard token.kind == .word, token.length >= 6, token.length <= 12 else { return }
    let start = Int(token.start)
    let end = start + Int(token.length)
    guard end <= name.bytes.count else { return }
    keys.append(BlockingKey.make(.spelling, Self.hash(name.bytes[start..<end])))
    for gap in start..<end where gap == start || name.bytes[gap] != name.bytes[gap - 1] {
      var hash = Self.seed
      for index in start..<end where index != gap { hash = (hash ^ UInt64(name.bytes[index])) &* Self.prime }
      keys.append(BlockingKey.make(.spelling, hash))
    }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// The FNV-1a hash of bytes.
  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
    return hash
  }
}
