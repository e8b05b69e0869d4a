import Foundation
import FoundationNetworking
import Glibc
import PasserelleCore
import Synchronization

/// One request whose body goes to a file as it comes.
final class DownloadTransfer: NSObject, URLSessionDataDelegate, Sendable {
  /// How a request ended.
  struct End {
    /// The status; nil where there was no answer.
    var status: Int?
    var headers: [String: String] = [:]
    var received = 0
    /// Why it was broken off; nil where it came to its end.
    var fault: Fault?
  }

  /// Why a request was broken off.
  enum Fault: Error, Equatable {
    case tooManyRedirects
    case redirectRefused(String)
    case tooLarge
    case tooSlow
    case stopped
    case truncated
    case unwritable
    case network(String)

    /// Whether another try may pass.
    var mayPass: Bool {
      switch self {
      case .tooSlow, .truncated, .network: true
      case .tooManyRedirects, .redirectRefused, .tooLarge, .stopped, .unwritable: false
      }
    }
  }

  private struct State {
    var end = End()
    var redirects = 0
    var expected: Int?
  }

  private let state = Mutex(State())
  private let done = DispatchSemaphore(value: 0)
  private let descriptor: Int32
  private let limits: DownloadLimits

  /// Makes a transfer that writes a body to an open file.
  init(descriptor: Int32, limits: DownloadLimits) {
    self.descriptor = descriptor
    self.limits = limits
  }

  /// Sends a request and waits for its end.
  func run(_ request: URLRequest, stopFlag: StopFlag) -> End {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.urlCache = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.httpCookieAcceptPolicy = .never
    configuration.httpShouldSetCookies = false
    configuration.timeoutIntervalForRequest = limits.idleSeconds
    configuration.timeoutIntervalForResource = limits.totalSeconds
    let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    let task = session.dataTask(with: request)
    task.resume()
    let deadline = ContinuousClock.now + .seconds(limits.totalSeconds)
    while done.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
      if stopFlag.isSet {
        set(.stopped)
      } else if ContinuousClock.now > deadline {
        set(.tooSlow)
      } else {
        continue
      }
      task.cancel()
      break
    }
    return state.withLock { state in
      var end = state.end
      if end.fault == nil, let expected = state.expected, end.received < expected { end.fault = .truncated }
      return end
    }
  }

  private func set(_ fault: Fault) { state.withLock { if $0.end.fault == nil { $0.end.fault = fault } } }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    let scheme = request.url?.scheme?.lowercased() ?? ""
    let isDowngrade = response.url?.scheme?.lowercased() == "https" && scheme != "https"
    let count = state.withLock { state in
      state.redirects += 1
      return state.redirects
    }
    if count > limits.redirects {
      set(.tooManyRedirects)
    } else if isDowngrade || !["http", "https"].contains(scheme) {
      set(.redirectRefused(request.url?.absoluteString ?? ""))
    } else {
      completionHandler(request)
      return
    }
    completionHandler(nil)
    task.cancel()
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    let answer = response as? HTTPURLResponse
    var headers: [String: String] = [:]
    for (name, value) in answer?.allHeaderFields ?? [:] {
      if let name = name as? String, let value = value as? String { headers[name.lowercased()] = value }
    }
    state.withLock { state in
      state.end.status = answer?.statusCode
      state.end.headers = headers
      if headers["content-encoding"] == nil, answer?.statusCode == 200 {
        state.expected = headers["content-length"].flatMap { Int($0) }
      }
      if let expected = state.expected, expected > limits.bytes { state.end.fault = .tooLarge }
    }
    completionHandler(.allow)
    if state.withLock({ $0.end.fault == .tooLarge }) { dataTask.cancel() }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let mayWrite = state.withLock { state in
      guard state.end.status == 200, state.end.fault == nil else { return false }
      state.end.received += data.count
      if state.end.received > limits.bytes { state.end.fault = .tooLarge }
      return state.end.fault == nil
    }
    guard mayWrite else {
      if state.withLock({ $0.end.fault == .tooLarge }) { dataTask.cancel() }
      return
    }
    if !Self.write(data, to: descriptor) {
      set(.unwritable)
      dataTask.cancel()
    }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    if let error {
      let code = (error as? URLError)?.code
      set(code == .timedOut ? .tooSlow : .network(error.localizedDescription))
    }
    done.signal()
  }

  private static func write(_ data: Data, to descriptor: Int32) -> Bool {
    data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }
}
