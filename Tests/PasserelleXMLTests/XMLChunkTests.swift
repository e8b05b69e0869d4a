import PasserelleCore
import Testing

@testable import PasserelleXML

/// What comes out does not depend on the pieces in which the parser gets a document.
@Suite("The pieces that the parser of XML gets")
struct XMLChunkTests {
  /// Comments, instructions, sections, references, namespaces, line ends of every kind, characters of 1 to 4 bytes.
  private static let sample =
    "<?xml version='1.0'?>\n<!-- a > comment -->\n"
    + "<!DOCTYPE a [<!ATTLIST a k CDATA 'default' j NMTOKEN #IMPLIED>]>\n"
    + "<a xmlns='urn:one' xmlns:p='urn:two' n='1 &amp; 2&#38;amp;' j=' x ' g='a>b>c' l='&lt;&quot;'>\r\n"
    + " <p:b p:lang='fr'>Éclairage <![CDATA[<LED>\n]]><![CDATA[]]> &#233;t&#xE9; 𝄞∑</p:b><empty/><?pi x > y?>t"
    + "<!-- > -->u<![CDATA[v]]><c xmlns=''><d/></c>\r\n  <b xml:lang='en'\n k='2'>light ]] &amp;&lt;\r</b  >\n"
    + "</a><!-- after --><?end?>\n"

  private func events(
    _ bytes: some Sequence<UInt8>, chunk: Int = 64 << 10, encoding: String? = nil
  ) -> [String] {
    var told: [String] = []
    do {
      let reader = try XMLPullReader(
        MemoryByteSource(bytes), file: "t.xml", encoding: encoding, chunk: chunk)
      while let event = try reader.next() {
        told.append(
          "\(event) \(reader.depth) \(reader.prefix):\(reader.name) \(reader.namespace) \(reader.line) "
            + "\(reader.text) \(reader.attributes()) \(reader.declaredNamespaces())")
      }
    } catch let error as PasserelleError {
      // The words are libxml2's: at the end of a piece of some bytes it may name the same fault in others.
      told.append("\(error.code.name) \(error.location?.line ?? 0)")
    } catch {
      told.append("\(error)")
    }
    return told
  }

  @Test func everySplitGivesTheSameEvents() {
    let bytes = Array(Self.sample.utf8)
    let whole = events(bytes)
    #expect(whole.count == 22 && whole.last?.hasPrefix("end 1 :a") == true)
    let chunks = Array(1...60) + stride(from: 61, through: bytes.count, by: 13)
    for chunk in chunks { #expect(events(bytes, chunk: chunk) == whole, "\(chunk)") }
  }

  @Test func everySplitOfEveryEncodingGivesTheSameEvents() {
    let body = Self.sample.drop { $0 != "\n" }
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in body.utf16 { utf16 += [UInt8(unit & 255), UInt8(unit >> 8)] }
    let whole = events(Array(body.utf8))
    #expect(whole.count == 22)
    for chunk in Array(1...12) + stride(from: 13, through: 130, by: 13) {
      #expect(events([0xEF, 0xBB, 0xBF] + Array(body.utf8), chunk: chunk) == whole, "\(chunk)")
      #expect(events(utf16, chunk: chunk) == whole, "\(chunk)")
      #expect(events(Array(body.utf8), chunk: chunk, encoding: "UTF-8") == whole, "\(chunk)")
    }
    let latin =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?><a k='".utf8) + [0xE9]
      + Array("'>".utf8) + Array(repeating: 0xE9, count: 200) + Array("</a>".utf8)
    let read = events(latin)
    #expect(read.count == 3)
    for chunk in Array(1...12) + stride(from: 13, through: 130, by: 13) {
      #expect(events(latin, chunk: chunk) == read, "\(chunk)")
    }
  }

  @Test(arguments: [
    "<a>\n<b>text</c></a>", "<a>\n<b k='1' k='2'/></a>", "<a>\n<p:b/></a>", "<a>\n<b>&nbsp;</b></a>",
    "<a>\n<b>\u{1}</b></a>", "<a>\n<b", "<a>\n<b>tex", "<a/>\n<b/>", "<a>\n<![CDATA[ x", "<a>\n<!-- x",
    "<a>\n<b k='v",
    "<!DOCTYPE a [\n<!ENTITY b 'x'>]><a>&b;</a>", "<a><b>\n</b><b k=v/></a>",
  ])
  func everySplitGivesTheSameFaultAfterTheSameElements(text: String) {
    let bytes = Array(text.utf8)
    // Of a text that a fault cuts, more or less may be told.
    func elements(_ chunk: Int) -> [String] { events(bytes, chunk: chunk).filter { !$0.hasPrefix("text") } }
    let whole = elements(64 << 10)
    #expect(whole.last?.hasPrefix("xml.") == true)
    for chunk in 1...bytes.count { #expect(elements(chunk) == whole, "\(chunk)") }
  }

  @Test func whatStandsBeforeAFaultComesFirst() throws {
    let elements = (1...500).map { "<b>\($0)</b>" }.joined(separator: "\n")
    let reader = try open("<a>" + elements + "</c>")
    var texts: [String] = []
    let error = #expect(throws: PasserelleError.self) {
      while let event = try reader.next() { if event == .text { texts.append(reader.text) } }
    }
    #expect(texts.filter { $0 != "\n" } == (1...500).map(String.init))
    #expect(error?.location?.line == 500)
    #expect(throws: PasserelleError.self) { try reader.next() }
  }

  @Test func whatStandsBeforeAFailureOfTheSourceComesFirst() throws {
    let reader = try XMLPullReader(
      FailingSource(inner: DrippingSource("<a><b>x</b>half", step: 100)), file: "t.xml")
    var told: [XMLPullReader.Event] = []
    #expect(throws: FailingSource.Failure.self) { while let event = try reader.next() { told.append(event) } }
    #expect(told == [.start, .start, .text, .end])
  }

  @Test func linesAreThoseOfTheDocument() throws {
    let reader = try open("\n<a\n k='1'>one\ntwo<b\n/>\n<![CDATA[x\ny]]>z\n<!--\n--><c>\n</c></a>")
    var told: [String] = []
    while let event = try reader.next() { told.append("\(event) \(reader.line)") }
    #expect(
      told == [
        "start 3", "text 3", "start 5", "end 5", "text 5", "text 6", "text 7", "start 9", "text 9", "end 9",
        "end 3",
      ])
  }

  /// Pieces grow while nothing ends: what waits for its end is not looked at again and again.
  @Test(arguments: [
    ("<a k='", "b>", "'/>"), ("<a><!--", "c>", "--></a>"), ("<a><![CDATA[", "]]", "]]></a>"),
    ("<a>", "t>", "</a>"),
    ("<a><?x ", "p?", "?></a>"), ("<a", "  ", "/>"),
  ])
  func longPartsAreReadInLinearTime(start: String, part: String, end: String) throws {
    let text = start + String(repeating: part, count: 250_000) + end
    let clock = ContinuousClock()
    let taken = clock.measure { #expect(!events(text.utf8, chunk: 16 << 10).isEmpty) }
    #expect(taken < .seconds(5))
    #expect(events(text.utf8).last?.hasPrefix("end 1 :a") == true)
  }

  @Test func attributesOfADocumentTypeAreNotTold() throws {
    let reader = try open("<!DOCTYPE a [<!ATTLIST a k CDATA 'v' j NMTOKEN #IMPLIED>]><a j=' x '/>")
    _ = try reader.next()
    #expect(reader.attributes().map(\.name) == ["j"])
    #expect(reader.attribute("j") == "x")
  }

  @Test func manyEqualsSignsInATextAreNoAttributes() throws {
    let root = try tree("<a>" + String(repeating: "=", count: 60_000) + "</a>").root
    #expect(root.text.utf8.count == 60_000)
  }

  @Test func textsAroundChildrenArePutTogether() throws {
    let root = try tree("<a>x<b k='1'>y</b>z<b>w</b> v<c> </c></a>", limits: XMLLimits(documentBytes: 7)).root
    #expect(root.text == "xz v")
    #expect(root.children.map(\.text) == ["y", "w", ""])
    #expect(throws: PasserelleError.self) {
      try tree("<a>x<b k='1'>y</b>z<b>w</b> v</a>", limits: XMLLimits(documentBytes: 6))
    }
  }
}
