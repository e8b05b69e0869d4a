import Foundation
import Passerelle
import PasserelleCore
import PasserelleRendering
import Synchronization

/// Draws a progress bar on standard error, at most ten times a second, only after the first second.
final class ProgressLine: Sendable {
  private struct State {
    var stage: LocalizedText?
    var started = ContinuousClock.now
    var drawn: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let isOn: Bool

  init(isOn: Bool) { self.isOn = isOn }

  /// Shows an update.
  func show(_ update: ProgressUpdate) {
    guard isOn else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      if state.stage != update.stage {
        state.stage = update.stage
        state.started = now
      }
      let elapsed = now - state.started
      guard elapsed > .seconds(1) || state.drawn != nil else { return }
      if let drawn = state.drawn, now - drawn < .milliseconds(100) { return }
      state.drawn = now
      let bar = ProgressBar(label: update.stage, language: Speech.language)
      let line = bar.line(
        ProgressBar.State(done: update.done, total: update.total, elapsed: elapsed),
        width: StandardStreams.width(of: STDERR_FILENO) ?? 80)
      StandardStreams.hint("\r\u{1B}[K" + line)
    }
  }

  /// Removes the bar, so that what follows starts on a clean line.
  func clear() {
    state.withLock { state in
      if state.drawn != nil { StandardStreams.hint("\r\u{1B}[K") }
      state.drawn = nil
    }
  }
}
