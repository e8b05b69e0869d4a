import Foundation
import PasserelleCore
import PasserelleXML
import Testing

@testable import PasserelleSources

/// The rules and examples of the Publications Office's SDK, of the shared folder.
@Suite("Rules of eForms on the SDK's examples")
struct EFormsRulesSharedTests {
  static let sdk: String? = SharedDataTests.shared.map { $0 + "/data/eforms/sdk" }.flatMap {
    FileManager.default.fileExists(atPath: $0 + "/fields/fields.json") ? $0 : nil
  }
  static let rules: EFormsRules? = sdk.flatMap { sdk in
    FileManager.default.contents(atPath: sdk + "/fields/fields.json").flatMap {
      try? EFormsRules(fields: [UInt8]($0), file: "fields.json") { codes($0, sdk + "/codelists") }
    }
  }

  /// The small lists that the examples break.
  private static func codes(_ name: String, _ folder: String) -> Set<String>? {
    let files = [
      "form-type", "buyer-legal-type", "main-activity_authority-activity", "procurement-procedure-type",
    ]
    guard let file = files.first(where: { $0 == name || $0.hasSuffix("_" + name) }),
      var input: any ByteSource = try? FileByteSource(path: folder + "/" + file + ".gc")
    else { return nil }
    return (try? EFormsRules.codes(of: &input, file: file))??.codes
  }

  private func tree(_ name: String) throws -> XMLTree {
    let path = try #require(Self.sdk) + "/examples/notices/" + name
    var input: any ByteSource = try FileByteSource(path: path)
    guard case .record(let record) = try XMLDocumentReader().read(&input, file: name) else {
      throw EFXFault.value
    }
    return record.tree
  }

  @Test(.enabled(if: sdk != nil, "no eForms SDK under PASSERELLE_SHARED"))
  func everyExpressionIsEvaluated() throws {
    let coverage = try #require(Self.rules).coverage
    #expect(coverage.expressions == 1071)
    #expect(coverage.evaluated == coverage.expressions)
    #expect(coverage.unreadPaths.isEmpty && coverage.unreadPatterns.isEmpty)
  }

  @Test(
    .enabled(if: sdk != nil, "no eForms SDK under PASSERELLE_SHARED"),
    arguments: [
      ("can_24_empty", "mandatory BT-701-notice"), ("can_24_stage-1", "mandatory BT-105-Procedure"),
      ("can_24_stage-2", "code BT-105-Procedure"), ("change-cn_24_FRA_comments", "change BT-262-Procedure"),
      ("cn_24_empty", "mandatory BT-05(a)-notice"), ("cn_24_multiple", "mandatory BT-24-Lot"),
      ("cn_24_stage-1", "mandatory BT-105-Procedure"), ("cn_24_stage-2", "code BT-10-Procedure-Buyer"),
      ("pin-buyer_24_stage-1", "mandatory"), ("pin-only_24_empty", "mandatory BT-701-notice"),
      ("pin-only_24_minimal", "mandatory BT-127-notice"), ("pin-only_24_stage-1", "mandatory BT-21-Part"),
    ])
  func theInvalidExamplesAreTold(name: String, rule: String) throws {
    let rules = try #require(Self.rules)
    let changed = try tree("cn_24_FRA_comments.xml")
    let verdict = rules.verdict(on: try tree("INVALID_\(name).xml")) { reference in
      reference == "da4d46e9-490b-41ff-a2ae-8166d356a619-01" ? changed : nil
    }
    let told = verdict.findings.map { "\($0.kind.rawValue) \($0.field)" }
    #expect(told.contains { $0.hasPrefix(rule) }, "\(told)")
  }

  /// The valid examples, but for a very long one.
  static let examples: [String] = {
    guard let sdk, let names = try? FileManager.default.contentsOfDirectory(atPath: sdk + "/examples/notices")
    else { return [] }
    return names.filter { $0.hasSuffix(".xml") && !$0.hasPrefix("INVALID") && !$0.contains("100_lots") }
      .sorted()
  }()

  /// What the rules, which are newer than the examples, truly find broken: two contracts without framework agreement,
  /// two deadlines that exclude each other; and tenders of large enterprises that are not counted, as a rule of SDK
  /// 1.15.0 asks (BR-BT-13713-0123).
  private static let broken: [String: Set<String>] = [
    "can_23_contracts.xml": ["assertion OPT-322-LotResult"],
    "cn-social_25.xml": ["forbidden BT-1311(d)-Lot", "forbidden BT-630(d)-Lot"],
  ]

  @Test(.enabled(if: sdk != nil, "no eForms SDK under PASSERELLE_SHARED"), arguments: examples)
  func theOthersBreakWhatTheyTrulyBreak(name: String) throws {
    let verdict = try #require(Self.rules).verdict(on: try tree(name))
    let told = verdict.findings.filter { $0.message != "BR-BT-13713-0123" }
    #expect(Set(told.map { "\($0.kind.rawValue) \($0.field)" }) == Self.broken[name, default: []])
  }

  @Test(.enabled(if: sdk != nil, "no eForms SDK under PASSERELLE_SHARED"))
  func theExamplesAreThere() { #expect(Self.examples.count == 79) }
}
