import Foundation
import Testing

/// Relative links between the Markdown files of the repository lead somewhere.
@Suite struct LinksTests {
  @Test(arguments: Repository.markdownFiles()) func linksLeadSomewhere(path: String) throws {
    let page = try Repository.page(path)
    let folder = Repository.root.appendingPathComponent(path).deletingLastPathComponent()
    for link in page.links where !link.contains("://") && !link.hasPrefix("mailto:") {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0]).removingPercentEncoding ?? ""
      let target = name.isEmpty ? path : try Self.path(of: folder.appendingPathComponent(name))
      let file = Repository.root.appendingPathComponent(target)
      guard FileManager.default.fileExists(atPath: file.path) else {
        Issue.record("\(path): \(link) points nowhere")
        continue
      }
      if parts.count > 1, target.hasSuffix(".md") {
        let anchors = try Repository.page(target).headings.map(Self.anchor)
        #expect(anchors.contains(String(parts[1])), "\(path): \(link) has no such heading")
      }
    }
  }

  @Test func thePagesAreFound() {
    let files = Repository.markdownFiles()
    #expect(files.contains("ARCHITECTURE.md") && files.contains("Documentation/Formats/error-codes.md"))
  }

  private static func path(of file: URL) throws -> String {
    let full = file.standardizedFileURL.path
    return full.hasPrefix(Repository.root.path + "/")
      ? String(full.dropFirst(Repository.root.path.count + 1)) : ""
  }

  /// The anchor that a heading gets: lower case, no punctuation, dashes for spaces.
  private static func anchor(_ heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
      .replacing(" ", with: "-")
  }
}
