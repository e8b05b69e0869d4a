/// Suggests the known name that a mistyped one is nearest to.
public enum NearestName {
  /// The nearest of some names, the first of several; nil where none is near.
  ///
  /// Near is a distance (insertions, deletions, replacements and swaps of neighbours; Damerau–Levenshtein, restricted) of
  /// no more than a third of the name's letters, or a name that holds what was typed.
  ///
  /// - Complexity: O(*n* · *m*) in the letters of the name and of all names.
  public static func of(_ name: String, in known: [String]) -> String? {
    let wanted = Array(name.lowercased().utf8.prefix(64))
    guard !wanted.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known {
      let found = distance(wanted, Array(candidate.utf8))
      if found < best?.distance ?? Int.max { best = (candidate, found) }
    }
    if let best, best.distance <= max(2, wanted.count / 3) { return best.name }
    return known.first { $0.contains(name.lowercased()) }
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var next = [i + 1]
      for (j, b) in right.enumerated() {
        var value = min(row[j] + (a == b ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { value = min(value, before[j - 1] + 1) }
        next.append(value)
      }
      before = row
      row = next
    }
    return row[right.count]
  }
}
