/// Where an ontology folder may be.
///
/// A pure function: it looks at no file and no environment variable. The caller tries the paths in order and
/// falls back on the copy embedded in the executable.
public enum OntologyLocator {
  /// The paths to try, in order.
  ///
  /// - Parameters:
  ///   - explicit: The path given with `--ontology`; when there is one, no other is tried.
  ///   - executableDirectory: The folder of the running executable.
  /// - Returns: One path or two, without a final `/`.
  public static func candidates(explicit: String?, executableDirectory: String) -> [String] {
    if let explicit, !explicit.isEmpty { return [explicit] }
    var directory = executableDirectory[...]
    while directory.count > 1, directory.last == "/" { directory = directory.dropLast() }
    if directory == "/" { directory = "" }
    return [directory + "/Ontology", parent(of: directory) + "/share/passerelle/Ontology"]
  }

  /// The folder above an absolute one, written without `..`; a relative one is written with it.
  private static func parent(of directory: Substring) -> String {
    guard directory.first == "/" || directory.isEmpty else { return directory + "/.." }
    guard let slash = directory.lastIndex(of: "/") else { return "" }
    return String(directory[..<slash])
  }
}
