import Foundation
import PasserelleArchive
import PasserelleCore

extension Workspace {
  /// Writes a dump to a file, compressed where its name ends in `.gz`; an older one stays until the new one is whole.
  ///
  /// - Parameters:
  ///   - options: What is given, and how.
  ///   - path: The file.
  /// - Throws: As ``dump(_:_:)``; ``PasserelleError`` with code `output.unwritable`.
  public func dump(_ options: DumpOptions, to path: String) throws {
    try DocumentFile.write(to: path, stopFlag: context.stopFlag) { try dump(options, $0) }
  }
}
