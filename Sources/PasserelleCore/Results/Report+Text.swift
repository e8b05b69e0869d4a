extension Report {
  /// A line of text in pieces.
  public typealias Text = [Run]

  /// A piece of a text that looks and works in one way.
  public enum Run: Sendable, Hashable {
    /// Plain words.
    case plain(String)
    /// Words that matter more.
    case strong(String)
    /// Words that lead to an address of the web; any address but `http`, `https` and `mailto` leaves plain words.
    case link(String, address: String)
    /// Words to which references of the same document lead.
    case target(String, name: String)
    /// Words that lead to a target of the same document.
    case reference(String, name: String)

    /// The words.
    public var words: String {
      switch self {
      case .plain(let words), .strong(let words), .link(let words, _), .target(let words, _),
        .reference(let words, _):
        words
      }
    }
  }

  /// Whether an address may be followed from a document: `http`, `https` or `mailto`, without spaces or controls.
  public static func isSafe(address: String) -> Bool {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    return ["http", "https", "mailto"].contains(scheme) && address.utf8.count > scheme.utf8.count + 1
      && address.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0.value > 0x20 && $0.value != 0x7F
      }
  }
}
