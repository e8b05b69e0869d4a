import Foundation
import Passerelle
import PasserelleCore
import PasserelleTestSupport
import PasserelleWeb

/// A small workspace, and services over it.
final class WebFixture: Sendable {
  let folder: TemporaryFolder
  let configuration: Workspace.Configuration

  init() throws {
    folder = try TemporaryFolder()
    configuration = Workspace.Configuration(
      path: folder.path("workspace"), executableDirectory: folder.path("nowhere"),
      context: StageContext(clock: { Instant(milliseconds: 1_700_000_000_000) }))
    _ = try Workspace.create(configuration)
    let facts = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Corpus/Facts/documents.jsonl").path
    _ = try Workspace(configuration).ingest([facts])
  }

  func service(timeout: Duration = .seconds(20)) throws -> GraphService {
    GraphService(try Workspace(configuration), timeout: timeout, language: .english)
  }

  func server(_ limits: GraphServer.Limits = GraphServer.Limits()) throws -> GraphServer {
    try GraphServer(limits) { [configuration] in
      GraphService(try Workspace(configuration), timeout: .seconds(20), language: .english)
    }
  }
}

/// A connection that writes and reads bytes, and knows nothing of HTTP.
final class RawConnection {
  private let socket: Int32

  init(port: Int) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw POSIXError(.ECONNREFUSED) }
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { end() }

  func end() { close(socket) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
  }

  /// The next answer: its status, headers as they stand, and body.
  ///
  /// - Parameter hasBody: Whether a body follows the head; none does after HEAD.
  /// - Returns: Status 0 where none comes.
  func receive(hasBody: Bool = true) -> (status: Int, head: String, body: String) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let text = String(decoding: bytes, as: UTF8.self)
      if let end = text.range(of: "\r\n\r\n") {
        let head = String(text[..<end.lowerBound])
        let length =
          head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
          .flatMap { Int($0.dropFirst("content-length:".count).filter { $0 != " " }) } ?? 0
        let body = String(text[end.upperBound...])
        if !hasBody || body.utf8.count >= length {
          return (Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0, head, body)
        }
      }
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return (0, String(decoding: bytes, as: UTF8.self), "") }
      bytes += buffer[..<count]
    }
  }
}
