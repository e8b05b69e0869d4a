/// Finds earlier names that a name tells of: « Veolia Eau (ex Compagnie Générale des Eaux) ».
enum FormerNames {
  /// The name without its earlier names, and these.
  static func split(_ name: String) -> (current: String, former: [String]) {
    let bytes = Array(name.utf8)
    let lower = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for cue in cues {
      guard let start = place(of: cue, in: lower) else { continue }
      var after = Array(bytes[(start + cue.count)...])
      var rest: [UInt8] = []
      if let close = after.firstIndex(of: UInt8(ascii: ")")) {
        rest = Array(after[(close + 1)...])
        after = Array(after[..<close])
      }
      let current = Array(bytes[..<start]) + rest
      guard current.contains(where: { $0 > 0x40 }), after.count >= 3 else { return (name, []) }
      return (String(decoding: current, as: UTF8.self), [String(decoding: after, as: UTF8.self)])
    }
    return (name, [])
  }

  private static func place(of cue: [UInt8], in text: [UInt8]) -> Int? {
    guard text.count > cue.count else { return nil }
    for start in 0...(text.count - cue.count)
    where text[start] == cue[0] && text[start..<(start + cue.count)].elementsEqual(cue) {
      return start
    }
    return nil
  }

  private static let cues = [
    "(ex ", "(ex-", "(ex.", "(anciennement ", "(ancien ", "(antiga ", "(formerly ", " anciennement ", " ex-",
    " formerly known as ", " fka ", " antiga ",
  ].map { Array($0.utf8) }
}
