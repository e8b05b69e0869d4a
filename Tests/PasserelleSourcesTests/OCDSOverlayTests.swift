import Foundation
import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("OCDS releases laid over each other")
struct OCDSOverlayTests {
  /// What is stated of each record when releases are laid in the order of their dates.
  static func laid(_ releases: [JSONValue]) -> [String: StatementOverlay] {
    let items = OCDSItems(package: OCDSPackage(nil))
    var overlays: [String: StatementOverlay] = [:]
    for release in OCDSMerge.inOrder(releases) {
      for item in items.items(of: release, bytes: [], at: SourceLocation(file: "t")) {
        guard case .record(let record) = item else { continue }
        let mapped = record.mapped(key: record.key, in: IRISpace())
        let statements = SourceFields.loosened(
          mapped.statements.statements.map { StatementOverlay.Statement($0, $1, $2) })
        overlays[record.key, default: StatementOverlay([])].lay(
          statements, removing: mapped.removals, adding: mapped.additiveRelations)
      }
    }
    return overlays
  }

  /// A statement in one line; nil for the date of publication, which is each release's own, the place in a list, the
  /// link to a call that only another release can tell of, and fields kept as written: see ``fields(_:)``.
  static func line(_ subject: Term, _ predicate: Term, _ object: Term) -> String? {
    let relation = predicate.iriValue ?? ""
    if [Vocabulary.published, Vocabulary.hasCall, Vocabulary.order].contains(relation) { return nil }
    if [ProcessVocabulary.hasSourceField, ProcessVocabulary.sourceFields].contains(relation) { return nil }
    // An organisation has the classes of all that it does; each release tells those that it knows.
    if object.iriValue == ProcessVocabulary.organisation { return nil }
    if (subject.iriValue ?? "").contains("/field/") { return nil }
    return [subject.iriValue ?? "", relation, object.iriValue ?? object.lexicalForm ?? ""].joined(
      separator: " ")
  }

  /// What the fields kept as written say together.
  static func fields(_ statements: [(Term, Term, Term)]) throws -> JSONValue {
    let all = SourceFields.gathered(statements.map { StatementOverlay.Statement($0, $1, $2) })
    let literals = all.filter { $0.predicate.iriValue == ProcessVocabulary.sourceFields }
    var whole = JSONValue.object([])
    for text in literals.compactMap(\.object.lexicalForm).sorted() {
      for field in try #require(SourceFields.fields(in: text)) {
        whole = OCDSLayer.joined(whole, try #require(field.piece))
      }
    }
    return sorted(whole)
  }

  /// A value with members and elements in an order of their own.
  static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members):
      .object(members.sorted { $0.key < $1.key }.map { JSONMember($0.key, sorted($0.value)) })
    case .array(let elements):
      .array(
        elements.map(sorted).sorted {
          String(decoding: $0.compactBytes, as: UTF8.self) < String(decoding: $1.compactBytes, as: UTF8.self)
        })
    default: value
    }
  }

  @Test(
    "state what their merge states",
    .enabled(if: OCDSMergeTests.examples != nil, "no examples under PASSERELLE_SHARED"),
    arguments: OCDSMergeTests.records)
  func standard(name: String) throws {
    let path = try #require(OCDSMergeTests.examples) + "/" + name + ".json"
    let package = try JSONDocument.parse(Array(Data(contentsOf: URL(fileURLWithPath: path))), file: path)
    let items = OCDSItems(package: OCDSPackage(nil))
    for record in try #require(package["records"]?.arrayValue) {
      let overlays = try Self.laid(#require(record["releases"]?.arrayValue))
      // Without its compiled release, so that ours is made.
      let members = try #require(record.objectValue).filter { ["ocid", "releases"].contains($0.key) }
      let wholes = items.items(of: .object(members), bytes: [], at: SourceLocation(file: "t"))
      #expect(wholes.count == overlays.count)
      // A release without tender leaves what it says of the whole process to its first award.
      var kept: [(Term, Term, Term)] = []
      var wholly: [(Term, Term, Term)] = []
      for item in wholes {
        guard case .record(let whole) = item else {
          Issue.record("\(name) was refused")
          continue
        }
        let mapped = whole.mapped(key: whole.key, in: IRISpace())
        let wanted = Set(mapped.statements.statements.compactMap { Self.line($0, $1, $2) })
        let reached = overlays[whole.key]?.reachable(from: mapped.subject) ?? []
        let found = Set(reached.compactMap { Self.line($0.subject, $0.predicate, $0.object) })
        #expect(
          found == wanted,
          "\(whole.key): \(found.symmetricDifference(wanted).sorted().prefix(6))")
        kept += reached.map { ($0.subject, $0.predicate, $0.object) }
        wholly += mapped.statements.statements
      }
      let (all, merged) = (try Self.fields(kept), try Self.fields(wholly))
      #expect(all == merged, "\(OCDSMergeTests.differences(merged, all))")
    }
  }

  @Test("state an award that was cancelled and made again as one in force")
  func cancelled() throws {
    let releases = try [
      #"{"ocid":"o-1","date":"2024-01-01","awards":[{"id":"a","title":"Un","status":"active","suppliers":[{"id":"x","name":"X SARL"}]}]}"#,
      #"{"ocid":"o-1","date":"2024-01-02","awards":[{"id":"a","status":"cancelled"}]}"#,
    ].map(OCDSMergeTests.json)
    let key = "o-1/award/a"
    let subject = IRISpace().identifier(.ocid, key)
    func relations(_ releases: [JSONValue]) throws -> [String: [String]] {
      let overlay = try #require(Self.laid(releases)[key])
      return Dictionary(grouping: overlay.reachable(from: subject)) { $0.predicate.iriValue ?? "" }
        .mapValues { $0.map { $0.object.iriValue ?? $0.object.lexicalForm ?? "" } }
    }
    let cancelled = try relations(releases)
    #expect(cancelled[Vocabulary.type] == [Vocabulary.awardOutcome])
    #expect(cancelled[Vocabulary.hasWinner] == nil && cancelled[Vocabulary.title] == nil)
    let again = try OCDSMergeTests.json(
      #"{"ocid":"o-1","date":"2024-01-03","awards":[{"id":"a","status":"active","title":"Deux"}]}"#)
    let active = try relations(releases + [again])
    #expect(active[Vocabulary.type] == [Vocabulary.contract])
    #expect(active[Vocabulary.awardStatus] == nil)
    #expect(active[Vocabulary.title] == ["Deux"])
  }
}
