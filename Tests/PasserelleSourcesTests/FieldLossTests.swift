import Foundation
import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Losses between formats")
struct FieldLossTests {
  /// Where the example notices are; nil where they are not.
  static let notices: String? = {
    let path =
      (ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared") + "/data/eforms/sdk/examples"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  /// Where the page is to be written; nil for nowhere.
  private static let page = ProcessInfo.processInfo.environment["PASSERELLE_FIELD_LOSS"]

  @Test(
    "are those that the page tells: what an award is about comes through",
    .enabled(if: notices != nil, "no real data under PASSERELLE_SHARED"))
  func measured() throws {
    let root = try #require(Self.notices)
    let all = FileManager.default.enumerator(atPath: root)?.allObjects.compactMap { $0 as? String } ?? []
    var loss = FieldLoss()
    for (rank, name) in all.filter({ $0.hasSuffix(".xml") }).sorted().enumerated()
    where Self.page != nil || rank % 3 == 0 {
      try loss.add(path: root + "/" + name)
    }
    #expect(loss.files > 10)
    #expect(loss.awards > 3)
    for relation in [
      Vocabulary.title, Vocabulary.amount, Vocabulary.hasMainClassification, Vocabulary.identifier,
    ] {
      let count = try #require(loss.counts[FieldLoss.Kind(thing: "award", relation: relation)])
      #expect(count.lost <= loss.undated, "\(relation): \(count)")
    }
    // What OCDS has no place for must be told as lost, not passed over.
    let unheld = loss.counts[
      FieldLoss.Kind(thing: "award", relation: NoticeVocabulary.isSubcontractingDeclared)]
    #expect((unheld?.lost ?? 0) > 0)
    #expect(loss.missing["ccag"] == loss.awards - loss.undated)
    if let page = Self.page { try Data(loss.page.utf8).write(to: URL(fileURLWithPath: page)) }
  }
}
