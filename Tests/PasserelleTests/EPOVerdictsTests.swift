import Foundation
import PasserelleCore
import PasserelleSources
import Testing

@testable import Passerelle

/// The Publications Office’s own questions on its own notices.
@Suite("Verdicts on notices in ePO") struct EPOVerdictsTests {
  private static let suite: String? = {
    let shared = ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared"
    let path = shared + "/suites/eforms-epo-1.9.tar.gz"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  @Test(.enabled(if: suite != nil, "no suite under PASSERELLE_SHARED"))
  func questionsAreAnsweredAsTheOfficeDoes() throws {
    let path = try #require(Self.suite)
    let found = try EPOEvaluation(path, vocabulary: .all)
    #expect(found.total.notices == 55)
    #expect(found.total.positive == 7_400)
    #expect(found.total.negative == 13_736)
    #expect(found.total.reproduced == 7_240)
    // No official no is contradicted without a reason.
    #expect(found.total.contradicted == 11)
    #expect(found.total.held == 2)
    #expect(found.total.own == 9)
    let causes = found.causes.map { "\($0.cause.rawValue) \($0.count)" }
    #expect(causes == ["policy 98", "refused 50", "absent 8", "notMapped 4"])
  }
}

@Suite("Suites of verdicts") struct EPOSuiteTests {
  private static let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Corpus/Cases/eforms")

  /// A folder of one notice with the verdicts given, each on a question of its own.
  private static func folder(_ questions: [(title: String, path: String, ask: String, answer: Bool)]) throws
    -> URL
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("epo-\(UUID().uuidString)")
    for name in ["questions", "notices"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try FileManager.default.copyItem(
      at: cases.appendingPathComponent("complete.xml"), to: folder.appendingPathComponent("notices/n.xml"))
    var table = "suite\tnotice\tquestion\tanswer\tresult\n"
    for (rank, question) in questions.enumerated() {
      let text =
        "#title: \(question.title)\n#xpath: \(question.path)\n"
        + "PREFIX epo: <\(Vocabulary.epo)>\nASK WHERE { \(question.ask) }\n"
      try Data(text.utf8).write(to: folder.appendingPathComponent("questions/\(rank).rq"))
      table += "notices\tn\t\(rank).rq\t\(question.answer)\tvalid\n"
    }
    try Data(table.utf8).write(to: folder.appendingPathComponent("verdicts.tsv"))
    return folder
  }

  @Test func verdictsAreCountedWithTheirCauses() throws {
    let folder = try Self.folder([
      ("BT-137-Lot", "/*/cac:ProcurementProjectLot/cbc:ID", "?this a epo:Lot", true),
      ("BT-502-Organization", "/*/cac:X", "?this epo:hasContactName ?value", true),
      ("BT-000", "/*/cac:X", "?this a epo:Nothing", true),
      ("BT-001", "/*/cbc:ID", "?this a epo:Nothing", true),
      ("BT-002", "/*/cbc:ID", "?this a epo:Lot", false),
      ("BT-003", "/*/cac:X", "?this <\(Vocabulary.pas)hasLot> ?value", false),
      ("BT-004", "/*/cac:X", "?this a epo:Nothing", false),
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let found = try EPOEvaluation(folder.path, vocabulary: .all)
    #expect(found.total.positive == 4)
    #expect(found.total.reproduced == 1)
    #expect(found.total.negative == 3)
    #expect(found.total.contradicted == 2)
    #expect(found.total.held == 1)
    #expect(found.total.own == 1)
    #expect(found.causes.map(\.cause) == [.policy, .absent, .notMapped])
    let epo = try EPOEvaluation(folder.path, vocabulary: .epo)
    #expect(epo.total.contradicted == 1)
    #expect(epo.total.own == 0)
  }

  @Test func aFolderWithoutVerdictsIsAnError() throws {
    #expect(throws: PasserelleError.self) { try EPOSuite.read(Self.cases.path) }
    let folder = try Self.folder([("BT-1", "/*", "broken (", true)])
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: PasserelleError.self) { try EPOSuite.read(folder.path) }
  }

  /// What is asked of a file is what is written of it.
  @Test func questionsOverAFileTakeANotice() throws {
    let data = try FileDataset([Self.cases.appendingPathComponent("complete.xml").path])
    let query = try GraphQuery("ASK { ?n a <\(Vocabulary.epo)CompetitionNotice> ; ?p ?o }", file: "q.rq")
    let answer = try query.answer(over: data, GraphQuery.Options(now: Instant(milliseconds: 0)))
    #expect(answer.summary == "true")
  }

  @Test func theSettingIsReadAndWritten() throws {
    #expect(!WorkspaceSettings().statesEPO)
    var settings = WorkspaceSettings()
    settings.statesEPO = true
    #expect(try WorkspaceSettings(yaml: settings.yaml, path: "t").statesEPO)
    for wrong in ["eforms:\n  epo: maybe", "eforms:\n  other: true"] {
      #expect(throws: PasserelleError.self) { try WorkspaceSettings(yaml: wrong, path: "t") }
    }
  }

  /// With the setting, a workspace answers the Office’s questions.
  @Test func aWorkspaceMayKeepBoth() throws {
    let path = Self.cases.appendingPathComponent("complete.xml").path
    let ask = "ASK { ?n a <\(Vocabulary.epo)CompetitionNotice> }"
    for states in [false, true] {
      var settings = WorkspaceSettings()
      settings.statesEPO = states
      let fixture = try WorkspaceFixture()
      try FileManager.default.createDirectory(atPath: fixture.path, withIntermediateDirectories: true)
      try Data(settings.yaml.utf8).write(to: URL(fileURLWithPath: fixture.path + "/settings.yaml"))
      let workspace = try fixture.open()
      _ = try workspace.ingest([path])
      let answer = try workspace.answer(to: GraphQuery(ask, file: "q.rq"))
      #expect(answer.summary == String(states))
    }
  }
}
