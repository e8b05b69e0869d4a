/// The figure that stands for a node.
enum NodeShape: Hashable, CaseIterable {
  case circle
  case square
  case triangle
  case triangleDown
  case diamond
  case pentagon
  case hexagon
  case star
  case cross
}

/// A colour of a palette that people with any kind of colour vision tell apart.
///
/// The palette is that of M. Okabe and K. Ito, "Color Universal Design" (2008), with a grey.
enum PaletteColour: Int, Hashable, CaseIterable {
  case blue = 0x0072B2
  case vermillion = 0xD55E00
  case green = 0x009E73
  case purple = 0xCC79A7
  case orange = 0xE69F00
  case skyBlue = 0x56B4E9
  case black = 0x000000
  case yellow = 0xF0E442
  case grey = 0x767676

  /// The channels, 0 to 255.
  var channels: (red: Int, green: Int, blue: Int) {
    (rawValue >> 16 & 255, rawValue >> 8 & 255, rawValue & 255)
  }

  /// The colour as `#rrggbb`.
  var hex: String {
    let digits = String(rawValue, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  /// Black or white, whichever reads better upon it.
  var inkHex: String {
    let (red, green, blue) = channels
    return red * 299 + green * 587 + blue * 114 > 140_000 ? "#000000" : "#ffffff"
  }
}

/// How a kind of node looks: no two kinds share figure and filling, so that none is told by its colour alone.
struct NodeStyle: Hashable {
  /// How the figure is filled.
  enum Filling: Hashable {
    case full
    case hollow
    case dotted
  }

  let shape: NodeShape
  let filling: Filling
  let colour: PaletteColour

  /// Whether the figure is full of its colour.
  var isFilled: Bool { filling == .full }

  init(_ shape: NodeShape, _ filling: Filling, _ colour: PaletteColour) {
    self.shape = shape
    self.filling = filling
    self.colour = colour
  }

  /// The style of a kind by its code; one of its own for codes that are not known.
  static func of(kind: String) -> NodeStyle {
    table[kind] ?? NodeStyle(.circle, .hollow, .grey)
  }

  /// Whether the kind has a style of its own.
  static func isKnown(kind: String) -> Bool { table[kind] != nil }
}
