extension ErasureScreen {
  /// JSON without what is looked for: a text loses it, a number that touches it becomes a text.
  package func redacted(json: UnsafeRawBufferPointer) -> [UInt8]? {
    let found = matches(json)
    guard !found.isEmpty else { return nil }
    let marker = Array(marker(nil).utf8)
    var result: [UInt8] = []
    func keep(_ range: Range<Int>) {
      result.append(contentsOf: UnsafeRawBufferPointer(rebasing: json[range]))
    }
    var rest = found[...]
    for token in JSONTokens(json) {
      while let first = rest.first, first.upperBound <= token.bytes.lowerBound { rest.removeFirst() }
      let inside = token.inside
      let touching = rest.prefix { $0.lowerBound < inside.upperBound }.filter {
        $0.upperBound > inside.lowerBound
      }
      guard token.kind != .between, !touching.isEmpty else {
        keep(token.bytes)
        continue
      }
      guard token.kind == .text else {
        result += [0x22] + marker + [0x22]
        continue
      }
      var at = token.bytes.lowerBound
      for match in touching {
        keep(at..<Swift.max(match.lowerBound, inside.lowerBound))
        result += marker
        at = min(match.upperBound, inside.upperBound)
      }
      keep(at..<token.bytes.upperBound)
    }
    return result
  }
}
