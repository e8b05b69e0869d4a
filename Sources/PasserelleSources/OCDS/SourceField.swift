internal import PasserelleJSON

/// A field of a source that has no relation of its own, as it is kept: a name and JSON as written.
///
/// The name is the keys that lead to the field, joined by full stops. The JSON is what stands at its end, but where a
/// list lies on the way, or an object with its identifier beside the field, what stands there: `[]` and `{}` after the
/// key tell so. The identifiers of the elements that the field is of follow, each after an `@`.
struct SourceField: Sendable {
  /// The name, such as `tender.isAmendment` or `awards[].items.colour@1`.
  let name: String
  /// The value, as compact JSON.
  let json: [UInt8]

  /// Takes up a field as it was kept.
  init(name: String, json: [UInt8]) { (self.name, self.json) = (name, json) }

  /// Names a field and takes what stands there.
  ///
  /// - Parameters:
  ///   - piece: The release cut down to the field.
  ///   - keys: The keys that lead to it.
  ///   - marks: The identifiers of the elements on the way, where the piece is of one element of each list.
  init(_ piece: JSONValue, at keys: [String], of marks: [String] = []) {
    var value = piece
    var depth = 0
    while depth < keys.count, case .object(let members) = value, members.count == 1,
      members[0].key == keys[depth]
    {
      value = members[0].value
      depth += 1
    }
    json = value.legibleBytes
    guard depth < keys.count else {
      name = Self.name(keys, marks)
      return
    }
    let sign = value.objectValue == nil ? "[]" : "{}"
    name =
      keys[..<depth].map(Self.escaped).joined(separator: ".") + sign + "." + Self.name(keys[depth...], marks)
  }

  /// The keys that lead to a field and the identifiers of elements, as one text.
  static func name(_ keys: some Sequence<String>, _ marks: [String]) -> String {
    keys.map(escaped).joined(separator: ".") + marks.map { "@" + escaped($0) }.joined()
  }

  /// The name without what tells where the value stands: equal for all values of one field.
  var plainName: String {
    guard let sign = Self.sign(in: name) else { return name }
    // At the root the sign comes first.
    let rest = name[sign.upperBound...]
    return sign.lowerBound == name.startIndex
      ? String(rest.dropFirst()) : String(name[..<sign.lowerBound] + rest)
  }

  /// The plain name without the identifiers of elements.
  var path: String {
    let plain = plainName
    return plain.utf8.firstIndex(of: UInt8(ascii: "@")).map { String(plain[..<$0]) } ?? plain
  }

  /// The release cut down to the field; nil where what is kept is no JSON.
  var piece: JSONValue? {
    // A value alone is no document, an array of one is.
    let wrapped = [UInt8(ascii: "[")] + json + [UInt8(ascii: "]")]
    guard let elements = try? JSONDocument.parse(wrapped).arrayValue, elements.count == 1 else { return nil }
    var keys: [String] = []
    if let sign = Self.sign(in: name) {
      if sign.lowerBound > name.startIndex { keys = Self.keys(name[..<sign.lowerBound]) }
    } else {
      let end = name.utf8.firstIndex(of: UInt8(ascii: "@")) ?? name.endIndex
      keys = Self.keys(name[..<end])
    }
    return keys.reversed().reduce(elements[0]) { .object([JSONMember($1, $0)]) }
  }

  private static func keys(_ text: Substring) -> [String] {
    text.split(separator: ".", omittingEmptySubsequences: false).map(unescaped)
  }

  /// Where a name tells that its value stands, in front of the identifiers.
  private static func sign(in name: String) -> Range<String.Index>? {
    let bytes = name.utf8
    var index = bytes.startIndex
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "@") {
      let next = bytes.index(after: index)
      if next < bytes.endIndex,
        (bytes[index], bytes[next]) == (UInt8(ascii: "["), UInt8(ascii: "]"))
          || (bytes[index], bytes[next]) == (UInt8(ascii: "{"), UInt8(ascii: "}"))
      {
        return index..<bytes.index(after: next)
      }
      index = next
    }
    return nil
  }

  // What names part stands behind percent signs within keys; a percent sign alone is a key without letters.

  private static let signs = Set("%.@[]{}".utf8)

  private static func escaped(_ key: String) -> String {
    if key.isEmpty { return "%" }
    guard key.utf8.contains(where: { signs.contains($0) }) else { return key }
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = key.utf8.flatMap { byte -> [UInt8] in
      signs.contains(byte) ? [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]] : [byte]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unescaped(_ key: Substring) -> String {
    guard key.utf8.contains(UInt8(ascii: "%")) else { return String(key) }
    return key == "%" ? "" : String(key).percentDecoded
  }
}

extension String {
  /// The text with what stands behind percent signs in its place; signs without two digits stay.
  var percentDecoded: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    let source = Array(utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let high = Character(Unicode.Scalar(source[index + 1])).hexDigitValue,
        let low = Character(Unicode.Scalar(source[index + 2])).hexDigitValue
      {
        bytes.append(UInt8(high << 4 | low))
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
