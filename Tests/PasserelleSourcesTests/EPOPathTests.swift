import PasserelleCore
import PasserelleXML
import Testing

@testable import PasserelleSources

@Suite("Paths through notices") struct EPOPathTests {
  private static let text = """
    <Notice id="n"><A><ID schemeName="Lot">1</ID><B>x</B><B code="c">y</B></A>\
    <A><ID schemeName="Part">2</ID></A>\
    <UBLExtensions><UBLExtension><ExtensionContent><EformsExtension><E>z</E></EformsExtension>\
    </ExtensionContent></UBLExtension></UBLExtensions></Notice>
    """

  private static func root() throws -> XMLElement {
    var input: any ByteSource = MemoryByteSource(text.utf8)
    guard case .record(let record) = try XMLDocumentReader().read(&input, file: "t.xml") else {
      throw PasserelleError(.inputEmpty, LocalizedText(fr: "", en: ""))
    }
    return record.tree.root
  }

  @Test(arguments: [
    ("A/B", ["x", "y"]), ("A[ID@schemeName=Lot]/B", ["x", "y"]), ("A[ID@schemeName=Part]/B", []),
    ("A/B[@code=c]", ["y"]), ("A[ID=2]/ID", ["2"]), ("A[!B]/ID", ["2"]), ("EXT/E", ["z"]),
    ("/A/ID", ["1", "2"]),
    ("Z/B", []),
  ])
  func pathsLeadThroughConditions(path: String, texts: [String]) throws {
    let root = try Self.root()
    #expect(EPOPath(path).elements(from: root, root: root).map(\.text) == texts)
  }

  @Test func theLastStepMayBeAnAttribute() throws {
    let path = EPOPath("A/B/@code")
    #expect(path.attribute == "code")
    #expect(path.steps.map(\.name) == ["A", "B"])
    #expect(EPOPath("").steps.isEmpty)
  }

  @Test(arguments: [
    ("/*", true), ("/*/cac:A", true), ("/*/cac:A[cbc:ID/@schemeName='Lot']/cbc:B", true),
    ("/*/cac:A[cbc:ID/@schemeName='Part']/cbc:B", false), ("/*/cac:A/cbc:ID[@schemeName='Part']", true),
    ("/*/cac:A[cbc:ID/text()='2']/cbc:B", false), ("/*/cac:A[not(cbc:B)]", true),
    ("/*/cac:A/cbc:B/@code", true),
    (
      "/*/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension/efbc:E", true
    ), ("/*/cac:Z", false),
  ])
  func questionsTellWhereTheyLook(path: String, isHeld: Bool) throws {
    let probe = try #require(NoticeProbe(Array(Self.text.utf8), file: "t.xml"))
    #expect(probe.holds(path) == isHeld)
    let broken = NoticeProbe(Array("<a".utf8), file: "t.xml")
    #expect(broken == nil)
  }
}
