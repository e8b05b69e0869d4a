import ArgumentParser
import Foundation
import PasserelleCore
import PasserelleRendering

/// Writes to standard output and standard error; data on the one, the rest on the other.
enum StandardStreams {
  /// Writes data to standard output.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`; the exit code of SIGPIPE, without a message,
  ///   when the reader is gone and the signal is ignored.
  static func emit(_ data: Data) throws {
    try data.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = write(STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno == EPIPE {
          throw ExitCode(128 + SIGPIPE)
        } else if errno != EINTR {
          throw PasserelleError(
            .outputUnwritable,
            LocalizedText(
              fr:
                "La sortie standard ne peut pas être écrite (\(String(cString: strerror(errno)))). Vérifiez la place.",
              en: "Standard output cannot be written (\(String(cString: strerror(errno)))). Check the space.")
          )
        }
      }
    }
  }

  /// Writes a line to standard error; where nobody can be told, there is nothing to do about it.
  ///
  /// What stands in it of file names and data gives the terminal no orders.
  static func note(_ line: String) { hint(LineCleaning.page(line) + "\n") }

  /// Writes to standard error without a newline.
  static func hint(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

  /// Whether standard error is a terminal.
  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether standard output is a terminal.
  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The width of the terminal in columns; nil where there is none.
  static func width(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return nil }
    return Int(size.ws_col)
  }
}
