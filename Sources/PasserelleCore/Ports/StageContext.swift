import Synchronization

/// How far a stage is, for a bar on a terminal or a line in a log.
public struct ProgressUpdate: Sendable {
  /// What is being done.
  public let stage: LocalizedText
  /// How much is done, in the unit.
  public let done: Int
  /// How much there is to do; nil where it is not known.
  public let total: Int?
  /// What is counted.
  public let unit: Unit

  /// What progress is counted in.
  public enum Unit: Sendable, Hashable {
    /// Bytes read.
    case bytes
    /// Things handled.
    case items
  }

  /// Makes an update.
  public init(stage: LocalizedText, done: Int, total: Int?, unit: Unit) {
    self.stage = stage
    self.done = done
    self.total = total
    self.unit = unit
  }
}

/// Asks a stage to stop at its next safe point; set from a signal handler or another thread.
public final class StopFlag: Sendable {
  private let value = Atomic<Bool>(false)

  /// Makes a flag that is not set.
  public init() {}

  /// Asks to stop.
  public func stop() { value.store(true, ordering: .relaxed) }

  /// Whether a stop was asked for.
  public var isSet: Bool { value.load(ordering: .relaxed) }
}

/// What every stage is given: how to tell its progress, when to stop, what time it is.
public struct StageContext: Sendable {
  /// Told how far the stage is.
  public let progress: @Sendable (ProgressUpdate) -> Void
  /// Asks the stage to stop.
  public let stopFlag: StopFlag
  /// Gives the time.
  public let clock: @Sendable () -> Instant

  /// Makes a context.
  public init(
    clock: @escaping @Sendable () -> Instant, stopFlag: StopFlag = StopFlag(),
    progress: @escaping @Sendable (ProgressUpdate) -> Void = { _ in }
  ) {
    self.clock = clock
    self.stopFlag = stopFlag
    self.progress = progress
  }
}
