import Foundation
import Passerelle
import PasserelleCore
import PasserelleTestSupport
import Synchronization
import Testing

/// A clock that moves a second with each look, and can ask for a stop at a look.
final class TickingClock: Sendable {
  private struct State {
    var looks = 0
    var stopAt: Int?
  }

  private let state = Mutex(State())
  private let flag: StopFlag

  init(_ flag: StopFlag) { self.flag = flag }

  /// Asks for a stop at the look that comes `looks` after this call.
  func stop(after looks: Int) { state.withLock { $0.stopAt = $0.looks + looks } }

  /// The instant of the next look.
  var next: Instant { state.withLock { Self.instant($0.looks + 1) } }

  func tick() -> Instant {
    state.withLock { state in
      state.looks += 1
      if state.looks == state.stopAt { flag.stop() }
      return Self.instant(state.looks)
    }
  }

  private static func instant(_ looks: Int) -> Instant {
    Instant(milliseconds: 1_700_000_000_000 + Int64(looks) * 1000)
  }
}

/// A workspace of its own in a temporary folder, beside a folder of inputs.
final class WorkspaceFixture: Sendable {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: true)
  }

  var path: String { folder.path("workspace") }

  /// The path of an input.
  func input(_ name: String) -> String { folder.path("in/" + name) }

  /// Writes an input.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let path = input(name)
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(Array(bytes)).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Writes awards as a DECP file.
  @discardableResult
  func write(_ name: String, _ rows: [AwardRow]) throws -> String {
    try write(name, AwardRow.file(rows).utf8)
  }

  /// Opens the workspace, making it first where it is missing.
  func open(
    flag: StopFlag = StopFlag(), clock: TickingClock? = nil,
    progress: @escaping @Sendable (ProgressUpdate) -> Void = { _ in }
  ) throws -> Workspace {
    let clock = clock ?? TickingClock(flag)
    let configuration = Workspace.Configuration(
      path: path, executableDirectory: folder.path("nowhere"),
      context: StageContext(clock: { clock.tick() }, stopFlag: flag, progress: progress))
    _ = try Workspace.create(configuration)
    return try Workspace(configuration)
  }

  /// Opens the workspace as it is, by a clock that begins some seconds after that of ``open(flag:clock:progress:)``.
  func reopen(later seconds: Int64) throws -> Workspace {
    let base = seconds * 1000
    let looks = Mutex(0)
    let configuration = Workspace.Configuration(
      path: path, executableDirectory: folder.path("nowhere"),
      context: StageContext(clock: {
        looks.withLock { looks in
          looks += 1
          return Instant(milliseconds: 1_700_000_000_000 + base + Int64(looks) * 1000)
        }
      }))
    return try Workspace(configuration)
  }

  /// Every file of the workspace with its bytes, by relative path.
  func files() throws -> [(name: String, bytes: Data)] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    return names.compactMap { name in
      FileManager.default.contents(atPath: path + "/" + name).map { (name, $0) }
    }
  }
}

extension Workspace {
  /// The store hash, as the doctor tells it.
  func storeHash() throws -> String {
    let finding = try examine().first { $0.check.english == "store hash" }
    return try #require(finding).detail.english
  }

  /// Whether all that the doctor looks at is sound.
  func isSound() throws -> Bool { try examine().allSatisfy(\.isSound) }

  /// The titles that a search finds, sorted.
  func titles(_ words: String, _ adjust: (inout SearchRequest) -> Void = { _ in }) throws -> [String] {
    var request = SearchRequest(words: words)
    request.limit = 1000
    adjust(&request)
    return try search(request).results.map(\.summary.title).sorted()
  }

  /// The lines of the dump.
  func dumped() throws -> [String] {
    var lines: [String] = []
    try dump(includesDemonstration: true) {
      lines.append($0)
      return true
    }
    return lines
  }
}

/// The files of the repository that tests read.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// A golden input of these tests.
  static func pipelineCase(_ name: String) -> String { root + "/Corpus/Cases/pipeline/" + name }
}

/// The code of the error that a body throws; nil when it throws none, or another one.
func code(_ body: () throws -> Void) -> PasserelleError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? PasserelleError)?.code
  }
}

/// The members of a JSON object.
func object(_ data: Data) throws -> [String: Any] {
  try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
}
