internal import Foundation

/// Feeds a converter and takes what it gives, both at once.
struct ConverterTransfer {
  /// How a transfer ended.
  enum Outcome { case finished, tooMuch, late, failed }

  private let input: [UInt8]
  private let limit: Int
  private var sent = 0
  private(set) var output: [UInt8] = []
  /// The beginning of what the program says on its error channel.
  private(set) var message: [UInt8] = []
  private static let messageLimit = 4096

  /// Makes a transfer.
  init(input: [UInt8], limit: Int) {
    self.input = input
    self.limit = limit
  }

  /// Runs to the end of the output, or to the deadline.
  mutating func run(_ pipes: ConverterPipes, deadline: Double) -> Outcome {
    var isOutputOpen = true
    var areMessagesOpen = true
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while isOutputOpen || areMessagesOpen {
      let left = deadline - PDFConverter.now()
      guard left > 0 else { return .late }
      var polled = [
        pollfd(fd: isOutputOpen ? pipes.output : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: areMessagesOpen ? pipes.messages : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipes.input, events: Int16(POLLOUT), revents: 0),
      ]
      let ready = poll(&polled, 3, Int32(min(1000, left * 1000 + 1)))
      if ready < 0, errno != EINTR { return .failed }
      guard ready > 0 else { continue }
      if polled[2].revents != 0 { send(pipes) }
      if polled[0].revents != 0 {
        isOutputOpen = Self.receive(pipes.output, &buffer, into: &output)
        if output.count > limit { return .tooMuch }
      }
      if polled[1].revents != 0 {
        areMessagesOpen = Self.receive(pipes.messages, &buffer, into: &message)
        if message.count > Self.messageLimit { message.removeLast(message.count - Self.messageLimit) }
      }
    }
    return .finished
  }

  private mutating func send(_ pipes: ConverterPipes) {
    let count = input.withUnsafeBytes { bytes in
      Foundation.send(
        pipes.input, bytes.baseAddress.map { $0 + sent }, min(1 << 18, bytes.count - sent), Self.noSignal)
    }
    if count > 0 { sent += count }
    // A program that has ended, or that has read enough, takes no more.
    if sent == input.count || (count < 0 && errno != EAGAIN && errno != EINTR) { pipes.closeInput() }
  }

  private static var noSignal: Int32 {
    #if os(Linux)
      Int32(MSG_NOSIGNAL)
    #else
      0
    #endif
  }

  /// Takes what is there; false at the end.
  private static func receive(_ end: Int32, _ buffer: inout [UInt8], into result: inout [UInt8]) -> Bool {
    let count = read(end, &buffer, buffer.count)
    if count > 0 {
      result.append(contentsOf: buffer[..<count])
      return true
    }
    return count < 0 && (errno == EAGAIN || errno == EINTR)
  }
}
