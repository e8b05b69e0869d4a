/// Where two JSON documents of the same writer first differ.
///
/// Both must have been written in the same way, as by `JSONRenderer` without spaces: then what is equal has equal bytes,
/// and the place of the first byte that differs tells the value.
struct JSONDifference: Hashable, Sendable {
  /// Where: `$.vendors[2].score`.
  let path: String
  /// The value there in the first document, cut to some characters; empty where the document ends before it.
  let first: String
  /// The value there in the second document.
  let second: String

  /// The most characters of a value that are kept.
  private static let length = 300

  /// Compares two documents.
  ///
  /// - Returns: Nil where they are the same to the byte.
  /// - Complexity: O(bytes before the difference).
  init?(_ left: [UInt8], _ right: [UInt8]) {
    var place = 0
    while place < left.count, place < right.count, left[place] == right[place] { place += 1 }
    guard place < left.count || place < right.count else { return nil }
    var walk = Walk()
    for byte in left[..<place] { walk.step(byte) }
    let (leftEnds, rightEnds) = (Self.isEnd(left, place), Self.isEnd(right, place))
    if !walk.isInText, leftEnds || left[place] == Self.comma, rightEnds || right[place] == Self.comma {
      // One has a member more than the other.
      walk.step(Self.comma)
      path = walk.path
      first = leftEnds ? "" : Self.value(left, from: place + 1)
      second = rightEnds ? "" : Self.value(right, from: place + 1)
      return
    }
    path = walk.path
    first = Self.value(left, from: walk.start)
    second = Self.value(right, from: walk.start)
  }

  private static let comma: UInt8 = 0x2C

  /// Whether a list of members, or the document, ends at a place.
  private static func isEnd(_ bytes: [UInt8], _ place: Int) -> Bool {
    place >= bytes.count || bytes[place] == 0x5D || bytes[place] == 0x7D
  }

  /// The text of the value that starts at a place.
  private static func value(_ bytes: [UInt8], from start: Int) -> String {
    var (depth, inText, isEscaped, end) = (0, false, false, start)
    scan: while end < bytes.count {
      let byte = bytes[end]
      if inText {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          inText = false
        }
      } else {
        switch byte {
        case 0x22: inText = true
        case 0x5B, 0x7B: depth += 1
        case 0x5D, 0x7D:
          if depth == 0 { break scan }
          depth -= 1
        case comma where depth == 0: break scan
        default: break
        }
      }
      end += 1
    }
    let text = String(decoding: bytes[min(start, bytes.count)..<end], as: UTF8.self)
    return text.count > length ? text.prefix(length - 1) + "…" : text
  }

  /// Follows the path through the bytes of a document.
  private struct Walk {
    /// An open object with its last key, or an open array with its index.
    private enum Level {
      case object(key: String)
      case array(index: Int)
    }

    private var levels: [Level] = []
    private var text: [UInt8] = []
    private(set) var isInText = false
    private var isEscaped = false
    private var isKey = false
    private var offset = 0
    /// Where the value, or the key, that is being read starts.
    private(set) var start = 0

    var path: String {
      levels.reduce("$") { path, level in
        switch level {
        case .object(let key): key.isEmpty ? path : path + "." + key
        case .array(let index): path + "[\(index)]"
        }
      }
    }

    mutating func step(_ byte: UInt8) {
      offset += 1
      if isInText {
        stepInText(byte)
        return
      }
      switch byte {
      case 0x22:
        isInText = true
        text.removeAll(keepingCapacity: true)
      case 0x7B: open(.object(key: ""), isKey: true)
      case 0x5B: open(.array(index: 0), isKey: false)
      case 0x7D, 0x5D:
        levels.removeLast(levels.isEmpty ? 0 : 1)
      case 0x3A:
        isKey = false
        start = offset
      case JSONDifference.comma: next()
      default: break
      }
    }

    private mutating func stepInText(_ byte: UInt8) {
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else if byte == 0x22 {
        isInText = false
        if isKey, !levels.isEmpty {
          levels[levels.count - 1] = .object(key: String(decoding: text, as: UTF8.self))
        }
        return
      }
      text.append(byte)
    }

    private mutating func open(_ level: Level, isKey: Bool) {
      levels.append(level)
      self.isKey = isKey
      start = offset
    }

    private mutating func next() {
      start = offset
      guard let last = levels.last else { return }
      switch last {
      case .object:
        levels[levels.count - 1] = .object(key: "")
        isKey = true
      case .array(let index): levels[levels.count - 1] = .array(index: index + 1)
      }
    }
  }
}
