/// What the first bytes of an input say about how it is packed.
public enum ArchiveSignature: Sendable, Hashable {
  /// A gzip file (RFC 1952).
  case gzip
  /// A bzip2 file.
  case bzip2
  /// An xz file.
  case xz
  /// A ZIP archive (APPNOTE 6.3.3).
  case zip
  /// A ZIP archive that is one document: OpenDocument, Office Open XML, EPUB.
  case document
  /// A tar archive, of any flavour (POSIX 1003.1 pax and ustar, GNU, version 7).
  case tar

  /// How many bytes are enough.
  public static let neededBytes = 512

  /// Looks at the first bytes; nil for what is not packed.
  ///
  /// - Parameter head: The first ``neededBytes``, or all there are.
  public init?(_ head: [UInt8]) {
    if head.starts(with: [0x1F, 0x8B, 0x08]), head.count > 3, head[3] & 0xE0 == 0 {
      self = .gzip
    } else if head.starts(with: Array("BZh".utf8)), head.count > 9, (0x31...0x39).contains(head[3]),
      Self.bzip2Marks.contains(Array(head[4..<10]))
    {
      self = .bzip2
    } else if head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) {
      self = .xz
    } else if let zip = Self.zip(head) {
      self = zip
    } else if Self.isTar(head) {
      self = .tar
    } else {
      return nil
    }
  }

  /// Whether one file is packed alone, under no name.
  public var isCompression: Bool { self == .gzip || self == .bzip2 || self == .xz }

  /// The marks of a block of bzip2 and of an end without any.
  private static let bzip2Marks: [[UInt8]] = [
    [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], [0x17, 0x72, 0x45, 0x38, 0x50, 0x90],
  ]

  /// With what the first path begins in packages that are one document.
  private static let documentParts = [
    "mimetype", "[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/",
  ]

  private static func zip(_ head: [UInt8]) -> Self? {
    var header = head[...]
    // What stands before the first file of an archive that was split and joined again.
    if header.starts(with: Array("PK\u{7}\u{8}".utf8)) { header = header.dropFirst(4) }
    if header.starts(with: Array("PK\u{5}\u{6}".utf8)) { return .zip }
    guard header.starts(with: Array("PK\u{3}\u{4}".utf8)), header.count > 30 else { return nil }
    let bytes = Array(header)
    let length = Int(bytes[26]) | Int(bytes[27]) << 8
    let name = String(decoding: bytes[30...].prefix(length), as: UTF8.self)
    return documentParts.contains { $0.hasSuffix("/") ? name.hasPrefix($0) : name == $0 } ? .document : .zip
  }

  /// Whether a block is a header of tar: the sum of its bytes, the field of the sum taken as spaces, stands in it.
  private static func isTar(_ head: [UInt8]) -> Bool {
    guard head.count >= 512, head[0] != 0 else { return false }
    var sum = 0
    for index in 0..<512 { sum += (148..<156).contains(index) ? 0x20 : Int(head[index]) }
    let digits = head[148..<156].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    guard !digits.isEmpty else { return false }
    return digits.reduce(0) { $0 * 8 + Int($1 - 0x30) } == sum
  }
}
