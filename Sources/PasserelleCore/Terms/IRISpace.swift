/// The IRIs that the product coins: identifiers, records, under a configurable base.
public struct IRISpace: Sendable, Hashable {
  /// The base when none is configured.
  public static let defaultBase = "https://passerelle.example/"

  /// The base, ending with `/`.
  public let base: String

  /// Makes a space under a base; a missing final `/` is added.
  public init(base: String = IRISpace.defaultBase) {
    self.base = base.hasSuffix("/") ? base : base + "/"
  }

  /// The IRI of a thing with an identifier: `<base>id/<scheme>/<value>`.
  public func identifier(_ scheme: IdentifierScheme, _ value: String) -> String {
    base + "id/" + scheme.rawValue + "/" + Self.escaped(value)
  }

  /// The IRI of a source record, which names its graph: `<base>record/<source>/<key>`.
  public func record(source: String, key: String) -> String {
    base + "record/" + Self.escaped(source) + "/" + Self.escaped(key)
  }

  /// The source and key of a record's IRI of this space.
  public func recordParts(of iri: String) -> (source: String, key: String)? {
    let start = base + "record/"
    guard iri.utf8.starts(with: start.utf8) else { return nil }
    let rest = iri[iri.utf8.index(iri.startIndex, offsetBy: start.utf8.count)...]
    guard let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")), slash > rest.startIndex else { return nil }
    return (Self.unescaped(rest[..<slash]), Self.unescaped(rest[rest.utf8.index(after: slash)...]))
  }

  /// The scheme and value of an identifier IRI of this space.
  public func identifierParts(of iri: String) -> (scheme: IdentifierScheme, value: String)? {
    guard let (scheme, value) = identifierText(of: iri), let known = IdentifierScheme.named[String(scheme)]
    else { return nil }
    return (known, Self.unescaped(value))
  }

  /// The scheme of an identifier IRI of this space.
  public func identifierScheme(of iri: String) -> IdentifierScheme? {
    identifierText(of: iri).flatMap { IdentifierScheme.named[String($0.scheme)] }
  }

  /// The scheme and value of an identifier IRI of this space as they are written.
  private func identifierText(of iri: String) -> (scheme: Substring, value: Substring)? {
    // By bytes: this is asked for each end of each statement of a record that is indexed.
    var text = iri
    var start = base
    let length = start.utf8.count
    let slash = text.withUTF8 { bytes -> Int? in
      // The base, `id/`, a scheme, a slash, a value.
      guard bytes.count > length + 5, bytes[length] == UInt8(ascii: "i"),
        bytes[length + 1] == UInt8(ascii: "d"),
        bytes[length + 2] == UInt8(ascii: "/"), bytes[length + 3] != UInt8(ascii: "/"),
        start.withUTF8({ bytes.prefix(length).elementsEqual($0) })
      else { return nil }
      return bytes[(length + 4)..<(bytes.count - 1)].firstIndex(of: UInt8(ascii: "/"))
    }
    guard let slash else { return nil }
    let bytes = text.utf8
    let scheme = bytes.index(bytes.startIndex, offsetBy: length + 3)
    let end = bytes.index(bytes.startIndex, offsetBy: slash)
    return (text[scheme..<end], text[bytes.index(after: end)...])
  }

  /// Percent-encodes all but unreserved characters and `/:~`, so that keys stay readable.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy(isKept) { return text }
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      if isKept(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func unescaped(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let high = digit(source[index + 1]), let low = digit(source[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
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

  private static func isKept(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}

/// The identifier schemes of `id/<scheme>/<value>`.
public enum IdentifierScheme: String, Sendable, Hashable, CaseIterable {
  /// French establishment number.
  case siret
  /// French company number.
  case siren
  /// French commune code.
  case insee
  /// French department code.
  case departement
  /// VAT number.
  case vat
  /// Portuguese tax number.
  case nif
  /// Spanish tax number of an organisation.
  case cif
  /// D-U-N-S number of a company.
  case duns
  /// Identifier of a research organisation in ROR.
  case ror
  /// Identifier of a research organisation in GRID.
  case grid
  /// Number of a French laboratory in the RNSR.
  case rnsr
  /// Participant code of the European Commission.
  case pic
  /// Place of GeoNames.
  case geonames
  /// Item of Wikidata.
  case wikidata
  /// Essential procurement data, by source and key.
  case decp
  /// Contracting process of OCDS, by its ocid; its awards below it.
  case ocid
  /// Row of a mapped CSV source.
  case csv
  /// Specification document.
  case specification
  /// Thing of the product's own facts, or named by its source only.
  case local

  /// The schemes by name.
  fileprivate static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
