import Foundation
import PasserelleTestSupport
import Testing

@testable import PasserelleWeb

/// Clients that mean harm: requests without end, too many connections.
@Suite struct UntrustedClientTests {
  private static let fixture = Result { try WebFixture() }

  private static let request = "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\n\r\n"

  @Test func aRequestThatComesTooSlowlyIsCutOff() throws {
    var limits = GraphServer.Limits()
    limits.requestMilliseconds = 300
    let server = try Self.fixture.get().server(limits)
    defer { server.stop() }
    nonisolated(unsafe) let slow = try RawConnection(port: server.port)
    let start = Date()
    // A few bytes again and again do not put the end off.
    slow.send("GET /sparql HTTP/1.1\r\nHost: localhost\r\nX-A: ")
    let drip = Thread {
      for _ in 0..<12 {
        slow.send("a")
        usleep(50_000)
      }
    }
    drip.start()
    #expect(slow.receive().status == 0)
    #expect(Date().timeIntervalSince(start) < 5)
    let quick = try RawConnection(port: server.port)
    quick.send(Self.request)
    #expect(quick.receive().status == 200)
    // A connection that is kept waits no longer for its next request.
    #expect(quick.receive().status == 0)
  }

  @Test func moreConnectionsThanMayBeAreClosed() throws {
    var limits = GraphServer.Limits()
    limits.connections = 2
    let server = try Self.fixture.get().server(limits)
    defer { server.stop() }
    var held = try (0..<2).map { _ in try RawConnection(port: server.port) }
    for connection in held {
      connection.send(Self.request)
      #expect(connection.receive().status == 200)
    }
    let third = try RawConnection(port: server.port)
    third.send(Self.request)
    #expect(third.receive().status == 0)
    // Its end closes it, once: another file may have its number at once.
    held.removeFirst()
    usleep(200_000)
    let fourth = try RawConnection(port: server.port)
    fourth.send(Self.request)
    #expect(fourth.receive().status == 200)
  }

  @Test func headersWithoutEndAreRefused() throws {
    let server = try Self.fixture.get().server()
    defer { server.stop() }
    let long = try RawConnection(port: server.port)
    long.send("GET /sparql HTTP/1.1\r\nHost: localhost\r\nX-A: " + String(repeating: "a", count: 200_000))
    let status = long.receive().status
    #expect([0, 400, 431].contains(status))
    let next = try RawConnection(port: server.port)
    next.send(Self.request)
    #expect(next.receive().status == 200)
  }
}
