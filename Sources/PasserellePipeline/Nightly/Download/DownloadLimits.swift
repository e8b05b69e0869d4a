/// What a download may take at most.
public struct DownloadLimits: Sendable, Hashable {
  /// Seconds without a byte.
  public var idleSeconds = 30.0
  /// Seconds in all, for one try.
  public var totalSeconds = 3600.0
  /// Bytes of a file.
  public var bytes = 4 << 30
  /// Redirections that are followed.
  public var redirects = 5
  /// Tries of what may pass, such as a server that is busy.
  public var tries = 4
  /// Seconds before the second try; each further one waits twice as long.
  public var backoffSeconds = 2.0
  /// The longest wait that a server can ask for, in seconds.
  public var retryAfterSeconds = 300.0

  /// Makes the usual limits.
  public init() {}
}
