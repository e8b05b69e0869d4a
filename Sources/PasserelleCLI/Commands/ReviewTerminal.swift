import Foundation
import Passerelle
import PasserelleCore
import PasserelleRendering

/// A pair to be decided, as a page of text.
enum ReviewPage {
  /// The whole queue.
  static func lines(_ queue: ReviewAnswer, width: Int) -> [String] {
    guard !queue.pairs.isEmpty else { return [Speech.say("Rien à trancher.", "Nothing to decide.")] }
    return queue.pairs.enumerated().flatMap { place, pair in
      lines(pair, place + 1, queue.pairs.count, width) + [""]
    }
  }

  /// One pair.
  static func lines(_ pair: ReviewAnswer.Pair, _ number: Int, _ total: Int, _ width: Int) -> [String] {
    let percent = Int((pair.probability * 100).rounded())
    let state =
      pair.isJoined
      ? Speech.say("réunies aujourd’hui", "taken for one now")
      : Speech.say("séparées aujourd’hui", "apart now")
    var lines = [
      "\(number)/\(total)  " + Speech.say("probabilité", "probability") + " \(percent) %, \(state)"
    ]
    for (mark, side) in [("A", pair.left), ("B", pair.right)] {
      let names = side.names.prefix(4).map { "« \($0) »" }.joined(separator: ", ")
      lines += TextWrap.wrap("  \(mark)  \(names)", width: width, indent: 5)
      var details = [side.iri] + Array(side.identifiers.prefix(4))
      if !side.place.isEmpty { details.append(side.place) }
      details.append(
        Speech.say(
          "\(side.records) enregistrement\(side.records > 1 ? "s" : "")",
          "\(side.records) record\(side.records > 1 ? "s" : "")"))
      lines += TextWrap.wrap("     " + details.joined(separator: ", "), width: width, indent: 5)
    }
    let reasons = pair.reasons.prefix(5).map { Self.text($0) }
    if !reasons.isEmpty {
      lines += TextWrap.wrap("     " + reasons.joined(separator: " ; "), width: width, indent: 5)
    }
    return lines
  }

  private static func text(_ reason: NameAnswer.Reason) -> String {
    (reason.contribution < 0 ? "− " : "+ ") + reason.text[Speech.language]
  }
}

/// Asks for decisions, a key a pair.
struct ReviewTerminal {
  let workspace: Workspace
  let judge: JudgeOptions

  /// Whether somebody sits before a terminal.
  static var isAvailable: Bool { isatty(STDIN_FILENO) == 1 && StandardStreams.isOutputTerminal }

  /// Goes through a queue until it ends or the person quits; each decision is stored at once.
  func ask(_ queue: ReviewAnswer) throws {
    let width = min(StandardStreams.width(of: STDOUT_FILENO) ?? 100, 120)
    var made: [(number: Int64, place: Int)] = []
    var place = 0
    while place < queue.pairs.count {
      let pair = queue.pairs[place]
      say(ReviewPage.lines(pair, place + 1, queue.pairs.count, width))
      StandardStreams.hint(
        Speech.say(
          "  o même chose, n deux choses, p passer, u annuler, q quitter ? ",
          "  y one thing, n two things, p pass, u undo, q quit? "))
      guard let key = Self.key() else { break }
      StandardStreams.note(String(key))
      switch key {
      case "o", "O", "y", "Y":
        let answer = try workspace.merge(pair.left.iri, pair.right.iri, who: judge.name, reason: judge.reason)
        made.append((answer.number, place))
        place += 1
      case "n", "N":
        let answer = try workspace.split(pair.left.iri, pair.right.iri, who: judge.name, reason: judge.reason)
        made.append((answer.number, place))
        place += 1
      case "p", "P", " ": place += 1
      case "u", "U":
        guard let last = made.popLast() else { continue }
        _ = try workspace.undo(last.number, who: judge.name, reason: judge.reason)
        place = last.place
      case "q", "Q", "\u{3}", "\u{4}", "\u{1B}":
        place = queue.pairs.count
      default: continue
      }
    }
    StandardStreams.note(
      Speech.say(
        "\(made.count) décision\(made.count > 1 ? "s enregistrées" : " enregistrée").",
        "\(made.count) decision\(made.count == 1 ? "" : "s") stored."))
  }

  private func say(_ lines: [String]) {
    try? StandardStreams.emit(Data(LineCleaning.page(lines.joined(separator: "\n") + "\n").utf8))
  }

  /// The next key, without waiting for the end of the line; nil at the end of input.
  private static func key() -> Character? {
    var former = termios()
    guard tcgetattr(STDIN_FILENO, &former) == 0 else { return nil }
    var raw = former
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &former) }
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 1 { return Character(Unicode.Scalar(byte)) }
      if count == 0 || errno != EINTR { return nil }
    }
  }
}
