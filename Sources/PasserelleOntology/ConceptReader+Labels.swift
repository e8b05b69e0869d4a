extension ConceptReader {
  /// Adds how strongly the text bears a label, in summed rarity.
  func addLabel(_ label: Int) {
    let node = lexicon.labelNode[label]
    let start = Int(lexicon.labelStart[label])
    let end = Int(lexicon.labelStart[label + 1])
    let mass = lexicon.labelMass[label]
    var found = 0.0
    var isWhole = true
    for place in start..<end {
      let stem = lexicon.labelStems[place]
      if isPresent(stem) { found += lexicon.rarity[Int(stem)] } else { isWhole = false }
    }
    if isWhole {
      if isSequence(start, end) { return evidence.addWhole(mass * weights.sequence, for: node) }
      if isWithinWindow(start, end) { return evidence.addWhole(mass * weights.window, for: node) }
    }
    evidence.addPart(found * (found / mass) * weights.part, for: node)
  }

  /// Whether the label's stems follow one another, with nothing but function words between.
  private func isSequence(_ start: Int, _ end: Int) -> Bool {
    var place = lastPlace[Int(lexicon.labelStems[start])]
    while place >= 0 {
      var offset = 1
      while start + offset < end, Int(place) + offset < words.count,
        words[Int(place) + offset] == lexicon.labelStems[start + offset]
      {
        offset += 1
      }
      if start + offset == end { return true }
      place = earlier[Int(place)]
    }
    return false
  }

  /// Whether the label's stems, all in the text, stand close together around one place of the first.
  private func isWithinWindow(_ start: Int, _ end: Int) -> Bool {
    let width = Int32(end - start + weights.windowSlack)
    var anchor = lastPlace[Int(lexicon.labelStems[start])]
    while anchor >= 0 {
      var low = anchor
      var high = anchor
      for place in start + 1..<end {
        let near = nearest(lexicon.labelStems[place], to: anchor)
        low = min(low, near)
        high = max(high, near)
      }
      if high - low < width { return true }
      anchor = earlier[Int(anchor)]
    }
    return false
  }

  /// The place of a stem nearest to another place, the earlier of two.
  private func nearest(_ stem: Int32, to anchor: Int32) -> Int32 {
    var place = lastPlace[Int(stem)]
    var best = place
    while place >= 0 {
      if abs(place - anchor) <= abs(best - anchor) { best = place }
      place = earlier[Int(place)]
    }
    return best
  }
}
