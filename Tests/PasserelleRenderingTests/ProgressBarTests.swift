import PasserelleCore
import PasserelleRendering
import Testing

struct ProgressBarTests {
  let label = LocalizedText(fr: "Lecture", en: "Reading")

  private func shown(_ text: String) -> String {
    String(text.map { $0 == "\u{202F}" || $0 == "\u{A0}" ? " " : $0 })
  }

  @Test func showsBarAndTime() {
    let bar = ProgressBar(label: label, language: .french)
    let state = ProgressBar.State(done: 600, total: 1000, elapsed: .seconds(5))
    #expect(shown(bar.line(state)) == "Lecture  [████████████░░░░░░░░]   60 %  reste 3 s  600/1 000  120/s")
    let start = ProgressBar.State(done: 0, total: 1000, elapsed: .zero)
    #expect(shown(bar.line(start)) == "Lecture  [░░░░░░░░░░░░░░░░░░░░]    0 %  0/1 000")
    let end = ProgressBar.State(done: 1000, total: 1000, elapsed: .seconds(70))
    #expect(
      shown(bar.line(end)) == "Lecture  [████████████████████]  100 %  1 min 10 s  1 000/1 000  14/s")
  }

  @Test func keepsToASCII() {
    let bar = ProgressBar(label: label, language: .english, isASCII: true)
    let line = bar.line(ProgressBar.State(done: 999, total: 1000, elapsed: .seconds(100)))
    #expect(line == "Reading  [###################-]   99%  1 s left  999/1,000  10.0/s")
    #expect(line.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func countsWithoutTotal() {
    let bar = ProgressBar(label: label, language: .english)
    #expect(
      shown(bar.line(ProgressBar.State(done: 4500, elapsed: .seconds(3)))) == "Reading  4,500  3 s  1,500/s")
    #expect(shown(bar.line(ProgressBar.State(done: 0, elapsed: .zero))) == "Reading  0  0 ms")
  }

  @Test func fitsEveryWidth() {
    for language in MessageLanguage.allCases {
      for isASCII in [false, true] {
        let bar = ProgressBar(label: label, language: language, isASCII: isASCII)
        for total in [nil, 0, 7, 1_000_000] as [Int?] {
          for done in [0, 3, 1_000_000, 2_000_000] {
            let state = ProgressBar.State(done: done, total: total, elapsed: .seconds(4000))
            for width in 0..<120 {
              let line = bar.line(state, width: width)
              #expect(DisplayWidth.of(line) <= width)
              #expect(!line.contains("\n"))
            }
          }
        }
      }
    }
  }

  @Test func tellsRateAndTime() {
    let state = ProgressBar.State(done: 250, total: 1000, elapsed: .seconds(10))
    #expect(state.rate == 25)
    #expect(state.remaining == .seconds(30))
    #expect(state.share == 0.25)
    #expect(ProgressBar.State(done: 5, total: 10, elapsed: .milliseconds(50)).remaining == nil)
    #expect(ProgressBar.State(done: 1, total: 0, elapsed: .zero).share == 1)
  }
}
