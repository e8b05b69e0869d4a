import PasserelleArchive
import PasserelleCore

/// Makes archives byte by byte, so that they can be wrong in every way.
enum Packed {
  /// A file of a ZIP archive as it stands in it.
  struct ZIPFile {
    var name: [UInt8]
    var bytes: [UInt8]
    var flags = 0
    var method = 0
    /// What the header tells instead of the right check.
    var check: UInt32?

    init(_ name: String, _ text: String) {
      self.name = Array(name.utf8)
      bytes = Array(text.utf8)
    }

    init(_ name: String, bytes: [UInt8]) {
      self.name = Array(name.utf8)
      self.bytes = bytes
    }
  }

  /// A ZIP archive of stored files.
  static func zip(_ files: [ZIPFile], comment: String = "", countError: Int = 0) -> [UInt8] {
    var output: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let start = output.count
      let common =
        little(20, 2) + little(file.flags, 2) + little(file.method, 2) + little(0, 2) + little(0x21, 2)
        + little(Int(file.check ?? check(file.bytes)), 4) + little(file.bytes.count, 4)
        + little(file.bytes.count, 4) + little(file.name.count, 2) + little(0, 2)
      output += [0x50, 0x4B, 3, 4] + common + file.name + file.bytes
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 10) + little(start, 4) + file.name
    }
    let count = little(files.count + countError, 2)
    return output + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + count + count
      + little(directory.count, 4) + little(output.count, 4) + little(comment.utf8.count, 2)
      + Array(comment.utf8)
  }

  /// A gzip file of one member, deflated.
  static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let archive = try ZIPWriter.data([ArchiveEntry(path: "a", bytes: bytes)])
    let size = archive[18..<22].reversed().reduce(0) { $0 << 8 | Int($1) }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + archive[31..<31 + size] + archive[14..<18]
      + little(bytes.count, 4)
  }

  static func gzip(_ text: String) throws -> [UInt8] { try gzip(Array(text.utf8)) }

  /// A file of a tar archive.
  struct TarFile {
    var name: String
    var bytes: [UInt8] = []
    var type: Character = "0"
    var target = ""

    init(_ name: String, _ text: String) {
      self.name = name
      bytes = Array(text.utf8)
    }

    init(_ name: String, type: Character, target: String = "") {
      (self.name, self.type, self.target) = (name, type, target)
    }
  }

  /// A tar archive of POSIX 1003.1 (ustar).
  static func tar(_ files: [TarFile], hasEnd: Bool = true) -> [UInt8] {
    var output: [UInt8] = []
    for file in files {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, _ offset: Int) {
        for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
      }
      put(file.name, 0)
      put("0000644\0" + "0000000\0" + "0000000\0" + octal(file.bytes.count, 11) + "\0" + octal(0, 11), 100)
      put("        \(file.type)\(file.target)", 148)
      put("ustar\u{0}00", 257)
      let sum = header.reduce(0) { $0 + Int($1) }
      put(octal(sum, 6) + "\0 ", 148)
      output += header + file.bytes + [UInt8](repeating: 0, count: (512 - file.bytes.count % 512) % 512)
    }
    return output + (hasEnd ? [UInt8](repeating: 0, count: 1024) : [])
  }

  private static func octal(_ value: Int, _ width: Int) -> String {
    let digits = String(value, radix: 8)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  static func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) }
  }

  /// The CRC-32 of some bytes, bit by bit.
  static func check(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
    return ~value
  }
}

/// Gives bytes in pieces of a length, so that every joint is met.
struct PiecewiseByteSource: ByteSource {
  private var base: MemoryByteSource
  private let length: Int

  init(_ bytes: [UInt8], length: Int) {
    base = MemoryByteSource(bytes)
    self.length = length
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try base.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(length)))
  }
}

/// What is found in an input, in words: `name: text`, or `name ! code`.
func found(
  _ bytes: [UInt8], file: String = "a", limits: ArchiveLimits = .standard, pieces: Int = .max,
  isIgnored: (String) -> Bool = { _ in false }
) throws -> [String] {
  var lines: [String] = []
  let source = PiecewiseByteSource(bytes, length: pieces)
  try ContainerWalk.read(source, file: file, limits: limits, isIgnored: isIgnored) { item in
    switch item {
    case .fault(let name, let error): lines.append("\(name) ! \(error.code.name)")
    case .file(let found):
      var input = found.input
      do {
        lines.append("\(found.name): \(String(decoding: try content(&input), as: UTF8.self).prefix(40))")
      } catch let error as PasserelleError {
        lines.append("\(error.location?.file ?? "") ! \(error.code.name)")
      }
    }
    return true
  }
  return lines
}

/// All that a source gives.
func content(_ input: inout any ByteSource) throws -> [UInt8] {
  var result: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 40_000)
  while true {
    let count = try buffer.withUnsafeMutableBytes { try input.read(into: $0) }
    if count == 0 { return result }
    result += buffer[..<count]
  }
}
