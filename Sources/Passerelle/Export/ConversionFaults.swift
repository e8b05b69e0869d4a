import PasserelleCore
import PasserelleSources

/// Tells of the files that cannot be read, so that the others are; where none can be read, the first is the failure.
struct ConversionFaults {
  /// The first file that could not be read, told of once it is clear that it is not the only one.
  private var first: (error: PasserelleError, name: String)?
  private var hasRead = false
  /// How many files could not be read.
  private(set) var count = 0

  /// Takes note of a file that can be read, at least in part.
  mutating func read(_ told: (Diagnostic) -> Void) {
    hasRead = true
    tellFirst(told)
  }

  /// Takes note of a file that cannot be read, or not to its end.
  ///
  /// - Throws: The error, where the file is the one that was named.
  mutating func fail(
    _ error: PasserelleError, name: String, of path: String, _ told: (Diagnostic) -> Void
  ) throws {
    guard name != path else { throw error }
    count += 1
    if count == 1, !hasRead {
      first = (error, name)
    } else {
      tellFirst(told)
      told(Self.diagnostic(error, name))
    }
  }

  /// Ends the reading.
  ///
  /// - Throws: The error of the only file, where it could not be read.
  func end() throws {
    if let first { throw first.error }
  }

  private mutating func tellFirst(_ told: (Diagnostic) -> Void) {
    guard let first else { return }
    told(Self.diagnostic(first.error, first.name))
    self.first = nil
  }

  private static func diagnostic(_ error: PasserelleError, _ name: String) -> Diagnostic {
    Diagnostic(.exportUnreadable, at: SourceLocation(file: name), value: error.message.english)
  }
}
