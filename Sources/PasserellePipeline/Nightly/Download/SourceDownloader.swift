import Foundation
import FoundationNetworking
import Glibc
public import PasserelleCore

/// Fetches files over HTTP into an inbox, only where they have changed, whole or not at all.
public struct SourceDownloader: Sendable {
  /// A file to fetch.
  public struct Source: Sendable, Hashable {
    /// The name, which the file takes.
    public let name: String
    /// Where it is, `http` or `https`.
    public let url: String
    /// The folder that it is put in.
    public let folder: String

    /// Makes a source.
    public init(name: String, url: String, folder: String) {
      (self.name, self.url, self.folder) = (name, url, folder)
    }
  }

  /// What a server said of a file, to ask for it only where it has changed (RFC 9110, 13.1).
  public struct Validators: Sendable, Hashable, Codable {
    /// The address.
    public var url: String
    /// `ETag`.
    public var etag: String?
    /// `Last-Modified`, as it was written.
    public var modified: String?
  }

  /// What became of a source.
  public enum Outcome: Sendable, Hashable {
    /// The file is new, with so many bytes.
    case fetched(path: String, bytes: Int, Validators)
    /// The file is the one that is there; with what the server said of it where it was sent again.
    case unchanged(path: String, Validators? = nil)
    /// The file could not be fetched; the one that is there stays.
    case failed(LocalizedText)
  }

  private let limits: DownloadLimits
  private let stopFlag: StopFlag
  private let sleep: @Sendable (Double) -> Void

  /// Makes a downloader.
  ///
  /// - Parameters:
  ///   - limits: What a download may take.
  ///   - stopFlag: Ends a download under way.
  ///   - sleep: Waits for some seconds; nil to wait by the clock of the system.
  public init(
    limits: DownloadLimits = DownloadLimits(), stopFlag: StopFlag = StopFlag(),
    sleep: (@Sendable (Double) -> Void)? = nil
  ) {
    (self.limits, self.stopFlag) = (limits, stopFlag)
    self.sleep =
      sleep ?? { seconds in
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end, !stopFlag.isSet { Thread.sleep(forTimeInterval: min(0.1, seconds)) }
      }
  }

  /// Fetches a file, with further tries where the fault may pass.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - known: What the server said of it the last time.
  ///   - now: The time, against which a date in `Retry-After` is held.
  /// - Returns: What became of it.
  public func fetch(_ source: Source, known: Validators?, at now: Instant) -> Outcome {
    guard let url = URL(string: source.url), ["http", "https"].contains(url.scheme?.lowercased() ?? "") else {
      return .failed(
        LocalizedText(fr: "l’adresse n’est ni http ni https.", en: "the address is neither http nor https."))
    }
    let path = source.folder + "/" + Self.fileName(source)
    var wait = limits.backoffSeconds
    for number in 1...max(1, limits.tries) {
      switch attempt(url, path, known?.url == source.url ? known : nil) {
      case .end(let outcome): return outcome
      case .again(let problem, let after):
        guard number < limits.tries, !stopFlag.isSet else { return .failed(problem) }
        sleep(after.map { min($0(now), limits.retryAfterSeconds) } ?? wait)
        wait *= 2
      }
    }
    return .failed(LocalizedText(fr: "aucun essai.", en: "no try."))
  }

  private enum Step {
    case end(Outcome)
    case again(LocalizedText, after: ((Instant) -> Double)?)
  }

  private func attempt(_ url: URL, _ path: String, _ known: Validators?) -> Step {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let partial = folder + "/." + (path as NSString).lastPathComponent + ".part"
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return .end(.failed(Self.text(of: .unwritable))) }
    var isOpen = true
    defer {
      if isOpen { close(descriptor) }
      unlink(partial)
    }
    var request = URLRequest(url: url)
    // A body that is packed for the way would have another length than the one told.
    request.setValue("identity", forHTTPHeaderField: "Accept-Encoding")
    request.setValue("Passerelle", forHTTPHeaderField: "User-Agent")
    if let known, FileManager.default.fileExists(atPath: path) {
      if let etag = known.etag { request.setValue(etag, forHTTPHeaderField: "If-None-Match") }
      if let date = known.modified { request.setValue(date, forHTTPHeaderField: "If-Modified-Since") }
    }
    let end = DownloadTransfer(descriptor: descriptor, limits: limits).run(request, stopFlag: stopFlag)
    if let fault = end.fault {
      return fault.mayPass ? .again(Self.text(of: fault), after: nil) : .end(.failed(Self.text(of: fault)))
    }
    switch end.status {
    case 200?:
      let isSafe = fsync(descriptor) == 0
      close(descriptor)
      isOpen = false
      let validators = Validators(
        url: url.absoluteString, etag: end.headers["etag"], modified: end.headers["last-modified"])
      // A server that says nothing of its files sends them each time: the same bytes are no new file.
      if FileManager.default.contentsEqual(atPath: path, andPath: partial) {
        return .end(.unchanged(path: path, validators))
      }
      guard isSafe, rename(partial, path) == 0 else { return .end(.failed(Self.text(of: .unwritable))) }
      return .end(.fetched(path: path, bytes: end.received, validators))
    case 304?: return .end(.unchanged(path: path))
    case let status?:
      let problem = LocalizedText(fr: "réponse HTTP \(status).", en: "HTTP answer \(status).")
      guard status == 429 || status == 408 || status >= 500 else { return .end(.failed(problem)) }
      return .again(problem, after: Self.wait(end.headers["retry-after"]))
    case nil:
      let problem = LocalizedText(fr: "pas de réponse.", en: "no answer.")
      return .again(problem, after: nil)
    }
  }

  /// The wait that a server asks for: seconds, or a date (RFC 9110, 10.2.3).
  private static func wait(_ header: String?) -> ((Instant) -> Double)? {
    guard let header = header?.trimmingCharacters(in: .whitespaces), !header.isEmpty else { return nil }
    if let seconds = Double(header), seconds >= 0 { return { _ in seconds } }
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    guard let date = format.date(from: header) else { return nil }
    let moment = date.timeIntervalSince1970
    return { now in max(0, moment - Double(now.milliseconds) / 1000) }
  }

  /// The name of the file: that of the source, with the extensions of the address.
  static func fileName(_ source: Source) -> String {
    let last = URL(string: source.url)?.lastPathComponent ?? ""
    let parts = last.split(separator: ".").dropFirst().suffix(2).map { $0.lowercased() }
    let known = [
      "gz", "bz2", "xz", "zip", "tar", "tgz", "json", "jsonl", "ndjson", "csv", "tsv", "xml", "txt", "rdf",
      "ttl",
    ]
    return ([source.name] + parts.filter { known.contains($0) }).joined(separator: ".")
  }

  private static func text(of fault: DownloadTransfer.Fault) -> LocalizedText {
    switch fault {
    case .tooManyRedirects: LocalizedText(fr: "trop de redirections.", en: "too many redirections.")
    case .redirectRefused(let url):
      LocalizedText(fr: "redirection refusée vers « \(url) ».", en: "redirection to '\(url)' refused.")
    case .tooLarge: LocalizedText(fr: "fichier trop grand.", en: "file too large.")
    case .tooSlow: LocalizedText(fr: "réponse trop lente.", en: "answer too slow.")
    case .stopped: LocalizedText(fr: "arrêt demandé.", en: "stop asked for.")
    case .truncated: LocalizedText(fr: "réponse tronquée.", en: "answer cut short.")
    case .unwritable:
      LocalizedText(fr: "le fichier ne peut pas être écrit.", en: "the file cannot be written.")
    case .network(let words):
      LocalizedText(
        fr: "connexion impossible ou rompue (\(words)).", en: "no connection, or broken (\(words)).")
    }
  }
}
