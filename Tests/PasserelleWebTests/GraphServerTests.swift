import Foundation
import PasserelleCore
import PasserelleWeb
import Testing

/// The server on a port of this machine.
@Suite(.serialized) struct GraphServerTests {
  private static let fixture = Result { try WebFixture() }

  private static func get(_ query: String, host: String = "localhost", more: String = "") -> String {
    let text = query.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "GET /sparql?query=\(text) HTTP/1.1\r\nHost: \(host)\r\nAccept: text/csv\r\n\(more)\r\n"
  }

  @Test func keepsAConnectionForSeveralRequests() throws {
    let server = try Self.fixture.get().server()
    defer { server.stop() }
    let connection = try RawConnection(port: server.port)
    for number in 1...3 {
      connection.send(Self.get("SELECT (\(number) AS ?n) {}"))
      let answer = connection.receive()
      #expect(answer.status == 200)
      #expect(answer.body == "n\r\n\(number)\r\n")
    }
    connection.send(
      "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 6\r\n"
        + "Connection: close\r\n\r\nASK {}")
    let last = connection.receive()
    #expect(last.body.contains("\"boolean\":true"))
    #expect(last.head.lowercased().contains("connection: close"))
    #expect(connection.receive().status == 0)
  }

  @Test func answersManyConnections() throws {
    let server = try Self.fixture.get().server()
    defer { server.stop() }
    let connections = try (0..<20).map { _ in try RawConnection(port: server.port) }
    for (number, connection) in connections.enumerated() {
      connection.send(Self.get("SELECT (\(number) AS ?n) {}"))
    }
    for (number, connection) in connections.enumerated() {
      #expect(connection.receive().body == "n\r\n\(number)\r\n")
    }
  }

  @Test func refusesLargeBodiesStrangeHostsAndBrokenRequests() throws {
    var limits = GraphServer.Limits()
    limits.bodyBytes = 1000
    let server = try Self.fixture.get().server(limits)
    defer { server.stop() }
    let large = try RawConnection(port: server.port)
    large.send(
      "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 2000\r\n\r\n"
        + String(repeating: " ", count: 2000))
    #expect(large.receive().status == 413)
    let strange = try RawConnection(port: server.port)
    strange.send(Self.get("ASK {}", host: "evil.example"))
    #expect(strange.receive().status == 421)
    let broken = try RawConnection(port: server.port)
    broken.send("nonsense\r\n\r\n")
    #expect([0, 400].contains(broken.receive().status))
    let head = try RawConnection(port: server.port)
    head.send("HEAD /sparql HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(head.receive(hasBody: false).head.hasPrefix("HTTP/1.1 200"))
  }

  @Test func stopsAQueryThatNobodyWaitsFor() throws {
    var limits = GraphServer.Limits()
    limits.threads = 1
    let server = try Self.fixture.get().server(limits)
    defer { server.stop() }
    let gone = try RawConnection(port: server.port)
    gone.send(Self.get("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"))
    usleep(100_000)
    gone.end()
    // The one thread is free again long before the query could end.
    let next = try RawConnection(port: server.port)
    next.send(Self.get("SELECT (7 AS ?n) {}"))
    #expect(next.receive().body == "n\r\n7\r\n")
  }

  @Test func tellsOfAPortThatIsTaken() throws {
    let server = try Self.fixture.get().server()
    defer { server.stop() }
    var limits = GraphServer.Limits()
    limits.port = server.port
    #expect(throws: PasserelleError.self) { try Self.fixture.get().server(limits) }
  }
}
