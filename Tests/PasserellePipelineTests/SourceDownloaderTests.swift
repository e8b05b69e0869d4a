import Foundation
import PasserelleCore
import PasserellePipeline
import PasserelleTestSupport
import Synchronization
import Testing

@Suite struct SourceDownloaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func limits(_ change: (inout DownloadLimits) -> Void = { _ in }) -> DownloadLimits {
    var limits = DownloadLimits()
    limits.idleSeconds = 1
    limits.totalSeconds = 3
    change(&limits)
    return limits
  }

  private func fetch(
    _ server: StubServer, _ path: String = "/data/daily.json.gz", known: SourceDownloader.Validators? = nil,
    _ limits: DownloadLimits? = nil, sleeps: SleepLog = SleepLog()
  ) -> SourceDownloader.Outcome {
    SourceDownloader(limits: limits ?? self.limits(), sleep: { sleeps.add($0) }).fetch(
      SourceDownloader.Source(name: "daily", url: server.url(path), folder: folder.path("decp")),
      known: known,
      at: Instant(milliseconds: 1_700_000_000_000))
  }

  private func content(_ name: String = "daily.json.gz") -> String? {
    FileManager.default.contents(atPath: folder.path("decp/" + name)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private func isClean() throws -> Bool {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("decp"))
    return names.allSatisfy { !$0.hasSuffix(".part") }
  }

  @Test func aFileIsFetchedOnceAndThenOnlyWhenItChanged() throws {
    let server = try StubServer { request, _ in
      request.headers["if-none-match"] == "\"v1\""
        ? .whole("304 Not Modified")
        : .whole("200 OK", ["ETag: \"v1\"", "Last-Modified: Tue, 14 Nov 2023 00:00:00 GMT"], body: "first")
    }
    guard case .fetched(let path, let bytes, let validators) = fetch(server) else {
      Issue.record("not fetched")
      return
    }
    #expect(bytes == 5)
    #expect(content() == "first")
    #expect(validators.etag == "\"v1\"")
    #expect(validators.modified == "Tue, 14 Nov 2023 00:00:00 GMT")
    #expect(fetch(server, known: validators) == .unchanged(path: path))
    #expect(server.requests.last?.headers["if-modified-since"] == "Tue, 14 Nov 2023 00:00:00 GMT")
    try FileManager.default.removeItem(atPath: path)
    guard case .fetched = fetch(server, known: validators) else {
      Issue.record("a file that is gone is fetched again")
      return
    }
    #expect(try isClean())
  }

  @Test func redirectionsAreFollowedSoFar() throws {
    let server = try StubServer { request, _ in
      let number = Int(request.path.dropFirst(2)) ?? 0
      return request.path == "/r0"
        ? .whole("200 OK", body: "end") : .whole("302 Found", ["Location: /r\(number - 1)"])
    }
    guard case .fetched = fetch(server, "/r5") else {
      Issue.record("five are followed")
      return
    }
    #expect(content("daily") == "end")
    guard case .failed(let problem) = fetch(server, "/r9") else {
      Issue.record("nine are not")
      return
    }
    #expect(problem.english == "too many redirections.")
  }

  @Test func anotherSchemeIsNotFollowed() throws {
    let server = try StubServer { _, _ in .whole("302 Found", ["Location: file:///etc/passwd"]) }
    guard case .failed = fetch(server) else {
      Issue.record("followed")
      return
    }
    #expect(content() == nil)
  }

  @Test func aBusyServerIsAskedAgainWhenItSays() throws {
    let server = try StubServer { _, before in
      switch before {
      case 0: .whole("429 Too Many Requests", ["Retry-After: 7"])
      case 1: .whole("503 Service Unavailable", ["Retry-After: Tue, 14 Nov 2023 22:13:40 GMT"])
      case 2: .whole("500 Internal Server Error")
      default: .whole("200 OK", body: "late")
      }
    }
    let sleeps = SleepLog()
    guard case .fetched = fetch(server, sleeps: sleeps) else {
      Issue.record("not fetched")
      return
    }
    #expect(sleeps.all == [7, 20, 8])
    #expect(content() == "late")
  }

  @Test func afterSomeTriesTheSourceIsToldAndTheFormerFileStays() throws {
    let server = try StubServer { _, before in
      before == 0 ? .whole("200 OK", body: "former") : .whole("500 Internal Server Error")
    }
    _ = fetch(server)
    #expect(fetch(server) == .failed(LocalizedText(fr: "réponse HTTP 500.", en: "HTTP answer 500.")))
    #expect(server.requests.count == 5)
    #expect(content() == "former")
    let missing = try StubServer { _, _ in .whole("404 Not Found") }
    #expect(fetch(missing) == .failed(LocalizedText(fr: "réponse HTTP 404.", en: "HTTP answer 404.")))
    #expect(missing.requests.count == 1, "what is not there is not asked for again")
  }

  @Test func aBodyThatIsCutShortIsNotTaken() throws {
    let server = try StubServer { _, before in
      before == 0
        ? StubServer.Answer(pieces: [
          "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nhalf"
        ])
        : .whole("200 OK", body: "whole")
    }
    guard case .fetched = fetch(server) else {
      Issue.record("not fetched")
      return
    }
    #expect(content() == "whole")
    #expect(server.requests.count == 2)
    #expect(try isClean())
  }

  @Test func aBodyThatDripsIsGivenUp() throws {
    let server = try StubServer { _, _ in
      var pieces = ["HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n"]
      pieces += Array(repeating: "x", count: 12)
      return StubServer.Answer(pieces: pieces, pause: 0.1)
    }
    let brief = limits {
      $0.totalSeconds = 0.6
      $0.tries = 1
    }
    #expect(
      fetch(server, "/slow.json", brief)
        == .failed(LocalizedText(fr: "réponse trop lente.", en: "answer too slow.")))
    #expect(content() == nil)
    #expect(try isClean())
  }

  @Test func aFileThatIsTooLargeIsGivenUp() throws {
    let server = try StubServer { request, _ in
      request.path.hasPrefix("/told")
        ? .whole("200 OK", body: String(repeating: "x", count: 5000))
        : StubServer.Answer(pieces: [
          "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + String(repeating: "x", count: 5000)
        ])
    }
    let small = limits { $0.bytes = 1000 }
    let tooLarge = SourceDownloader.Outcome.failed(
      LocalizedText(fr: "fichier trop grand.", en: "file too large."))
    #expect(fetch(server, "/told.json", small) == tooLarge)
    #expect(fetch(server, "/untold.json", small) == tooLarge)
    #expect(try isClean())
  }
}

/// Remembers waits instead of waiting.
final class SleepLog: Sendable {
  private let log = Mutex<[Double]>([])

  var all: [Double] { log.withLock { $0 } }

  func add(_ seconds: Double) { log.withLock { $0.append(seconds) } }
}
