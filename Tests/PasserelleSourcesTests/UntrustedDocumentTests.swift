import PasserelleCore
import Testing

@testable import PasserelleSources

/// Documents whose numbers are beyond all measure.
@Suite struct UntrustedDocumentTests {
  /// The converter writes coordinates as a page has them; a word a light year away stands at the edge.
  @Test(arguments: ["1e300", "-1e300", "9223372036854775807", "nan", "inf"])
  func wordsFarBeyondThePageAreRead(far: String) {
    let page = """
      <page width="595" height="842"><flow><block xMin="\(far)" yMin="0" xMax="\(far)" yMax="\(far)">
      <line xMin="\(far)" yMin="\(far)" xMax="\(far)" yMax="\(far)">
      <word xMin="\(far)" yMin="\(far)" xMax="\(far)" yMax="\(far)">mot</word>
      </line></block></flow></page>
      """
    let layout = PDFLayout(Array(page.utf8))
    #expect(layout.pages.count == 1)
    for line in layout.pages.flatMap(\.lines) {
      #expect([line.left, line.right, line.top, line.height].allSatisfy { $0.magnitude < 1e7 })
    }
  }
}
