import Foundation
import Glibc
import PasserelleTestSupport
import Testing

/// What a run of the program left.
struct Outcome {
  /// The exit code; 128 + the signal where a signal ended it.
  let status: Int32
  let output: Data
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines of standard output.
  var lines: [String] { text.replacing("\r\n", with: "\n").components(separatedBy: "\n").dropLast() }

  /// Standard output as one JSON object.
  func object() throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: output) as? [String: Any], "\(errors)")
  }
}

/// Runs the built executable in a folder of its own, with an environment of its own.
final class Program {
  let folder: TemporaryFolder
  var environment: [String: String] = ["PATH": "/usr/local/bin:/usr/bin:/bin"]

  init() throws { folder = try TemporaryFolder() }

  /// The executable: named by `PASSERELLE_EXECUTABLE`, else the one built beside the tests.
  static let executable: String = {
    if let named = ProcessInfo.processInfo.environment["PASSERELLE_EXECUTABLE"] { return named }
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    for argument in [own] + CommandLine.arguments {
      var folder = URL(fileURLWithPath: argument).deletingLastPathComponent()
      for _ in 0..<3 {
        let candidate = folder.appendingPathComponent("passerelle").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue {
          return candidate
        }
        folder = folder.deletingLastPathComponent()
      }
    }
    return "passerelle"
  }()

  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let corpus = repository + "/Corpus"

  /// The path of a file in the folder.
  func path(_ name: String) -> String { folder.path(name) }

  /// Writes a file into the folder.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// Runs the program with arguments; its workspace is `workspace` in the folder.
  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try finish(start(arguments, input: input))
  }

  /// Runs a shell command in which `passerelle` is the program.
  func shell(_ command: String) throws -> Outcome {
    let process = prepared("/bin/bash", ["-c", "passerelle() { \"$PROGRAM\" \"$@\"; }; " + command])
    process.environment?["PROGRAM"] = Self.executable
    process.standardInput = FileHandle.nullDevice
    return try finish(try started(process))
  }

  /// A run under way, with the files that take its output.
  struct Running {
    let process: Process
    let output: String
    let errors: String
  }

  func start(_ arguments: [String], input: String = "") throws -> Running {
    let process = prepared(Self.executable, arguments)
    process.standardInput = try FileHandle(
      forReadingFrom: URL(fileURLWithPath: try write("input-" + UUID().uuidString, input)))
    return try started(process)
  }

  /// Starts the program with a socket as its standard input.
  ///
  /// Unlike a pipe, a socket can be written to without a signal when the program has ended already.
  func start(_ arguments: [String], feeding feed: inout Int32) throws -> Running {
    var ends: [Int32] = [-1, -1]
    try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0)
    let process = prepared(Self.executable, arguments)
    process.standardInput = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    feed = ends[1]
    return try started(process)
  }

  /// Writes to the socket of a program; what a program that has ended does not take is lost.
  static func send(_ bytes: ArraySlice<UInt8>, to feed: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(feed, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private func prepared(_ executable: String, _ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = environment.merging(["PASSERELLE_WORKSPACE": path("workspace")]) { own, _ in own }
    return process
  }

  private func started(_ process: Process) throws -> Running {
    let name = UUID().uuidString
    let running = Running(process: process, output: path("out-" + name), errors: path("err-" + name))
    for file in [running.output, running.errors] {
      _ = FileManager.default.createFile(atPath: file, contents: nil)
    }
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: running.output))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: running.errors))
    // Tests run on threads that block signals, and a child inherits what is blocked.
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
    return running
  }

  func finish(_ running: Running) throws -> Outcome {
    running.process.waitUntilExit()
    let isSignal = running.process.terminationReason == .uncaughtSignal
    return Outcome(
      status: running.process.terminationStatus + (isSignal ? 128 : 0),
      output: try Data(contentsOf: URL(fileURLWithPath: running.output)),
      errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: running.errors)), as: UTF8.self))
  }

  /// A DECP file of awards; each pads its bytes with a field that nothing reads.
  static func awards(_ range: Range<Int>, padding: Int = 0) -> String {
    "{\"marches\": [\n" + rows(range, padding: padding).joined(separator: ",\n") + "\n]}\n"
  }

  static func rows(_ range: Range<Int>, padding: Int = 0) -> [String] {
    range.map { number in
      #"{"id": "E\#(number)", "source": "essai", "acheteur": {"id": "21690123100011", "nom": "Ville de Lyon"}, "#
        + #""objet": "Travaux de voirie, tranche \#(number)", "codeCPV": "45233140", "montant": \#(1000 + number), "#
        + #""dateNotification": "2019-01-14", "titulaires": [{"typeIdentifiant": "SIRET", "id": "55208131766522", "#
        + #""denominationSociale": "EDF"}]"#
        + (padding > 0 ? ", \"remplissage\": \"" + String(repeating: "x", count: padding) + "\"" : "") + "}"
    }
  }

  /// The store hash that `doctor` tells.
  func storeHash() throws -> String {
    let rows = try #require(
      try run("doctor", "--lang", "en", "-f", "json").object()["rows"] as? [[String: Any]])
    return try #require(rows.first { $0["check"] as? String == "store hash" }?["detail"] as? String)
  }
}
