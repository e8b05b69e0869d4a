/// Overlapping character grams, for comparing names whatever their word order and spelling.
public enum CharacterGrams {
  /// Grams of a text after ``TextFolding/fold(_:)``.
  ///
  /// Grams run over the whole folded text with its single spaces, so they cross word borders:
  /// `SA Orly` in grams of four is `sa o`, `a or`, ` orl`, `orly`. Duplicates are kept, in text order.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - size: Number of characters (Unicode scalars of the folded text) in a gram; values below 1
  ///     count as 1.
  /// - Returns: The grams; the folded text itself when it is shorter than `size`; nothing when the
  ///   folded text is empty.
  /// - Complexity: O(*n* · `size`).
  public static func grams(of text: String, size: Int = 4) -> [String] {
    let folded = TextFolding.foldedBytes(text)
    guard !folded.isEmpty else { return [] }
    let size = max(1, size)
    // Offsets of the scalars, and of the end.
    var starts: [Int] = []
    starts.reserveCapacity(folded.count + 1)
    for (offset, byte) in folded.enumerated() where byte & 0xC0 != 0x80 { starts.append(offset) }
    starts.append(folded.count)
    let count = starts.count - 1
    guard count > size else { return [String(decoding: folded, as: UTF8.self)] }
    return (0...(count - size)).map { first in
      String(decoding: folded[starts[first]..<starts[first + size]], as: UTF8.self)
    }
  }
}
