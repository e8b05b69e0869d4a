import PasserelleCore
import PasserelleNetwork
import Testing

struct LinkModelTests {
  private let model = LinkModel(
    name: "try", trained: "2026-01-02", dataHash: "ab", tiedPairs: 3, rows: 9, bias: -1.25,
    shapes: [
      LinkModel.Shape(
        feature: .distance, thresholds: [10, 99.5], amounts: [0.5, 0.25, -1], missing: 0.125, importance: 0.75
      ),
      LinkModel.Shape(feature: .sameCountry, thresholds: [], amounts: [0], missing: 0, importance: 0),
    ])

  @Test func aModelReadsBackAsItWas() throws {
    let read = try LinkModel(text: model.text, source: "try.link")
    #expect(read == model)
    #expect(read.text == model.text)
  }

  @Test func stepsEndAtTheirThresholds() {
    let shape = model.shapes[0]
    #expect(shape.amount(of: 10) == 0.5)
    #expect(shape.amount(of: 10.5) == 0.25)
    #expect(shape.amount(of: 1000) == -1)
    #expect(shape.amount(of: .nan) == 0.125)
  }

  @Test(arguments: [
    ("passerelle-link/1", "passerelle-link/2"), ("distance_km", "height"), ("  above add -1.0\n", ""),
    ("to 99.5", "to 9.5"), ("add 0.25", "add nan"), ("same_country", "distance_km"), ("\nend", ""),
    ("features 2", "features 200"), ("pairs 3", "pairs -3"),
  ])
  func aDamagedModelIsRefusedWithItsLine(_ found: String, _ put: String) throws {
    let text = model.text
    guard let range = text.firstRange(of: found) else {
      Issue.record("the text has no \(found)")
      return
    }
    let damaged = text.replacingCharacters(in: range, with: put)
    let error = #expect(throws: PasserelleError.self) { try LinkModel(text: damaged, source: "try.link") }
    #expect(error?.code == .modelInvalid)
    #expect(error?.location?.line != nil)
  }
}

extension String {
  fileprivate func firstRange(of part: String) -> Range<String.Index>? {
    firstMatch(of: part)?.range
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }

  private func firstMatch(of part: String) -> (range: Range<String.Index>, found: Bool)? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return (start..<index(start, offsetBy: part.count), true) }
      start = index(after: start)
    }
    return nil
  }
}
