extension AlignmentWork {
  /// An acronym on one side, the words it is made of on the other.
  mutating func alignAcronyms(_ result: inout TokenAlignment) {
    guard leftFree != 0, rightFree != 0 else { return }
    expand(left, leftBytes, &leftFree, right, rightBytes, &rightFree, &result)
    guard leftFree != 0, rightFree != 0 else { return }
    expand(right, rightBytes, &rightFree, left, leftBytes, &leftFree, &result)
  }

  private func expand(
    _ short: Tokens, _ shortBytes: Bytes, _ shortFree: inout UInt32, _ long: Tokens, _ longBytes: Bytes,
    _ longFree: inout UInt32, _ result: inout TokenAlignment
  ) {
    for i in 0..<short.count
    where shortFree & (1 << UInt32(i)) != 0 && short[i].kind == .word && short[i].length >= 3
      && short[i].length <= 9
    {
      let start = Int(short[i].start)
      let letters = UnsafeBufferPointer(rebasing: shortBytes[start..<(start + Int(short[i].length))])
      for j in 0..<long.count where longFree & (1 << UInt32(j)) != 0 {
        guard let found = expansion(of: letters, from: j, long, longBytes, longFree) else { continue }
        shortFree &= ~(1 << UInt32(i))
        let strength = min(1, Float(found.words - 1) / 3)
        result.acronym = max(result.acronym, strength)
        var weight = short[i].weight
        for place in j..<found.end where longFree & (1 << UInt32(place)) != 0 {
          weight = max(weight, long[place].weight)
          longFree &= ~(1 << UInt32(place))
        }
        result.matched += weight * (0.5 + 0.4 * strength)
        result.rarest = max(result.rarest, short[i].rarity * (0.4 + 0.5 * strength))
        result.raritySum += short[i].rarity * (0.4 + 0.5 * strength)
        result.matches += 1
        break
      }
    }
  }

  /// The words from a place whose first letters give an acronym.
  ///
  /// Articles may give theirs or not. A word may give two
  /// letters where it is cut so (SOciété).
  private func expansion(
    of letters: Bytes, from start: Int, _ long: Tokens, _ bytes: Bytes, _ free: UInt32
  ) -> (end: Int, words: Int)? {
    var used = 0
    var words = 0
    var place = start
    while place < long.count, used < letters.count {
      let token = long[place]
      let first = bytes[Int(token.start)]
      if first == letters[used], token.kind != .legal {
        if token.kind != .stop {
          guard free & (1 << UInt32(place)) != 0 else { return nil }
          words += 1
        }
        used += 1
        // The second letter of a word where the next word does not give it.
        if used < letters.count, token.kind != .stop, token.length >= 2,
          bytes[Int(token.start) + 1] == letters[used],
          nextLetter(after: place, long, bytes) != letters[used]
        {
          used += 1
        }
      } else if token.kind != .stop && token.kind != .legal {
        return nil
      }
      place += 1
    }
    return used == letters.count && words >= 2 && words * 3 >= used * 2 ? (place, words) : nil
  }

  private func nextLetter(after place: Int, _ tokens: Tokens, _ bytes: Bytes) -> UInt8 {
    var next = place + 1
    while next < tokens.count, tokens[next].kind == .stop || tokens[next].kind == .legal { next += 1 }
    return next < tokens.count ? bytes[Int(tokens[next].start)] : 0
  }
}
