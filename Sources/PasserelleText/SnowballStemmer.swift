import CStemmer

/// One libstemmer stemmer over UTF-8.
///
/// Not thread-safe, as libstemmer is not: one per analyzer.
final class SnowballStemmer {
  private let handle: OpaquePointer

  /// Creates the stemmer of a language; nil for ``TextLanguage/neutral``, which has none.
  ///
  /// - Parameter language: The language.
  init?(language: TextLanguage) {
    guard let name = Self.algorithm(for: language) else { return nil }
    guard let handle = sb_stemmer_new(name, "UTF_8") else {
      preconditionFailure(
        "libstemmer has no algorithm '\(name)' or no memory: install Debian's complete libstemmer0d")
    }
    self.handle = handle
  }

  deinit {
    sb_stemmer_delete(handle)
  }

  /// Stem of a word, as libstemmer gives it.
  ///
  /// - Parameter word: Lower-case word in NFC.
  /// - Returns: The stem; the word itself when libstemmer is out of memory.
  /// - Complexity: O(*n*).
  func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in
      guard let stem = sb_stemmer_stem(handle, bytes.baseAddress, Int32(bytes.count)) else {
        return String(decoding: bytes, as: UTF8.self)
      }
      let length = Int(sb_stemmer_length(handle))
      return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
    }
  }

  /// Stem of a word, as libstemmer gives it.
  ///
  /// - Parameter word: UTF-8 of a lower-case word in NFC.
  /// - Returns: The stem, valid until the next call; nil when libstemmer is out of memory.
  /// - Complexity: O(*n*).
  func stem(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard let stem = sb_stemmer_stem(handle, word.baseAddress, Int32(truncatingIfNeeded: word.count)) else {
      return nil
    }
    return UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle)))
  }

  private static func algorithm(for language: TextLanguage) -> String? {
    switch language {
    case .french: "french"
    case .english: "english"
    case .portuguese: "portuguese"
    case .german: "german"
    case .spanish: "spanish"
    case .italian: "italian"
    case .dutch: "dutch"
    case .neutral: nil
    }
  }

  /// Identity of the installed libstemmer.
  ///
  /// The library cannot tell its version. The identity is a hash of its list of algorithms and of
  /// the stems of probe words, most of which changed between Snowball 2 and 3: an index built with
  /// other stems shows a different identity.
  static let identity: String = {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String) {
      for byte in Array(text.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    var algorithms = 0
    if let list = sb_stemmer_list() {
      while let name = list[algorithms] {
        add(String(cString: name))
        algorithms += 1
      }
    }
    let probes: [(TextLanguage, String)] = [
      (.french, "hollandaises époux nie l'écosse collectivités journaux généralement suppléants"),
      (.english, "organic generically skis happily projects evening"),
      (.portuguese, "licitações serviços contratação"),
      (.german, "befindet trommeln israeliten ausschreibungen häuser"),
      (.spanish, "contrataciones licitación públicos"),
      (.italian, "affidamento lavori pubblici"),
      (.dutch, "aanbestedingen alle baggerkosten besteed auto"),
    ]
    for (language, words) in probes {
      guard let stemmer = SnowballStemmer(language: language) else { continue }
      for word in words.split(separator: " ") { add(stemmer.stem(String(word))) }
    }
    let digits = String(hash, radix: 16)
    let padded = String(repeating: "0", count: 16 - digits.count) + digits
    return "libstemmer/\(algorithms)-\(padded)"
  }()
}
