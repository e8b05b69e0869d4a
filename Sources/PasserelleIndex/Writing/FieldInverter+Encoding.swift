/// From text order to term order.
extension FieldInverter {
  /// Feeds an encoder with all terms.
  ///
  /// - Complexity: O(tokens) and a sort of the terms.
  func encode(into encoder: inout PostingsEncoder) throws {
    guard tokens.count > 0 else { return }
    // Where the list of each term starts, then ends.
    var ends = tokens.occurrences(terms: terms.count)
    let counts = ends
    var sum: UInt32 = 0
    for term in ends.indices {
      ends[term] = sum
      sum += counts[term]
    }
    let places = UnsafeMutablePointer<UInt32>.allocate(capacity: tokens.count)
    defer { places.deallocate() }
    ends.withUnsafeMutableBufferPointer { ends in
      if let ends = ends.baseAddress { tokens.scatter(ends, into: places) }
    }
    let finder = DocumentFinder(starts: starts, tokens: tokens.count)
    for term in terms.sortedNumbers() {
      encoder.begin(terms[term])
      let end = Int(ends[Int(term)])
      encode(places, end - Int(counts[Int(term)])..<end, finder, &encoder)
      try encoder.end()
    }
  }

  /// Feeds the encoder with the list of one term.
  private func encode(
    _ places: UnsafeMutablePointer<UInt32>, _ range: Range<Int>, _ finder: borrowing DocumentFinder,
    _ encoder: inout PostingsEncoder
  ) {
    var first = range.lowerBound
    var record = -1
    var bounds: (start: UInt32, end: UInt32) = (0, 0)
    documents.withUnsafeBufferPointer { documents in
      while first < range.upperBound {
        if places[first] >= bounds.end {
          record = finder.record(at: places[first], after: record)
          bounds = finder.bounds(record)
        }
        var next = first &+ 1
        while next < range.upperBound, places[next] < bounds.end { next &+= 1 }
        if !jumps.isEmpty { addJumps(places, first..<next, record) }
        encoder.add(
          document: documents[record], frequency: UInt32(next &- first), positions: places + first,
          base: bounds.start)
        first = next
      }
    }
  }

  /// Adds the jumps of a document to the places of its tokens.
  private func addJumps(_ places: UnsafeMutablePointer<UInt32>, _ range: Range<Int>, _ record: Int) {
    let first = Int(firstJumps[record])
    let end = record + 1 < firstJumps.count ? Int(firstJumps[record + 1]) : jumps.count
    guard first < end else { return }
    var passed = first
    for index in range {
      while passed < end, jumps[passed] <= places[index] { passed += 1 }
      places[index] &+= UInt32(passed - first) &* SegmentFormat.valueGap
    }
  }
}
