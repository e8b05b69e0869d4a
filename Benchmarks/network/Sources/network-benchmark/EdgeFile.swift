import Foundation

/// Columns of the two ends of edges, read from a file.
struct EdgeFile {
  var sources: [Int32] = []
  var targets: [Int32] = []

  /// One past the highest vertex.
  var vertexCount: Int { Int(max(sources.max() ?? -1, targets.max() ?? -1)) + 1 }

  /// Reads lines of two numbers apart by blanks.
  init(text path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    sources.reserveCapacity(data.count / 12)
    targets.reserveCapacity(data.count / 12)
    data.withUnsafeBytes { bytes in
      var (number, digits, isTarget): (Int32, Int, Bool) = (0, 0, false)
      for byte in bytes {
        let digit = byte &- 48
        if digit < 10 {
          number = number &* 10 &+ Int32(digit)
          digits &+= 1
        } else if digits > 0 {
          if isTarget { targets.append(number) } else { sources.append(number) }
          isTarget.toggle()
          (number, digits) = (0, 0)
        }
      }
      if digits > 0, isTarget { targets.append(number) }
    }
  }

  /// Reads pairs of 32-bit numbers, the lowest byte first.
  init(binary path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    let count = data.count / 8
    data.withUnsafeBytes { bytes in
      let numbers = bytes.bindMemory(to: Int32.self)
      sources = [Int32](unsafeUninitializedCapacity: count) { buffer, size in
        for edge in 0..<count { buffer[edge] = Int32(littleEndian: numbers[2 * edge]) }
        size = count
      }
      targets = [Int32](unsafeUninitializedCapacity: count) { buffer, size in
        for edge in 0..<count { buffer[edge] = Int32(littleEndian: numbers[2 * edge + 1]) }
        size = count
      }
    }
  }
}
