import NIOCore
import NIOHTTP1
import PasserelleCore

/// One connection: gathers requests, hands them to the threads, writes what they answer.
///
/// Requests of one connection are answered one after the other; NIO's pipelining keeps the next one back. A client
/// that takes too long to send one is cut off: a thousand that send a byte a minute would hold all connections.
final class HTTPConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let threads: ServiceThreads
  private let limits: GraphServer.Limits
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var isTooLarge = false
  private var running: StopFlag?
  private var deadline: Scheduled<Void>?

  init(_ threads: ServiceThreads, _ limits: GraphServer.Limits) {
    self.threads = threads
    self.limits = limits
  }

  func handlerAdded(context: ChannelHandlerContext) { awaitRequest(context) }

  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  /// Closes the connection unless a request comes whole in time.
  private func awaitRequest(_ context: ChannelHandlerContext) {
    deadline?.cancel()
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    deadline = context.eventLoop.scheduleTask(in: .milliseconds(Int64(limits.requestMilliseconds))) {
      bound.value.close(promise: nil)
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body = []
      isTooLarge = false
    case .body(let buffer):
      guard body.count + buffer.readableBytes <= limits.bodyBytes else {
        isTooLarge = true
        body = []
        return
      }
      if !isTooLarge { body += buffer.readableBytesView }
    case .end:
      deadline?.cancel()
      answer(context)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    // Nobody waits any more: the query need not end.
    running?.stop()
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func answer(_ context: ChannelHandlerContext) {
    guard let head else { return }
    self.head = nil
    if isTooLarge {
      write(WebResponse(413, text: "The body is larger than \(limits.bodyBytes) bytes."), head, context)
      return
    }
    guard limits.allows(host: head.headers.first(name: "host")) else {
      write(WebResponse(421, text: "This service answers to names of this machine only."), head, context)
      return
    }
    let request = WebRequest(
      method: head.method.rawValue, target: head.uri, headers: head.headers.map { ($0.name, $0.value) },
      body: body)
    body = []
    let flag = StopFlag()
    running = flag
    let loop = context.eventLoop
    let bound = NIOLoopBound((self, context), eventLoop: loop)
    let job = ServiceThreads.Job(request: request, stopFlag: flag) { response in
      loop.execute {
        let (connection, context) = bound.value
        connection.running = nil
        guard context.channel.isActive else { return }
        connection.write(response, head, context)
      }
    }
    if !threads.submit(job) {
      running = nil
      write(WebResponse(503, text: "Too many requests wait.", headers: [("Retry-After", "1")]), head, context)
    }
  }

  private func write(_ response: WebResponse, _ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
    var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
    headers.add(name: "Content-Length", value: String(response.body.count))
    headers.add(name: "X-Content-Type-Options", value: "nosniff")
    if !request.isKeepAlive { headers.add(name: "Connection", value: "close") }
    let status = HTTPResponseStatus(statusCode: response.status)
    context.write(
      wrapOutboundOut(.head(HTTPResponseHead(version: request.version, status: status, headers: headers))),
      promise: nil)
    if request.method != .HEAD, !response.body.isEmpty {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: response.body)))), promise: nil)
    }
    let ended = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    if request.isKeepAlive {
      awaitRequest(context)
    } else {
      let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
      ended.whenComplete { _ in bound.value.close(promise: nil) }
    }
  }
}
