/// Measures pairs of names: the row of features that a model weighs.
enum NameComparison {
  /// Writes the features of two names.
  ///
  /// - Parameters:
  ///   - left: A name.
  ///   - right: Another.
  ///   - lexicon: The lexicon of legal forms and bodies.
  ///   - row: Receives ``NameFeature/count`` values.
  static func measure(
    _ left: PreparedName, _ right: PreparedName, lexicon: NameLexicon,
    into row: UnsafeMutableBufferPointer<Float>
  ) {
    let alignment = TokenAlignment(left, right)
    let (l, r) = (alignment.left, alignment.right)
    func set(_ feature: NameFeature, _ value: Float) { row[feature.rawValue] = value }
    let union = alignment.matched + l.total + r.total
    set(.overlap, union > 0 ? alignment.matched / union : 0)
    let smaller = alignment.matched + min(l.total, r.total)
    set(.containment, smaller > 0 ? alignment.matched / smaller : 0)
    set(.rarest, alignment.rarest)
    set(.raritySum, min(alignment.raritySum, 4) / 4)
    set(.exactShare, alignment.matched > 0 ? alignment.exact / alignment.matched : 0)
    set(.rarestRestLess, min(l.rarestWord, r.rarestWord))
    set(.rarestRestMore, max(l.rarestWord, r.rarestWord))
    set(.restBoth, min(l.total, r.total))
    set(.wordsRestLess, min(l.words, r.words))
    set(.wordsRestMore, max(l.words, r.words))
    set(.head, alignment.head)
    set(.order, alignment.order)
    set(.worst, alignment.matches > 0 ? alignment.worst : 0)
    set(.nearMiss, alignment.nearMiss)
    set(.shortened, alignment.shortened)
    set(.acronym, alignment.acronym)
    set(.placesBoth, min(l.places, r.places))
    set(.placesOne, max(l.places, r.places) - min(l.places, r.places))
    set(.placesMatched, min(alignment.placesMatched, 2) / 2)
    set(.numbersBoth, min(1, min(l.numbers, r.numbers)))
    set(.numbersOne, min(1, abs(l.numbers - r.numbers)))
    set(.numbersMatched, min(1, alignment.numbersMatched))
    set(.commonBoth, min(l.common, r.common))
    set(.commonOne, max(l.common, r.common) - min(l.common, r.common))
    set(.branch, min(1, l.branch + r.branch))
    set(.group, min(1, l.group + r.group))
    set(.initials, min(2, l.initials + r.initials) / 2)
    let sameForm = left.legalForm != 0 && left.legalForm == right.legalForm
    let bothForms = left.legalForm != 0 && right.legalForm != 0
    let sameFamily =
      bothForms
      && lexicon.legalFamilies[Int(left.legalForm)] == lexicon.legalFamilies[Int(right.legalForm)]
    set(.legalSame, sameForm ? 1 : sameFamily ? 0.5 : 0)
    set(.legalDifferent, bothForms && !sameForm ? sameFamily ? 0.4 : 1 : 0)
    let bothBodies = left.bodyForm != 0 && right.bodyForm != 0
    let sameBody =
      bothBodies
      && (left.bodyForm == right.bodyForm
        || lexicon.bodyFamilies[Int(left.bodyForm)] == lexicon.bodyFamilies[Int(right.bodyForm)])
    set(.bodySame, sameBody ? 1 : 0)
    set(.bodyDifferent, bothBodies && !sameBody ? 1 : 0)
    set(.bodyOne, bothBodies || left.bodyForm == right.bodyForm ? 0 : 1)
    set(.spelling, spelling(left, right))
    set(.letterPairs, left.pairs.dice(right.pairs))
    set(.core, left.coreHash != 0 && left.coreHash == right.coreHash ? 1 : 0)
    set(.lengthShort, Float(min(left.coreLength, right.coreLength, 30)) / 30)
    set(.fewWords, 1 / Float(1 + min(distinctive(left), distinctive(right))))
    let rests = max(l.total, r.total)
    set(.clean, 1 / (1 + 6 * rests))
    set(.bodyClean, sameBody ? 1 / (1 + 6 * rests) : 0)
    set(.substitution, min(l.rarestWord, r.rarestWord) * (1 - alignment.nearMiss))
    set(.firstSegment, firstSegment(left, right))
  }

  /// How alike the letters are without spaces and legal forms at the ends.
  private static func spelling(_ left: PreparedName, _ right: PreparedName) -> Float {
    left.bytes.withUnsafeBufferPointer { leftBytes in
      right.bytes.withUnsafeBufferPointer { rightBytes in
        let a = UnsafeBufferPointer(rebasing: leftBytes[core(left)])
        let b = UnsafeBufferPointer(rebasing: rightBytes[core(right)])
        let longer = max(a.count, b.count)
        guard longer > 0 else { return 0 }
        // The letter sets bound the likeness: no distance is taken where it could not be near.
        if 3 * min(a.count, b.count) < longer { return Float(min(a.count, b.count)) / Float(longer) * 0.5 }
        return NameDistance.likeness(a, b)
      }
    }
  }

  /// The letters without legal forms and noise at either end.
  private static func core(_ name: PreparedName) -> Range<Int> {
    var first = 0
    var last = name.tokens.count - 1
    while first < last, isMargin(name.tokens[first]) { first += 1 }
    while last > first, isMargin(name.tokens[last]) { last -= 1 }
    guard first <= last, last >= 0 else { return 0..<name.bytes.count }
    let end = Int(name.tokens[last].start) + Int(name.tokens[last].length)
    return Int(name.tokens[first].start)..<end
  }

  private static func isMargin(_ token: PreparedToken) -> Bool {
    token.kind == .legal || token.kind == .noise || token.kind == .stop
  }

  private static func distinctive(_ name: PreparedName) -> Int {
    var count = 0
    for token in name.tokens where token.kind == .word || token.kind == .common || token.kind == .number {
      count += 1
    }
    return count
  }

  /// The share of a side's first segment (before a dash, bracket or slash) that the other side holds, where one is cut.
  private static func firstSegment(_ left: PreparedName, _ right: PreparedName) -> Float {
    guard let a = left.tokens.last, let b = right.tokens.last, a.segment > 0 || b.segment > 0 else {
      return 0
    }
    return max(share(of: left, in: right), share(of: right, in: left))
  }

  private static func share(of name: PreparedName, in other: PreparedName) -> Float {
    guard let first = name.tokens.first?.segment, name.tokens.last?.segment != first else { return 0 }
    var all: Float = 0
    var held: Float = 0
    for token in name.tokens where token.segment == first && token.weight > 0.05 {
      all += token.weight
      if other.tokens.contains(where: { $0.hash == token.hash || $0.stem == token.stem }) {
        held += token.weight
      }
    }
    var rest: Float = 0
    for token in other.tokens where token.weight > 0.05 {
      if !name.tokens.contains(where: { $0.hash == token.hash || $0.stem == token.stem }) {
        rest += token.weight
      }
    }
    return all > 0 ? held / all / (1 + 3 * rest) : 0
  }
}
