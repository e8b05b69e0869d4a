import PasserelleArchive
import PasserelleGraph
import PasserelleRDF

/// How RDF is loaded.
public struct LoadOptions: Sendable, Hashable {
  /// The syntax's name; nil to tell it from each file.
  public var syntaxName: String?
  /// Whether reading goes on after a statement that is broken, which is then counted as refused; else a broken file is
  /// left out as a whole.
  public var recovers = false
  /// Whether a graph is replaced by what the load says of it, rather than added to.
  public var replaces = false

  /// Makes the default options.
  public init() {}

  /// The names of the syntaxes.
  public static var syntaxNames: [String] { RDFSyntax.allCases.map(\.rawValue) }

  var mode: GraphLoader.Mode { replaces ? .replacing : .adding }

  /// The syntax of a file; standard input is N-Quads where nothing says otherwise.
  func syntax(name: String, head: [UInt8]) -> RDFSyntax? {
    if let syntaxName { return RDFSyntax(rawValue: syntaxName) }
    let inner = String(ArchivePath.inner(name))
    if let found = RDFSyntax.detect(fileName: inner, firstBytes: head) { return found }
    return inner == "-" ? .nquads : nil
  }

  /// Whether a file of a folder is passed over: one that is neither RDF nor packed.
  static func isIgnored(_ name: String) -> Bool {
    let packed = [".gz", ".bz2", ".xz", ".zip", ".tar", ".tgz", ".tbz2", ".tbz", ".txz"]
    let lower = name.lowercased()
    return RDFSyntax.detect(fileName: name, firstBytes: []) == nil
      && !packed.contains { lower.hasSuffix($0) }
  }
}
