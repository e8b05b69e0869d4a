internal import Foundation
internal import PasserelleCore

/// Runs poppler's `pdftotext` as a process of its own: the document on its standard input, the text with its places on
/// its standard output.
///
/// No shell, no environment but the locale, a limit on time, memory, processor and output. The process ends with its
/// time, with a signal from the terminal, and when its pipes close.
struct PDFConverter {
  /// Where the program is looked for.
  static let paths = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext"]

  private let limits: DocumentLimits
  private let path: String?

  /// Makes a converter.
  ///
  /// - Parameters:
  ///   - limits: How much is taken at most.
  ///   - paths: Where the program is looked for.
  init(limits: DocumentLimits, paths: [String] = PDFConverter.paths) {
    self.limits = limits
    path = paths.first { access($0, X_OK) == 0 }
  }

  /// Whether the program is there.
  var isAvailable: Bool { path != nil }

  /// The pages of a document with the places of their words, in poppler's `-bbox-layout` form.
  ///
  /// - Throws: ``DocumentFault``.
  func layout(of document: [UInt8]) throws -> [UInt8] {
    guard let path else { throw DocumentFault.converterMissing }
    let pipes = try ConverterPipes()
    defer { pipes.close() }
    let child = try pipes.spawn(
      limiting + [path, "-bbox-layout", "-enc", "UTF-8", "-l", "\(limits.pages)", "-", "-"])
    var transfer = ConverterTransfer(input: document, limit: limits.convertedBytes)
    let outcome = transfer.run(pipes, deadline: Self.now() + Double(limits.seconds))
    if outcome != .finished { kill(child, SIGKILL) }
    let status = Self.wait(for: child)
    switch outcome {
    case .tooMuch: throw DocumentFault.tooLarge
    case .late: throw DocumentFault.converterTimeout
    case .failed: throw DocumentFault.damaged
    case .finished: try Self.check(status, message: transfer.message)
    }
    return transfer.output
  }

  private static func check(_ status: Int32, message: [UInt8]) throws {
    let signal = status & 0x7F
    if signal == SIGINT || signal == SIGTERM { throw DocumentFault.interrupted }
    if signal == SIGXCPU || signal == SIGKILL || signal == SIGABRT { throw DocumentFault.converterTimeout }
    let code = signal == 0 ? (status >> 8) & 0xFF : 99
    guard code != 0 else { return }
    let text = String(decoding: message, as: UTF8.self).lowercased()
    if code == 3 || text.contains("password") || text.contains("not allowed") {
      throw DocumentFault.encrypted
    }
    throw text.contains("out of memory") || text.contains("bad_alloc")
      ? DocumentFault.converterTimeout : DocumentFault.damaged
  }

  /// The program that limits memory and processor of the one it becomes; part of every Debian.
  private static let limiter = "/usr/bin/prlimit"

  /// What stands before the converter on its command line; nothing on systems without the limiter.
  private var limiting: [String] {
    guard access(Self.limiter, X_OK) == 0 else { return [] }
    return [
      Self.limiter, "--as=\(limits.converterBytes)", "--cpu=\(limits.seconds)", "--core=0", "--",
    ]
  }

  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// Seconds of a clock that nobody sets.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
