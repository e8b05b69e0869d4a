import Foundation

/// The repository that the tests belong to.
enum Repository {
  /// Its folder.
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A page by its path in the repository.
  static func page(_ path: String) throws -> MarkdownPage {
    MarkdownPage(
      path: path, text: try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
  }

  /// The paths of all Markdown files, in the order of their bytes; hidden folders are left out.
  static func markdownFiles() -> [String] {
    let files = FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    let paths = (files?.allObjects ?? []).compactMap { ($0 as? URL)?.path }.filter { $0.hasSuffix(".md") }
    return paths.map { String($0.dropFirst(root.path.count + 1)) }.sorted()
  }

  /// The Swift files of the product.
  static func sourceFiles() -> [URL] {
    let files = FileManager.default.enumerator(
      at: root.appendingPathComponent("Sources"), includingPropertiesForKeys: nil)
    return (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
      .sorted { $0.path < $1.path }
  }
}
