extension XMLTree {
  /// The tree as XML of its own: names and attributes without prefix, texts before children, UTF-8.
  ///
  /// The same elements give the same bytes, however the document was indented.
  public func serialized() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(texts.count * 2)
    append(0, to: &bytes)
    return bytes
  }

  private func append(_ index: Int32, to bytes: inout [UInt8]) {
    let node = nodes[Int(index)]
    let name = names[Int(node.name)]
    bytes.append(UInt8(ascii: "<"))
    bytes += name.utf8
    for attribute in node.attributes.map({ attributes[Int($0)] }) {
      bytes.append(UInt8(ascii: " "))
      bytes += names[Int(attribute.name)].utf8
      bytes += "=\"".utf8
      escape(attribute.value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
    escape(node.text, to: &bytes)
    var child = node.firstChild
    while child >= 0 {
      append(child, to: &bytes)
      child = nodes[Int(child)].next
    }
    bytes += "</".utf8
    bytes += name.utf8
    bytes.append(UInt8(ascii: ">"))
  }

  private func escape(_ range: Range<Int32>, to bytes: inout [UInt8]) {
    for byte in texts[Int(range.lowerBound)..<Int(range.upperBound)] {
      switch byte {
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      default: bytes.append(byte)
      }
    }
  }
}
