internal import PasserelleCore
internal import PasserelleJSON

/// What the start of a file tells of it: how its releases or records stand in it, and what its package says of
/// them before the list.
struct OCDSHead {
  /// How releases or records stand in a file.
  enum Layout: Equatable {
    /// In the array under a key of a package.
    case list(String)
    /// In an array at the top.
    case array
    /// One a line.
    case lines
    /// One alone.
    case single
  }

  let layout: Layout
  let package: OCDSPackage

  /// Looks at the start of a file.
  ///
  /// - Parameter bytes: The start, without a byte order mark.
  init(_ bytes: ArraySlice<UInt8>) {
    let text = bytes.drop { $0 <= 0x20 }
    guard text.first == UInt8(ascii: "{") else {
      layout = text.first == UInt8(ascii: "[") ? .array : .single
      package = OCDSPackage(nil)
      return
    }
    var scan = Scan(text)
    scan.run()
    package = OCDSPackage(.object(scan.members))
    if let end = scan.end, text[end...].contains(where: { $0 > 0x20 }),
      !text[..<end].contains(UInt8(ascii: "\n"))
    {
      layout = .lines
    } else if let list = OCDSShape.list(of: scan.keys), scan.arrays.contains(list) {
      layout = .list(list)
    } else {
      layout = .single
    }
  }

  /// Walks over the top level of an object.
  struct Scan {
    private let text: ArraySlice<UInt8>
    private var index: Int
    /// The keys met.
    private(set) var keys: [String] = []
    /// The keys of arrays.
    private(set) var arrays: Set<String> = []
    /// The members that say something of the package.
    private(set) var members: [JSONMember] = []
    /// Where the object ended.
    private(set) var end: Int?

    init(_ text: ArraySlice<UInt8>) {
      self.text = text
      index = text.startIndex + 1
    }

    mutating func run() {
      while index < text.endIndex {
        switch text[index] {
        case UInt8(ascii: "}"):
          end = index + 1
          return
        case UInt8(ascii: "\""):
          let start = index
          guard skipString() else { return }
          guard let key = try? JSONDocument.parse(Array(text[start..<index])).stringValue else { return }
          skipBlank()
          guard index < text.endIndex, text[index] == UInt8(ascii: ":") else { return }
          index += 1
          skipBlank()
          keys.append(key)
          guard value(of: key) else { return }
        default:
          index += 1
        }
      }
    }

    /// Passes over a value; false when the text ends in it.
    private mutating func value(of key: String) -> Bool {
      let start = index
      guard index < text.endIndex else { return false }
      if text[index] == UInt8(ascii: "[") { arrays.insert(key) }
      guard skipValue() else { return false }
      if ["publisher", "license", "packageInfo"].contains(key),
        let value = try? JSONDocument.parse(Array(text[start..<index]))
      {
        members.append(JSONMember(key, value))
      }
      return true
    }

    private mutating func skipValue() -> Bool {
      var depth = 0
      while index < text.endIndex {
        switch text[index] {
        case UInt8(ascii: "\""):
          guard skipString() else { return false }
          if depth == 0 { return true }
          continue
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          // A scalar ends where its object does.
          if depth == 0 { return true }
          depth -= 1
          if depth == 0 {
            index += 1
            return true
          }
        case UInt8(ascii: ","):
          if depth == 0 { return true }
        default:
          break
        }
        index += 1
      }
      return false
    }

    /// Passes over a string; false when the text ends in it.
    private mutating func skipString() -> Bool {
      index += 1
      while index < text.endIndex {
        switch text[index] {
        case UInt8(ascii: "\\"): index += 2
        case UInt8(ascii: "\""):
          index += 1
          return true
        default: index += 1
        }
      }
      return false
    }

    private mutating func skipBlank() {
      while index < text.endIndex, text[index] <= 0x20 { index += 1 }
    }
  }
}
