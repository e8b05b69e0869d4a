internal import PasserelleCore
internal import PasserelleText

/// The files of `Ontology/Mappings`, and the code lists that mappings translate by.
public enum MappingFiles {
  private static let folder = "Mappings/"

  /// The mapping files among those of an ontology, by path.
  public static func files(
    in files: [(path: String, contents: String)]
  ) -> [(path: String, contents: String)] {
    files.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(".yaml") }.sorted { $0.path < $1.path }
  }

  /// One code list of an ontology, read alone.
  ///
  /// - Returns: Nil where there is no such list, or it cannot be read.
  public static func codeList(
    _ name: String, in files: [(path: String, contents: String)]
  ) -> CodeList? {
    let path = "Codelists/" + name + ".yaml"
    guard let file = files.first(where: { $0.path == path }),
      let document = try? YAMLMapping.document(file.contents, location: path)
    else { return nil }
    return try? CodeListReader(file: path).read(document)
  }

  /// The codes of a list by themselves, by their labels and by how sources write them, folded.
  ///
  /// Of two codes with one writing, the first in the list is taken.
  public static func codesByName(_ list: CodeList) -> [String: String] {
    var result: [String: String] = [:]
    for entry in list.entries {
      result[entry.code] = entry.code
      for writing in [entry.label.french, entry.label.english] + entry.alternatives {
        let folded = TextFolding.fold(writing)
        if result[folded] == nil { result[folded] = entry.code }
      }
    }
    return result
  }
}
