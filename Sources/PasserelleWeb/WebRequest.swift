/// A request as it came: its line, headers and body, without the connection.
public struct WebRequest: Sendable {
  /// The method, in capitals.
  public var method: String
  /// The path, percent escapes resolved.
  public var path: String
  /// The fields of the address, in their order.
  public var fields: [WebField]
  /// The headers, names in small letters.
  public var headers: [(name: String, value: String)]
  /// The body.
  public var body: [UInt8]

  /// Makes a request.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - target: The path and, after `?`, the fields.
  ///   - headers: The headers.
  ///   - body: The body.
  public init(
    method: String, target: String, headers: [(name: String, value: String)] = [], body: [UInt8] = []
  ) {
    self.method = method.uppercased()
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = FormDecoding.unescaped(parts.first ?? "", plusIsSpace: false) ?? String(parts.first ?? "")
    fields = parts.count > 1 ? FormDecoding.fields(parts[1]) : []
    self.headers = headers.map { ($0.name.lowercased(), $0.value) }
    self.body = body
  }

  /// The values of a header joined by commas; nil where it is absent.
  public func header(_ name: String) -> String? {
    let values = headers.filter { $0.name == name }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// The media type of the body, in small letters, without its parameters; empty where none is told.
  public var contentType: String {
    (header("content-type") ?? "").prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
  }
}

/// A field of an address or a form.
public struct WebField: Sendable, Hashable {
  /// Its name.
  public let name: String
  /// Its value.
  public let value: String

  /// Makes a field.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// What a request is answered with.
public struct WebResponse: Sendable {
  /// The status code (RFC 9110).
  public var status: Int
  /// The headers; length and connection are added by the server.
  public var headers: [(name: String, value: String)]
  /// The body.
  public var body: [UInt8]

  /// Makes a response.
  public init(_ status: Int, type: String, _ body: [UInt8], headers: [(name: String, value: String)] = []) {
    self.status = status
    self.headers = [("Content-Type", type)] + headers
    self.body = body
  }

  /// Makes a response of plain text.
  public init(_ status: Int, text: String, headers: [(name: String, value: String)] = []) {
    self.init(status, type: "text/plain; charset=utf-8", Array((text + "\n").utf8), headers: headers)
  }
}

/// Reads `application/x-www-form-urlencoded` (WHATWG URL, section 5).
enum FormDecoding {
  /// The fields in their order; a field that is no UTF-8 keeps U+FFFD in its place.
  static func fields(_ text: some StringProtocol) -> [WebField] {
    text.split(separator: "&").map { piece in
      let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      func text(_ part: Int) -> String {
        part < parts.count ? unescaped(parts[part], plusIsSpace: true) ?? "" : ""
      }
      return WebField(text(0), text(1))
    }
  }

  /// A text with its percent escapes resolved.
  static func unescaped(_ text: some StringProtocol, plusIsSpace: Bool) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let high = digit(rest[rest.startIndex]),
        let low = digit(rest[rest.startIndex + 1])
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
