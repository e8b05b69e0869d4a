import Foundation
import Testing

/// The program, as the build left it beside the test bundle.
enum Program {
  /// What a command left behind.
  struct Output: Sendable {
    let status: Int32
    let out: String
    let err: String
  }

  /// The folder of the program.
  static let folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()

  /// Runs a line of the shell in a folder, in English, with the program in the search path.
  static func run(_ command: String, in directory: URL) throws -> Output {
    let folder = try #require(folder)
    try #require(
      FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("passerelle").path),
      "the program must be built beside the tests: swift build --product passerelle")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = directory
    var environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "PASSERELLE_WORKSPACE"] { environment[name] = nil }
    environment["LANG"] = "en_US.UTF-8"
    environment["PATH"] = folder.path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    // Files, not pipes: a full pipe would wait for a reader.
    let traces = try Scratch.folder()
    let (out, err) = (traces.appendingPathComponent("out"), traces.appendingPathComponent("err"))
    for file in [out, err] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    return Output(
      status: process.terminationStatus, out: try String(contentsOf: out, encoding: .utf8),
      err: try String(contentsOf: err, encoding: .utf8))
  }
}

/// Temporary folders, removed when the tests end.
enum Scratch {
  private static let root: URL = {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("passerelle-documentation-\(ProcessInfo.processInfo.processIdentifier)")
    atexit { try? FileManager.default.removeItem(at: Scratch.root) }
    return root
  }()

  /// A new empty folder.
  static func folder() throws -> URL {
    let folder = root.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
