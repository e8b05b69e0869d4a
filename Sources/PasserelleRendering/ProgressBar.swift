public import PasserelleCore

/// A progress line as a pure function of its state; the caller writes it, on standard error and on a terminal.
public struct ProgressBar: Sendable, Hashable {
  /// Where the work stands.
  public struct State: Sendable, Hashable {
    /// What is done, in units of work.
    public var done: Int
    /// What there is to do; nil when it is not known.
    public var total: Int?
    /// The time since the beginning.
    public var elapsed: Duration

    /// Makes a state.
    public init(done: Int, total: Int? = nil, elapsed: Duration) {
      self.done = done
      self.total = total
      self.elapsed = elapsed
    }

    /// Units a second; nil before there is anything to tell it by.
    public var rate: Double? {
      let seconds = Self.seconds(elapsed)
      return done > 0 && seconds >= 0.1 ? Double(done) / seconds : nil
    }

    /// The time left at the rate so far; nil when it cannot be told.
    public var remaining: Duration? {
      guard let total, let rate, done < total else { return nil }
      return .milliseconds(Int64((Double(total - done) / rate * 1000).rounded()))
    }

    /// The share done, from 0 to 1; nil when the total is not known.
    public var share: Double? {
      guard let total else { return nil }
      return total <= 0 ? 1 : min(1, max(0, Double(done) / Double(total)))
    }

    private static func seconds(_ duration: Duration) -> Double {
      Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
  }

  /// What is being done.
  public let label: LocalizedText
  /// The language.
  public let language: MessageLanguage
  /// Whether only ASCII is added to the label.
  public let isASCII: Bool

  /// Makes a progress line.
  public init(label: LocalizedText, language: MessageLanguage, isASCII: Bool = false) {
    self.label = label
    self.language = language
    self.isASCII = isASCII
  }

  private static let barWidth = 20
  private static let smallestBar = 5

  /// The line for a state: `Lecture  [██████░░░░]   60 %  reste 3 s  600/1 000  120/s`.
  ///
  /// Where the width is short, the bar narrows first, then the rate, the counts and the time left go, and at
  /// last the label is cut.
  ///
  /// - Parameters:
  ///   - state: Where the work stands.
  ///   - width: The columns of the terminal.
  /// - Returns: One line of at most `width` columns, without line break.
  public func line(_ state: State, width: Int = 80) -> String {
    let name = LineCleaning.singleLine(label[language])
    var details = self.details(state)
    let gap = 2
    while true {
      let fixed = [name] + details
      let used = fixed.reduce(0) { $0 + DisplayWidth.of($1) } + gap * (fixed.count - 1)
      guard let share = state.share else {
        if used <= width { return joined(fixed) }
        if details.isEmpty { break }
        details.removeLast()
        continue
      }
      // Brackets and the gap before the bar take columns too.
      let room = min(Self.barWidth, width - used - gap - 2)
      if room >= Self.smallestBar { return joined([name, bar(share, width: room)] + details) }
      if details.count <= 1 {
        if used <= width { return joined(fixed) }
        break
      }
      details.removeLast()
    }
    return DisplayWidth.truncated(joined([name] + details), to: width, mark: isASCII ? "..." : "…")
  }

  private func joined(_ parts: [String]) -> String { parts.joined(separator: "  ") }

  /// What stands after the bar, the most useful first.
  private func details(_ state: State) -> [String] {
    let format = ValueFormat(language, isASCII: isASCII)
    var details: [String] = []
    if let total = state.total, let share = state.share {
      // Never 100 % before the end.
      let shown = state.done < total ? min(share, 0.99) : share
      let text = format.percent((shown * 100).rounded(.down) / 100)
      let widest = format.percent(1).count
      details.append(String(repeating: " ", count: max(0, widest - text.count)) + text)
      if let remaining = state.remaining {
        let time = format.duration(remaining < .seconds(1) ? .seconds(1) : remaining)
        details.append(language == .french ? "reste \(time)" : "\(time) left")
      } else if state.done >= total {
        details.append(format.duration(state.elapsed))
      }
      details.append(format.number(state.done) + "/" + format.number(total))
    } else {
      details.append(format.number(state.done))
      details.append(format.duration(state.elapsed))
    }
    if let rate = state.rate { details.append(format.number(rate, digits: rate < 10 ? 1 : 0) + "/s") }
    return details
  }

  private func bar(_ share: Double, width: Int) -> String {
    let full = Int((share * Double(width)).rounded(.down))
    let (on, off) = isASCII ? ("#", "-") : ("█", "░")
    return "[" + String(repeating: on, count: full) + String(repeating: off, count: width - full) + "]"
  }
}
