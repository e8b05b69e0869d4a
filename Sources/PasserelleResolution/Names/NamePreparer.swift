import PasserelleText

/// Makes mentions ready for comparison: cuts, folds and weighs their names by a lexicon and by statistics of words.
public struct NamePreparer: Sendable {
  /// The lexicon.
  public let lexicon: NameLexicon
  /// The statistics that rarity is taken from; frozen here, so that scores do not move while mentions come in.
  public let statistics: NameStatistics

  /// Makes a preparer.
  public init(lexicon: NameLexicon, statistics: NameStatistics) {
    self.lexicon = lexicon
    self.statistics = statistics
  }

  /// Names of a mention that are compared.
  public static let mostNames = 6

  /// Makes a mention ready.
  ///
  /// - Complexity: O(*n*) in the letters of its names.
  public func prepare(_ mention: Mention) -> PreparedMention {
    var names: [PreparedName] = []
    var former: [PreparedName] = []
    for name in mention.names.prefix(Self.mostNames) {
      let split = FormerNames.split(name)
      names.append(prepare(name: split.current, kind: mention.kind))
      for old in split.former { former.append(prepare(name: old, kind: mention.kind)) }
    }
    for name in mention.formerNames.prefix(Self.mostNames) {
      former.append(prepare(name: name, kind: mention.kind))
    }
    if names.isEmpty { names.append(prepare(name: "", kind: mention.kind)) }
    let current = names.count
    names.append(contentsOf: former)
    var identifiers: [HashedIdentifier] = []
    for identifier in mention.identifiers {
      for known in EntityIdentifier.implied(by: identifier) {
        let hashed = HashedIdentifier(scheme: known.scheme, hash: NameHash.of(known.value))
        if !identifiers.contains(hashed) { identifiers.append(hashed) }
      }
    }
    identifiers.sort { ($0.scheme, $0.hash) < ($1.scheme, $1.hash) }
    let total = Float(max(1, mention.activities.reduce(0) { $0 + $1.count }))
    let activities = mention.activities
      .map { WeightedHash(hash: NameHash.of($0.code), weight: Float($0.count) / total) }
      .sorted { $0.hash < $1.hash }
    var neighbours = mention.neighbours.sorted()
    var kept = 0
    for place in neighbours.indices where place == 0 || neighbours[place] != neighbours[kept - 1] {
      neighbours[kept] = neighbours[place]
      kept += 1
    }
    neighbours.removeLast(neighbours.count - kept)
    return PreparedMention(
      id: mention.id, kind: mention.kind, names: names, currentNames: current, identifiers: identifiers,
      country: Self.countryCode(mention.country),
      town: Self.hash(folding: mention.place.town), postcode: Self.hash(folding: mention.place.postcode),
      department: Self.hash(folding: mention.place.department),
      commune: Self.hash(folding: mention.place.commune), activities: activities, neighbours: neighbours)
  }

  /// The hashes of the words of a mention's main name, to be counted in ``NameStatistics``.
  public func statisticTokens(of mention: Mention) -> [UInt64] {
    guard let name = mention.names.first else { return [] }
    var hashes: [UInt64] = []
    for part in parts(of: name, kind: mention.kind) where part.kind != .legal && part.kind != .stop {
      hashes.append(NameHash.of(part.bytes))
    }
    return hashes
  }

  /// The two letters of a country in a number, 0 for other texts.
  static func countryCode(_ country: String) -> UInt16 {
    let letters = Array(country.utf8)
    return letters.count == 2 ? UInt16(letters[0]) << 8 | UInt16(letters[1]) : 0
  }

  private static func hash(folding text: String) -> UInt64 {
    let bytes = TextFolding.foldedBytes(text)
    return bytes.isEmpty ? 0 : NameHash.of(bytes)
  }

  /// A word of a name, before its weight is known.
  struct Part {
    var bytes: [UInt8]
    var kind: PreparedToken.Kind
    var segment: UInt8
    var form: UInt8 = 0
  }

  /// The words of a name with what they are.
  func parts(of name: String, kind: Mention.Kind) -> [Part] {
    let words = NameTokenizer.words(of: name)
    if kind == .person || kind == .work {
      return words.map { word in
        let isNumber = word.bytes.contains { $0 >= 0x30 && $0 <= 0x39 }
        let title = kind == .person && PersonWords.titles.contains(word.bytes)
        return Part(
          bytes: word.bytes,
          kind: title ? .noise : isNumber ? .number : word.bytes.count == 1 ? .initial : .word,
          segment: word.segment)
      }
    }
    var parts: [Part] = []
    var index = 0
    while index < words.count {
      if let (entry, length) = phrase(at: index, in: words) {
        if entry.bytes.contains(0x20) {
          for word in entry.bytes.split(separator: 0x20) {
            let known = lexicon.entry(NameHash.of(word))
            parts.append(
              Part(
                bytes: known?.bytes ?? Array(word), kind: known?.kind ?? .word, segment: words[index].segment)
            )
          }
        } else {
          parts.append(
            Part(bytes: entry.bytes, kind: entry.kind, segment: words[index].segment, form: entry.form))
        }
        index += length
        continue
      }
      let word = words[index]
      let digits = word.bytes.reduce(0) { $0 + ($1 >= 0x30 && $1 <= 0x39 ? 1 : 0) }
      var kind: PreparedToken.Kind = .word
      if digits > 0, digits * 2 >= word.bytes.count {
        kind = .number
      } else if Self.romanValue(word.bytes) != nil, index > 0 {
        kind = .number
      } else if word.isElided, word.bytes.count == 1 {
        kind = .stop
      } else if word.bytes.count == 1 {
        kind = .initial
      }
      var bytes = word.bytes
      if kind == .number {
        if let roman = Self.romanValue(bytes) { bytes = Array(String(roman).utf8) }
        while bytes.count > 1, bytes[0] == UInt8(ascii: "0") { bytes.removeFirst() }
      }
      parts.append(Part(bytes: bytes, kind: kind, segment: word.segment))
      index += 1
    }
    settle(&parts)
    mergeForms(&parts)
    return parts
  }

  /// The longest phrase of the lexicon that begins at a word.
  private func phrase(at index: Int, in words: [NameTokenizer.Word]) -> (NameLexicon.Entry, Int)? {
    let first = words[index].bytes
    guard let longest = lexicon.longest[NameHash.of(first)] else { return nil }
    var length = min(longest, words.count - index)
    while length > 0 {
      var hash = NameHash.seed
      for place in index..<(index + length) {
        if place > index { NameHash.step(&hash, 0x20) }
        for byte in words[place].bytes { NameHash.step(&hash, byte) }
      }
      if let entry = lexicon.entry(NameHash.finish(hash)),
        entry.kind != .legal || length > 1 || standsAsForm(words, index),
        !(words[index].isElided && length == 1)
      {
        return (entry, length)
      }
      length -= 1
    }
    return nil
  }

  /// Whether a short word is a legal form where it stands: the last of its segment or name, or the first.
  private func standsAsForm(_ words: [NameTokenizer.Word], _ index: Int) -> Bool {
    let word = words[index]
    guard word.bytes.count <= 2, word.bytes != Array("sa".utf8) else { return true }
    return word.endsSegment || index == words.count - 1
  }

  /// Makes words of the parts where a name says nothing else that tells it apart.
  private func settle(_ parts: inout [Part]) {
    guard !parts.contains(where: { $0.kind.rawValue <= PreparedToken.Kind.common.rawValue }) else { return }
    for kind in [PreparedToken.Kind.branch, .group, .noise, .body, .legal, .stop] {
      var found = false
      for place in parts.indices where parts[place].kind == kind {
        if kind != .body { parts[place].kind = .word }
        found = true
      }
      if found { return }
    }
  }

  /// Takes legal forms after a comma into the segment before: they cut nothing off.
  private func mergeForms(_ parts: inout [Part]) {
    var start = 0
    while start < parts.count {
      var end = start
      while end < parts.count, parts[end].segment == parts[start].segment { end += 1 }
      let isForm = parts[start..<end].allSatisfy { $0.kind == .legal || $0.kind == .stop }
      if isForm, start > 0 { for place in start..<end { parts[place].segment = parts[start - 1].segment } }
      start = end
    }
    // Numbered anew from 0.
    var segment: UInt8 = 0
    for place in parts.indices {
      let own = parts[place].segment
      let next = place + 1 < parts.count && parts[place + 1].segment != own
      parts[place].segment = segment
      if next { segment += 1 }
    }
  }

  /// The value of a Roman number of two letters or more (II…XX), nil for other words.
  static func romanValue(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 2, bytes.count <= 5 else { return nil }
    var total = 0
    var last = 0
    for byte in bytes.reversed() {
      let value: Int
      switch byte {
      case UInt8(ascii: "i"): value = 1
      case UInt8(ascii: "v"): value = 5
      case UInt8(ascii: "x"): value = 10
      default: return nil
      }
      total += value < last ? -value : value
      last = max(last, value)
    }
    return total
  }
}
