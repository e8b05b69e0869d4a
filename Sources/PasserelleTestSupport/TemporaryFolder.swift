public import Foundation

/// A folder of its own for one test, removed with the value that stands for it.
public final class TemporaryFolder: Sendable {
  /// Where the folder is.
  public let url: URL

  /// Makes an empty folder.
  ///
  /// - Throws: What the file system says.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("passerelle-test-" + UUID().uuidString, isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder.
  public func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
