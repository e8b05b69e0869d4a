import Foundation
import PasserelleCore
import PasserellePipeline
import PasserelleTestSupport
import Synchronization
import Testing

@testable import Passerelle

/// Sources that are fetched over HTTP, from the settings to the store.
@Suite struct NightlyFetchTests {
  let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  private var inbox: String { fixture.folder.path("in") }

  /// Makes a workspace that fetches some files of a server.
  private func make(_ server: StubServer, _ paths: [String: String], tries: Int = 4) throws {
    var settings = WorkspaceSettings()
    settings.nightly.fetchTries = tries
    settings.nightly.sources = paths.sorted { $0.key < $1.key }.map {
      NightlySettings.Source(name: $0.key, url: server.url($0.value), folder: "decp")
    }
    let configuration = Workspace.Configuration(
      path: fixture.path, executableDirectory: fixture.folder.path("nowhere"),
      context: StageContext(clock: { Instant(milliseconds: 0) }))
    _ = try Workspace.create(configuration, settings: settings)
  }

  private func night(later seconds: Int64, _ sleeps: Sleeps = Sleeps()) throws -> NightAnswer {
    var options = NightlyOptions()
    options.downloadLimits.idleSeconds = 1
    options.downloadLimits.totalSeconds = 0.8
    options.sleep = { sleeps.add($0) }
    return try fixture.reopen(later: seconds).nightly(inbox, options: options)
  }

  private func outcomes(_ answer: NightAnswer) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: answer.document["fetched"].list.map {
        ($0["name"].string ?? "", $0["outcome"].string ?? "")
      })
  }

  private func awards(_ prefix: String, _ count: Int = 3) -> String {
    AwardRow.file(AwardRow.many(count, prefix: prefix))
  }

  /// A redirection, a server that is busy, one that fails, a body cut short: all four come, and are read once.
  @Test func whatComesIsReadAndTheSecondNightHasNothingNew() throws {
    let (moved, busy, failing, cut) = (awards("M"), awards("B"), awards("F"), awards("C"))
    let seen = Mutex<[String: Int]>([:])
    let server = try StubServer { request, _ in
      let before = seen.withLock { seen in
        seen[request.path, default: 0] += 1
        return (seen[request.path] ?? 1) - 1
      }
      if request.headers["if-none-match"] == "\"v1\"" { return .whole("304 Not Modified") }
      switch (request.path, before) {
      case ("/old.json", _): return .whole("301 Moved Permanently", ["Location: /new.json"])
      case ("/new.json", _): return .whole("200 OK", ["ETag: \"v1\""], body: moved)
      case ("/busy.json", 0): return .whole("429 Too Many Requests", ["Retry-After: 9"])
      case ("/busy.json", _): return .whole("200 OK", ["ETag: \"v1\""], body: busy)
      case ("/failing.json", 0): return .whole("500 Internal Server Error")
      case ("/failing.json", _):
        return .whole("200 OK", ["Last-Modified: Tue, 14 Nov 2023 00:00:00 GMT"], body: failing)
      case ("/cut.json", 0):
        let head = "HTTP/1.1 200 OK\r\nContent-Length: \(cut.utf8.count)\r\nConnection: close\r\n\r\n"
        return StubServer.Answer(pieces: [head + String(cut.prefix(100))])
      default: return .whole("200 OK", body: cut)
      }
    }
    try make(
      server, ["moved": "/old.json", "busy": "/busy.json", "failing": "/failing.json", "cut": "/cut.json"])
    let sleeps = Sleeps()
    let first = try night(later: 0, sleeps)
    #expect(first.status == .done, "\(first.warnings)")
    #expect(Set(outcomes(first).values) == ["fetched"])
    #expect(sleeps.all.sorted() == [2, 2, 9])
    #expect(first.document["records"]["added"].int == 12)
    let second = try night(later: 86_400)
    #expect(Set(outcomes(second).values) == ["unchanged"], "also where the server sends the same again")
    #expect(second.document["records"]["in"].int == 0)
    #expect(second.document["inboxFiles"]["read"].int == 0)
    #expect(second.status == .done)
  }

  @Test func aSourceThatFailsIsToldAndTheFileBeforeStays() throws {
    let body = awards("S")
    let seen = Mutex(0)
    let server = try StubServer { request, _ in
      if request.path == "/gone.json" { return .whole("404 Not Found") }
      let before = seen.withLock { seen in
        seen += 1
        return seen - 1
      }
      if before == 0 { return .whole("200 OK", body: body) }
      var pieces = ["HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n"]
      pieces += Array(repeating: "x", count: 12)
      return StubServer.Answer(pieces: pieces, pause: 0.1)
    }
    try make(server, ["slow": "/slow.json", "gone": "/gone.json"], tries: 1)
    let first = try night(later: 0)
    #expect(outcomes(first) == ["slow": "fetched", "gone": "failed"])
    #expect(first.status == .incomplete)
    #expect(first.warnings.contains { $0.contains("« gone »") && $0.contains("404") }, "\(first.warnings)")
    let second = try night(later: 86_400)
    #expect(outcomes(second)["slow"] == "failed")
    #expect(second.warnings.contains { $0.contains("trop lente") }, "\(second.warnings)")
    #expect(
      FileManager.default.contents(atPath: inbox + "/decp/slow.json") == Data(body.utf8),
      "the file of the night before")
    let names = try FileManager.default.contentsOfDirectory(atPath: inbox + "/decp")
    #expect(names == ["slow.json"], "no part is left behind")
  }
}

/// Remembers waits instead of waiting.
private final class Sleeps: Sendable {
  private let log = Mutex<[Double]>([])

  var all: [Double] { log.withLock { $0 } }

  func add(_ seconds: Double) { log.withLock { $0.append(seconds) } }
}
