import Foundation
import Glibc
import Synchronization

/// A server on this machine that answers each request by a rule of the test, one connection at a time.
public final class StubServer: Sendable {
  /// A request's path and headers, names in lower case.
  public struct Request: Sendable {
    /// The path.
    public let path: String
    /// The headers.
    public let headers: [String: String]
  }

  /// What is sent, piece by piece, with a pause before each piece but the first.
  public struct Answer: Sendable {
    /// The pieces.
    public var pieces: [String]
    /// The pause, in seconds.
    public var pause: Double

    /// Makes an answer.
    public init(pieces: [String], pause: Double = 0) { (self.pieces, self.pause) = (pieces, pause) }

    /// A whole answer with its length.
    public static func whole(_ status: String, _ headers: [String] = [], body: String = "") -> Answer {
      let head = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)", "Connection: close"] + headers
      return Answer(pieces: [head.joined(separator: "\r\n") + "\r\n\r\n" + body])
    }
  }

  /// The port.
  public let port: UInt16
  private let listener: Int32
  private let seen = Mutex<[Request]>([])
  private let answer: @Sendable (Request, Int) -> Answer

  /// The requests so far.
  public var requests: [Request] { seen.withLock { $0 } }

  /// Starts a server.
  ///
  /// - Parameter answer: Gives the answer to a request, with how many came before.
  /// - Throws: Where no port is free.
  public init(_ answer: @escaping @Sendable (Request, Int) -> Answer) throws {
    struct Unavailable: Error {}
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard listener >= 0 else { throw Unavailable() }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw Unavailable() }
    port = UInt16(bigEndian: address.sin_port)
    signal(SIGPIPE, SIG_IGN)
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { break }
        self?.serve(connection)
        close(connection)
      }
      // Closed by who waits at it: nobody else's number is taken for it.
      close(descriptor)
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  /// The address of a path.
  public func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  private func serve(_ connection: Int32) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      bytes += buffer[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(
        in: .whitespaces)
    }
    let request = Request(
      path: lines[0].split(separator: " ").dropFirst().first.map(String.init) ?? "", headers: headers)
    let count = seen.withLock { seen in
      seen.append(request)
      return seen.count - 1
    }
    let answer = answer(request, count)
    for (index, piece) in answer.pieces.enumerated() {
      if index > 0, answer.pause > 0 { Thread.sleep(forTimeInterval: answer.pause) }
      let data = Array(piece.utf8)
      guard send(connection, data, data.count, Int32(MSG_NOSIGNAL)) == data.count else { return }
    }
  }
}
