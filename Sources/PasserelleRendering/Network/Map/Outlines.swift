import PasserelleCore

/// The outlines of countries, read from ``OutlineTable``.
struct Outlines: Sendable {
  /// A country or territory with its rings.
  struct Country: Sendable {
    /// ISO 3166-1 alpha-2; `XK` for Kosovo.
    let code: String
    /// The rings, each closed: longitude and latitude in degrees, longitudes from −169 to 191.
    let rings: [[GeographicPoint]]
  }

  /// The countries by code.
  let countries: [Country]

  /// The outlines of the product, read once.
  static let shared = Outlines(lines: OutlineTable.lines, countries: OutlineTable.countries)

  /// Degrees in one step of the table.
  static let step = 0.02

  /// Reads outlines; what is not in the form is left out.
  init(lines text: String, countries list: String) {
    let lines = Self.lines(text)
    countries = list.filter { !$0.isWhitespace }.split(separator: ";").compactMap { entry in
      let parts = entry.split(separator: ":")
      guard parts.count == 2 else { return nil }
      let rings = parts[1].split(separator: ",").compactMap { ring -> [GeographicPoint]? in
        var points: [GeographicPoint] = []
        for number in ring.split(separator: ".").compactMap({ Int($0) }) {
          let place = number < 0 ? ~number : number
          guard lines.indices.contains(place) else { continue }
          let line = number < 0 ? Array(lines[place].reversed()) : lines[place]
          points += points.isEmpty ? line[...] : line.dropFirst()
        }
        // The smallest states are less than a step of the table.
        return points.count > 3 ? points : nil
      }
      return Country(code: String(parts[0]), rings: rings)
    }
  }

  /// Lines of differences: signed numbers in zigzag, five bits a character, lowest first, 32 added while more follow.
  private static func lines(_ text: String) -> [[GeographicPoint]] {
    var (lines, line): ([[GeographicPoint]], [GeographicPoint]) = ([], [])
    var numbers = (first: 0, second: 0, isSecond: false)
    var (value, shift) = (0, 0)
    var (x, y) = (0, 0)
    func endLine() {
      if !line.isEmpty { lines.append(line) }
      line = []
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: ".") {
        endLine()
        continue
      }
      guard let digit = digit(byte), shift < 40 else { continue }
      value |= (digit & 31) << shift
      shift += 5
      guard digit < 32 else { continue }
      let number = value & 1 == 0 ? value >> 1 : -((value + 1) >> 1)
      (value, shift) = (0, 0)
      if !numbers.isSecond {
        numbers = (number, 0, true)
        continue
      }
      numbers.isSecond = false
      (x, y) = (x + numbers.first, y + number)
      line.append(GeographicPoint(latitude: Double(y) * step, longitude: Double(x) * step))
    }
    endLine()
    return lines
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x61...0x7A: Int(byte) - 0x61 + 26
    case 0x30...0x39: Int(byte) - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "-"): 63
    default: nil
    }
  }
}
