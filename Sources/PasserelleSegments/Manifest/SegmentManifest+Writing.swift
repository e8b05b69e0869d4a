/// Writing of manifests: one object without blanks, keys ascending bytewise, the same bytes for the same value.
extension SegmentManifest {
  static let formatName = "passerelle-index/"
  static let formatVersion = 1

  /// Puts the manifest in place as a whole; the change is a commit when this returns.
  ///
  /// - Throws: `PasserelleError` with code `.graphDiskFull` or `.indexInvalid`; then the one before stays in place.
  public func write(to storage: any SegmentStorage) throws {
    try storage.replace(Self.fileName, with: encoded())
  }

  /// The bytes of the file.
  public func encoded() -> [UInt8] {
    var bytes = Array("{\"checksum\":\"\(checksum)\",".utf8)
    bytes += contents().dropFirst()
    bytes.append(0x0A)
    return bytes
  }

  /// 16 hexadecimal digits: the XXH3 of the object without this key.
  private var checksum: String {
    let digits = String(Checksum.xxh3(contents()), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private func contents() -> [UInt8] {
    var json = ManifestJSON()
    json.object {
      $0.key("format")
      $0.string("\(Self.formatName)\(Self.formatVersion)")
      $0.key("generation")
      $0.number(generation)
      $0.key("metadata")
      $0.object {
        for key in metadata.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
          $0.key(key)
          $0.string(metadata[key] ?? "")
        }
      }
      $0.key("segments")
      $0.array(segments) { json, segment in json.object { segment.write(to: &$0) } }
    }
    return json.bytes
  }
}

extension SegmentManifest.Segment {
  fileprivate func write(to json: inout ManifestJSON) {
    json.key("deleted")
    json.number(deleted)
    if let deletions {
      json.key("deletions")
      json.string(deletions)
    }
    json.key("documents")
    json.number(documents)
    json.key("kind")
    json.string(kind)
    json.key("name")
    json.string(name)
  }
}

/// Writes JSON in one way only.
struct ManifestJSON {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  mutating func object(_ body: (inout Self) -> Void) {
    bytes.append(0x7B)
    isFirst = true
    body(&self)
    bytes.append(0x7D)
    isFirst = false
  }

  mutating func array<Element>(_ elements: [Element], _ body: (inout Self, Element) -> Void) {
    bytes.append(0x5B)
    for (place, element) in elements.enumerated() {
      if place > 0 { bytes.append(0x2C) }
      body(&self, element)
    }
    bytes.append(0x5D)
  }

  mutating func key(_ name: String) {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
    string(name)
    bytes.append(0x3A)
  }

  mutating func number(_ value: Int) { bytes += Array(String(value).utf8) }

  mutating func string(_ text: String) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case ..<0x20: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
