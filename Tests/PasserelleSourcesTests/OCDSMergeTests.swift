import Foundation
import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("Merging OCDS releases")
struct OCDSMergeTests {
  /// The examples of the standard; nil where they are not.
  static let examples: String? = {
    let path =
      (ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared")
      + "/data/ocds/standard/docs/examples"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  static let records = [
    "merging/deletions/array_record", "merging/deletions/field_record", "merging/deletions/object_record",
    "change_history/records/tender", "change_history/records/tenderUpdate", "change_history/records/award",
    "change_history/records/contract", "change_history/records/contractAmendment",
    "change_history/records/implementation", "amendments/tender",
  ]

  /// The versions of `amendments/tender` are not those of its own releases: another rationale, another name of the
  /// amending release, a category that is a list.
  static let contradictory = ["amendments/tender"]

  /// The leaves in which the versions on file are not those of the releases beside them: path, value on file.
  static let contradictions = [
    "/tender/amendments[0]/rationale[0]/value": #""Additional needs identified""#,
    "/tender/amendments[0]/releaseID[0]/value": #""2""#,
    "/tender/mainProcurementCategory[0]/releaseTag[0]": #""tender""#,
    "/tender/mainProcurementCategory[0]/value": #"["goods"]"#,
  ]

  /// The leaves in which two values differ, with that of the second.
  static func differences(_ first: JSONValue?, _ second: JSONValue?, _ path: String = "") -> [String: String]
  {
    if first == second { return [:] }
    var found: [String: String] = [:]
    if let left = first?.objectValue, let right = second?.objectValue {
      for key in Set((left + right).map(\.key)) {
        found.merge(differences(first?[key], second?[key], path + "/" + key)) { one, _ in one }
      }
      return found
    }
    if let left = first?.arrayValue, let right = second?.arrayValue, left.count == right.count {
      for (rank, pair) in zip(left, right).enumerated() {
        found.merge(differences(pair.0, pair.1, path + "[\(rank)]")) { one, _ in one }
      }
      return found
    }
    return [path: String(decoding: (second ?? .null).compactBytes, as: UTF8.self)]
  }

  @Test(
    "differs from the versions on file only where these contradict their own releases",
    .enabled(if: examples != nil, "no examples under PASSERELLE_SHARED"))
  func contradiction() throws {
    let path = try #require(Self.examples) + "/amendments/tender.json"
    let package = try JSONDocument.parse(Array(Data(contentsOf: URL(fileURLWithPath: path))), file: path)
    let record = try #require(package["records"]?.arrayValue?.first)
    let releases = try #require(record["releases"]?.arrayValue)
    let ours = try #require(OCDSMerge.versionedRelease(of: releases))
    #expect(Self.differences(ours, record["versionedRelease"]) == Self.contradictions)
    // The releases say what ours says: the third was the first to amend, its rationale ends with a full stop, and the
    // second was the first to name a category, by a code alone.
    let amendment = releases[2]["tender"]?["amendments"]?.arrayValue?.first
    #expect(amendment?["rationale"]?.stringValue?.hasSuffix("identified.") == true)
    #expect(amendment?["releaseID"]?.stringValue == "3")
    #expect(releases[0]["tender"]?["mainProcurementCategory"] == nil)
    #expect(releases[1]["tender"]?["mainProcurementCategory"] == .string("goods"))
    #expect(releases[1]["tag"]?.arrayValue == [.string("tenderUpdate")])
  }

  /// A value with its members in the order of their keys.
  static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members):
      .object(
        members.sorted { $0.key < $1.key }.map { JSONMember($0.key, Self.sorted($0.value)) })
    case .array(let elements): .array(elements.map(sorted))
    default: value
    }
  }

  static func json(_ text: String) throws -> JSONValue { try JSONDocument.parse(Array(text.utf8)) }

  /// Merges releases of one process, given by their members but for `ocid` and `date`, in their order.
  static func compiled(_ releases: String...) throws -> JSONValue {
    let values = try releases.enumerated().map {
      try json(#"{"ocid":"o-1","id":"\#($0)","date":"2024-01-0\#($0 + 1)",\#($1)}"#)
    }
    return try #require(OCDSMerge.compiledRelease(of: values))
  }

  @Test(
    "gives the records of the standard exactly",
    .enabled(if: examples != nil, "no examples under PASSERELLE_SHARED"), arguments: records)
  func standard(name: String) throws {
    let path = try #require(Self.examples) + "/" + name + ".json"
    let package = try JSONDocument.parse(Array(Data(contentsOf: URL(fileURLWithPath: path))), file: path)
    let records = try #require(package["records"]?.arrayValue)
    #expect(!records.isEmpty)
    for record in records {
      let releases = try #require(record["releases"]?.arrayValue)
      let compiled = try #require(record["compiledRelease"])
      let made = try #require(OCDSMerge.compiledRelease(of: releases))
      #expect(Self.sorted(made) == Self.sorted(compiled), "compiled")
      let versioned = try #require(record["versionedRelease"])
      let versions = try #require(OCDSMerge.versionedRelease(of: releases))
      #expect((Self.sorted(versions) == Self.sorted(versioned)) == !Self.contradictory.contains(name))
    }
  }

  @Test("takes releases in the order of their dates, zones included")
  func order() throws {
    let releases = try [
      #"{"ocid":"o","date":"2024-01-01T10:00:00Z","tender":{"title":"second"}}"#,
      #"{"ocid":"o","date":"2024-01-01T10:30:00+01:00","tender":{"title":"first"}}"#,
    ].map(Self.json)
    let made = try #require(OCDSMerge.compiledRelease(of: releases))
    #expect(made["tender"]?["title"] == .string("second"))
    #expect(made["id"] == .string("o-2024-01-01T10:00:00Z"))
    #expect(made["tag"] == .array([.string("compiled")]))
  }

  @Test("matches objects of arrays by id, whatever their place, and keeps extensions")
  func arrays() throws {
    let made = try Self.compiled(
      #""awards":[{"id":1,"x_own":{"a":1}},{"id":"2","title":"b"}]"#,
      #""awards":[{"id":"2","title":"c"},{"id":1,"x_own":{"b":2}},{"id":"3"}]"#)
    let wanted = try Self.json(
      #"[{"id":1,"x_own":{"a":1,"b":2}},{"id":"2","title":"c"},{"id":"3"}]"#)
    #expect(made["awards"] == wanted)
  }

  @Test("adds objects without id each time")
  func withoutIdentifier() throws {
    let made = try Self.compiled(#""x":[{"a":1}]"#, #""x":[{"a":1},{}]"#)
    #expect(try made["x"] == Self.json(#"[{"a":1},{"a":1}]"#))
  }

  @Test("replaces arrays of values, mixed arrays and those of wholeListMerge")
  func wholeLists() throws {
    let item = #""tender":{"items":[{"id":"1","additionalClassifications":[{"id":"a"}]}],"#
    let made = try Self.compiled(
      item + #""submissionMethod":["x","y"],"mixed":[{"id":"1"}]}"#,
      #""tender":{"items":[{"id":"1","additionalClassifications":[{"id":"b"}]}],"submissionMethod":["z"],"mixed":["s"]}"#
    )
    let wanted = try Self.json(
      #"{"items":[{"id":"1","additionalClassifications":[{"id":"b"}]}],"submissionMethod":["z"],"mixed":["s"]}"#
    )
    #expect(made["tender"] == wanted)
  }

  @Test("takes away what is null, and nothing for what is empty or missing")
  func nulls() throws {
    let made = try Self.compiled(
      #""tender":{"title":"a","value":{"amount":1,"currency":"EUR"},"items":[{"id":"1"}]},"buyer":{"id":"b"}"#,
      #""tender":{"title":null,"value":{"amount":null},"items":[],"new":{"x":null}},"buyer":{}"#)
    let wanted = try Self.json(#"{"value":{"currency":"EUR"},"items":[{"id":"1"}],"new":{}}"#)
    #expect(made["tender"] == wanted)
    let hollow = try Self.compiled(#""tender":{"a":{"b":[{"c":{}}]},"submissionMethod":[]},"x":[{"y":{}}]"#)
    #expect(try hollow["tender"] == Self.json(#"{"submissionMethod":[]}"#))
    #expect(hollow["x"] == nil)
    #expect(try made["buyer"] == Self.json(#"{"id":"b"}"#))
  }

  @Test("gives each value with the release that gave it, and null from where it was taken away")
  func versions() throws {
    let releases = try [
      #"{"ocid":"o","id":"1","date":"2024-01-01","tag":["tender"],"tender":{"id":"t","title":"a"}}"#,
      #"{"ocid":"o","id":"2","date":"2024-01-02","tag":["tenderUpdate"],"tender":{"id":"t","title":"a"}}"#,
      #"{"ocid":"o","id":"3","date":"2024-01-03","tag":["tenderUpdate"],"tender":{"title":null,"status":null}}"#,
    ].map(Self.json)
    let made = try #require(OCDSMerge.versionedRelease(of: releases))
    let wanted = try Self.json(
      """
      [{"releaseID":"1","releaseDate":"2024-01-01","releaseTag":["tender"],"value":"a"},
       {"releaseID":"3","releaseDate":"2024-01-03","releaseTag":["tenderUpdate"],"value":null}]
      """)
    #expect(made["tender"]?["title"] == wanted)
    #expect(made["tender"]?["id"]?.arrayValue?.count == 1)
    #expect(made["tender"]?["status"]?.arrayValue?.first?["value"] == .null)
    #expect(made["ocid"] == .string("o"))
    #expect(made["date"] == nil)
  }

  @Test("survives values that change their type, and nothing at all")
  func types() throws {
    let made = try Self.compiled(
      #""a":1,"b":{"c":1},"d":[{"id":"1"}],"a":2"#, #""a":{"x":1},"b":[1],"d":{"y":1}"#)
    #expect(try made["a"] == Self.json(#"{"x":1}"#))
    #expect(try made["b"] == Self.json("[1]"))
    #expect(try made["d"] == Self.json(#"{"y":1}"#))
    #expect(OCDSMerge.compiledRelease(of: [.null, .string("x")]) == nil)
    #expect(OCDSMerge.versionedRelease(of: []) == nil)
  }
}
