import NIOCore
import NIOHTTP1
import NIOPosix
import Passerelle
import PasserelleCore

/// An HTTP/1.1 server that answers SPARQL queries of one workspace.
public final class GraphServer: Sendable {
  /// What the server takes, and from whom.
  public struct Limits: Sendable {
    /// The address to listen on; only this machine by default.
    public var host = "127.0.0.1"
    /// The port; 0 for any free one.
    public var port = 0
    /// How many queries are evaluated at once.
    public var threads = 2
    /// The largest body of a request, in bytes.
    public var bodyBytes = 2 << 20
    /// How many connections are held at once; more are closed.
    public var connections = 500
    /// How long a request may take to come whole, in milliseconds, and how long a connection waits for the next one.
    public var requestMilliseconds = 60_000

    /// Makes the limits of a server on this machine.
    public init() {}

    /// Whether only this machine can connect.
    var isLocal: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }

    /// Whether a request names the server as it may: a local one only by names of this machine, so that a page of
    /// another site, whose name was made to lead here, gets no answer.
    func allows(host name: String?) -> Bool {
      guard isLocal, let name else { return true }
      let bare = name.hasPrefix("[") ? name.prefix { $0 != "]" } + "]" : name.prefix { $0 != ":" }
      return ["localhost", "127.0.0.1", "[::1]"].contains(bare.lowercased())
    }
  }

  private let group: MultiThreadedEventLoopGroup
  private let channel: any Channel
  private let threads: ServiceThreads

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - limits: Where it listens and what it takes.
  ///   - makeService: Makes the service of a thread, on it.
  /// - Throws: ``PasserelleError`` with code `output.unwritable` when the address cannot be listened on.
  public init(_ limits: Limits, makeService: @escaping @Sendable () throws -> GraphService) throws {
    let threads = ServiceThreads(count: limits.threads, makeService)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let held = ConnectionCount(limit: limits.connections)
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        guard held.enter() else { return channel.close() }
        channel.closeFuture.whenComplete { _ in held.leave() }
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
          try channel.pipeline.syncOperations.addHandler(HTTPConnection(threads, limits))
        }
      }
    do {
      channel = try bootstrap.bind(host: limits.host, port: limits.port).wait()
    } catch {
      threads.stop()
      try? group.syncShutdownGracefully()
      throw PasserelleError(
        .outputUnwritable,
        LocalizedText(
          fr:
            "L’adresse \(limits.host), port \(limits.port), ne peut pas être écoutée. Un autre programme l’occupe peut-être ; choisissez un autre port.",
          en:
            "The address \(limits.host), port \(limits.port), cannot be listened on. Another program may hold it; choose another port."
        ), cause: error)
    }
    self.group = group
    self.threads = threads
  }

  /// The port that is listened on.
  public var port: Int { channel.localAddress?.port ?? 0 }

  /// Listens no more, ends the connections and the threads.
  public func stop() {
    try? channel.close().wait()
    threads.stop()
    try? group.syncShutdownGracefully()
  }
}
