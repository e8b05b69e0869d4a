/// Makes texts safe for a terminal.
package enum LineCleaning {
  /// The text on one line: line breaks and tabs become spaces; other control characters, which a terminal could
  /// obey, and marks that turn the direction of writing are left out.
  static func singleLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isSuspect) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isSuspect(scalar) {
        scalars.append(scalar)
      } else if isBreak(scalar), scalars.last != " " {
        scalars.append(" ")
      }
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// A page of lines as it may be shown on a terminal: line breaks stay, tabs become spaces; other control characters
  /// and marks that turn the direction of writing are left out.
  package static func page(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isSuspect($0) && $0 != "\n" }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || !isSuspect(scalar) {
        scalars.append(scalar)
      } else if isBreak(scalar) {
        scalars.append(" ")
      }
    }
    return String(scalars)
  }

  private static func isSuspect(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
