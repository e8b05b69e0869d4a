/// The state of an alignment while it is made.
struct AlignmentWork {
  typealias Tokens = UnsafeBufferPointer<PreparedToken>
  typealias Bytes = UnsafeBufferPointer<UInt8>
  let left: Tokens
  let leftBytes: Bytes
  let right: Tokens
  let rightBytes: Bytes
  var leftFree: UInt32 = 0
  var rightFree: UInt32 = 0
  /// The partner of each left word, 255 for none.
  var partners = InlineArray<24, UInt8>(repeating: 255)

  init(_ left: Tokens, _ leftBytes: Bytes, _ right: Tokens, _ rightBytes: Bytes) {
    self.left = left
    self.leftBytes = leftBytes
    self.right = right
    self.rightBytes = rightBytes
    for place in 0..<left.count where left[place].kind != .legal { leftFree |= 1 << UInt32(place) }
    for place in 0..<right.count where right[place].kind != .legal { rightFree |= 1 << UInt32(place) }
  }

  @inline(__always)
  private mutating func match(_ i: Int, _ j: Int, _ likeness: Float, _ result: inout TokenAlignment) {
    leftFree &= ~(1 << UInt32(i))
    rightFree &= ~(1 << UInt32(j))
    partners[i] = UInt8(truncatingIfNeeded: j)
    let a = left[i]
    let b = right[j]
    let weight = min(a.weight, b.weight) * likeness
    result.matched += weight
    if likeness == 1 { result.exact += weight }
    if a.isDistinctive || a.kind == .common {
      let rarity = min(a.rarity, b.rarity) * likeness
      if a.kind == .number {
        result.numbersMatched += 1
      } else if a.kind == .place {
        result.placesMatched += 1
      } else {
        result.rarest = max(result.rarest, rarity)
        result.raritySum += rarity
      }
      result.matches += 1
      result.worst = min(result.worst, likeness)
    }
  }

  mutating func alignEqual(_ result: inout TokenAlignment) {
    for i in 0..<left.count where leftFree & (1 << UInt32(i)) != 0 {
      let hash = left[i].hash
      for j in 0..<right.count where right[j].hash == hash && rightFree & (1 << UInt32(j)) != 0 {
        match(i, j, 1, &result)
        break
      }
    }
  }

  mutating func alignAlike(_ result: inout TokenAlignment) {
    while true {
      var best: Float = TokenLikeness.least
      var bestWeighted: Float = 0
      var place = (-1, -1)
      for i in 0..<left.count where leftFree & (1 << UInt32(i)) != 0 && left[i].kind != .stop {
        for j in 0..<right.count where rightFree & (1 << UInt32(j)) != 0 && right[j].kind != .stop {
          let likeness = TokenLikeness.of(left[i], leftBytes, right[j], rightBytes)
          if likeness > 0, likeness < TokenLikeness.least {
            continue
          }
          let weighted = likeness * (0.5 + min(left[i].weight, right[j].weight))
          if likeness >= best * 0.9, weighted > bestWeighted {
            best = max(best, likeness)
            bestWeighted = weighted
            place = (i, j)
          }
        }
      }
      guard place.0 >= 0 else { return }
      let likeness = TokenLikeness.of(left[place.0], leftBytes, right[place.1], rightBytes)
      if left[place.0].length != right[place.1].length, likeness < 0.93, likeness >= 0.62,
        min(left[place.0].length, right[place.1].length) * 2
          <= max(left[place.0].length, right[place.1].length)
      {
        result.shortened += min(left[place.0].weight, right[place.1].weight)
      }
      match(place.0, place.1, likeness, &result)
    }
  }

  /// Words written together on one side and apart on the other: « Gama 29 », « GAMA29 ».
  mutating func alignJoined(_ result: inout TokenAlignment, mostDistance: Int) {
    guard leftFree != 0, rightFree != 0 else { return }
    if let found = join(left, leftBytes, &leftFree, right, rightBytes, &rightFree, &result, mostDistance) {
      partners[found.whole] = UInt8(truncatingIfNeeded: found.part)
    }
    guard leftFree != 0, rightFree != 0 else { return }
    if let found = join(right, rightBytes, &rightFree, left, leftBytes, &leftFree, &result, mostDistance) {
      partners[found.part] = UInt8(truncatingIfNeeded: found.whole)
    }
  }

  private func join(
    _ whole: Tokens, _ wholeBytes: Bytes, _ wholeFree: inout UInt32, _ parts: Tokens, _ partBytes: Bytes,
    _ partFree: inout UInt32, _ result: inout TokenAlignment, _ mostDistance: Int
  ) -> (whole: Int, part: Int)? {
    var found: (whole: Int, part: Int)?
    for i in 0..<whole.count where wholeFree & (1 << UInt32(i)) != 0 && whole[i].length >= 4 {
      let word = whole[i]
      let a = UnsafeBufferPointer(rebasing: wholeBytes[Int(word.start)..<Int(word.start + word.length)])
      for j in 0..<parts.count where partFree & (1 << UInt32(j)) != 0 || parts[j].kind == .legal {
        var length = Int(parts[j].length)
        var end = j + 1
        var isFree = partFree & (1 << UInt32(j)) != 0
        while end < parts.count, length < a.count - mostDistance,
          partFree & (1 << UInt32(end)) != 0 || parts[end].kind == .legal
        {
          length += Int(parts[end].length)
          isFree = isFree || partFree & (1 << UInt32(end)) != 0
          end += 1
        }
        guard end > j + 1, isFree, abs(length - a.count) <= mostDistance else { continue }
        let start = Int(parts[j].start)
        let b = UnsafeBufferPointer(rebasing: partBytes[start..<(start + length)])
        let distance = NameDistance.between(a, b)
        guard distance == 0 || distance <= mostDistance && length >= 7 else { continue }
        let likeness: Float = distance == 0 ? 0.97 : 0.85
        wholeFree &= ~(1 << UInt32(i))
        for place in j..<end { partFree &= ~(1 << UInt32(place)) }
        result.matched += word.weight * likeness
        result.rarest = max(result.rarest, word.rarity * likeness)
        result.raritySum += word.rarity * likeness
        result.matches += 1
        found = (i, j)
        break
      }
    }
    return found
  }

  func finish(_ result: inout TokenAlignment) {
    result.left = rest(left, leftFree)
    result.right = rest(right, rightFree)
    result.nearMiss = nearMiss()
    // The first distinctive words.
    var i = 0
    while i < left.count, left[i].kind != .word { i += 1 }
    var j = 0
    while j < right.count, right[j].kind != .word { j += 1 }
    if i < left.count, j < right.count {
      if Int(partners[i]) == j {
        let likeness = TokenLikeness.of(left[i], leftBytes, right[j], rightBytes)
        // Words written together keep little likeness with their first part.
        result.head = likeness >= TokenLikeness.least ? likeness : 0.97
      } else if partners[i] != 255 || rightFree & (1 << UInt32(j)) == 0 {
        result.head = 0.4
      }
    } else if i == left.count, j == right.count {
      result.head = 0.5
    }
    // Order: how many neighbouring matches keep it.
    var last = -1
    var kept: Float = 0
    var all: Float = 0
    for place in 0..<left.count where partners[place] != 255 && left[place].isDistinctive {
      let partner = Int(partners[place])
      if last >= 0 {
        all += 1
        if partner > last { kept += 1 }
      }
      last = partner
    }
    result.order = all > 0 ? kept / all : 1
  }

  /// The greatest likeness of letters of two words left over, one on each side.
  private func nearMiss() -> Float {
    var best: Float = 0
    for i in 0..<left.count
    where leftFree & (1 << UInt32(i)) != 0 && left[i].kind == .word && left[i].length >= 3 {
      for j in 0..<right.count
      where rightFree & (1 << UInt32(j)) != 0 && right[j].kind == .word && right[j].length >= 3 {
        guard (left[i].letters & right[j].letters).nonzeroBitCount >= 2 else { continue }
        let a = UnsafeBufferPointer(
          rebasing: leftBytes[Int(left[i].start)..<Int(left[i].start + left[i].length)])
        let b = UnsafeBufferPointer(
          rebasing: rightBytes[Int(right[j].start)..<Int(right[j].start + right[j].length)])
        best = max(best, NameDistance.likeness(a, b))
      }
    }
    return best
  }

  private func rest(_ tokens: Tokens, _ free: UInt32) -> TokenAlignment.Rest {
    var rest = TokenAlignment.Rest()
    for place in 0..<tokens.count where free & (1 << UInt32(place)) != 0 {
      let token = tokens[place]
      rest.total += token.weight
      switch token.kind {
      case .word:
        rest.words += token.weight
        rest.rarestWord = max(rest.rarestWord, token.rarity)
        rest.wordCount += 1
      case .number: rest.numbers += 1
      case .initial: rest.initials += 1
      case .place: rest.places += token.rarity
      case .common: rest.common += token.rarity
      case .branch: rest.branch += 1
      case .group: rest.group += 1
      case .body: rest.bodies += 1
      case .noise, .stop, .legal: break
      }
    }
    return rest
  }
}
