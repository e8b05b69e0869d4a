/// How files within archives are named: the archive, `!`, the path within it.
public enum ArchivePath {
  /// The name of an entry, such as `2024.zip!01/notice.xml`; of a compressed file, `list.json.gz!list.json`.
  ///
  /// Characters that move a terminal's cursor are replaced by U+FFFD.
  public static func name(_ entry: String, in archive: String) -> String {
    var name = archive + "!"
    for scalar in entry.unicodeScalars {
      name.unicodeScalars.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return name
  }

  /// The extensions of what is opened.
  private static let extensions = [".gz", ".tgz", ".bz2", ".tbz2", ".tbz", ".xz", ".txz", ".zip", ".tar"]

  /// What a name says within the innermost archive; all of it for a file in none.
  ///
  /// A `!` counts after the extension of an archive, or after `-` for standard input, so that other names may hold one.
  public static func inner(_ name: String) -> Substring {
    var rest = name[...]
    var start = name.startIndex
    while let mark = rest.firstIndex(of: "!") {
      let archive = name[start..<mark].lowercased()
      rest = name[name.index(after: mark)...]
      if archive == "-" || extensions.contains(where: { archive.hasSuffix($0) }) { start = rest.startIndex }
    }
    return name[start...]
  }

  /// The outermost archive of a name; nil for a file in none.
  public static func archive(of name: String) -> Substring? {
    var rest = name[...]
    while let mark = rest.firstIndex(of: "!") {
      let archive = name[..<mark].lowercased()
      if archive == "-" || extensions.contains(where: { archive.hasSuffix($0) }) { return name[..<mark] }
      rest = name[name.index(after: mark)...]
    }
    return nil
  }

  /// The last part of a compressed file's name without the extension of the compression; `.tgz` becomes `.tar`.
  static func unpacked(_ name: String) -> String {
    let last = inner(name).split(separator: "/").last.map(String.init) ?? name
    let lower = last.lowercased()
    for (short, long) in [(".tgz", ".tar"), (".tbz2", ".tar"), (".tbz", ".tar"), (".txz", ".tar")]
    where lower.hasSuffix(short) && lower != short {
      return last.dropLast(short.count) + long
    }
    for suffix in [".gz", ".bz2", ".xz"] where lower.hasSuffix(suffix) && lower != suffix {
      return String(last.dropLast(suffix.count))
    }
    return last
  }

  /// Whether a path stays within the folder of an archive, on any system.
  static func isSafe(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    guard let first = bytes.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "\\"),
      !bytes.contains(0)
    else { return false }
    if bytes.count > 1, bytes[1] == UInt8(ascii: ":"), UnicodeScalar(first).properties.isAlphabetic {
      return false
    }
    let parts = bytes.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    return !parts.contains { $0.elementsEqual("..".utf8) }
  }
}
