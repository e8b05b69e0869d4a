import PasserelleCore
import PasserelleXML
import Testing

@Suite("The reader of XML documents")
struct XMLDocumentReaderTests {
  @Test func aDocumentComesWithItsBytes() throws {
    let text = "<?xml version='1.0'?>\n<a>\n <b>é</b>\n</a>\n"
    guard case .record(let record) = try read(text.utf8) else {
      Issue.record("refused")
      return
    }
    #expect(record.bytes == Array(text.utf8))
    #expect(record.tree.root.first("b")?.text == "é")
    #expect(record.location == SourceLocation(file: "t.xml", record: 1, line: 1, byteOffset: 0))
  }

  /// What is beyond the bounds of libxml2 is too large, not malformed.
  @Test func longTextsAndAttributesAreTooLarge() throws {
    let long = String(repeating: "b", count: 11_000_000)
    let limits = XMLLimits(documentBytes: 64 << 20)
    for text in ["<a b='\(long)'/>", "<a>\(long)</a>"] {
      let found = refusal(try read(text.utf8, limits: limits))
      #expect(found?.code == .xmlTooLarge)
    }
  }

  /// Each attribute is compared with all before it: a tag of a megabyte would take a minute.
  @Test(arguments: ["", ">"]) func manyAttributesAreRefusedBeforeTheyAreRead(value: String) throws {
    let attributes = (0..<60_000).map { " a\($0)='\(value)'" }.joined()
    #expect(refusal(try read("<a\(attributes)/>".utf8))?.code == .xmlTooLarge)
    let some = (0..<1000).map { " a\($0)='\(value)'" }.joined()
    #expect(refusal(try read("<a>\(String(repeating: "<b\(some)/>", count: 30))</a>".utf8)) == nil)
  }

  /// Nothing is included: the element stays what it is.
  @Test func inclusionsAreNotFollowed() throws {
    let text =
      "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/passwd' parse='text'/></a>"
    guard case .record(let record) = try read(text.utf8) else {
      Issue.record("refused")
      return
    }
    #expect(record.tree.root.text.isEmpty && record.tree.root.children.map(\.name) == ["include"])
  }

  @Test func theEncodingDeclaredIsBelieved() throws {
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in "<a>é</a>".utf16 { utf16 += [UInt8(unit & 255), UInt8(unit >> 8)] }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("<a>é</a>".utf8)
    for bytes in [latin, utf16, marked] {
      guard case .record(let record) = try read(bytes) else {
        Issue.record("refused")
        continue
      }
      #expect(record.tree.root.text == "é")
      #expect(record.bytes == bytes)
    }
    let wrong = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>".utf8)
    guard case .record(let record) = try read(wrong, encoding: "UTF-8") else {
      Issue.record("refused")
      return
    }
    #expect(record.tree.root.text == "é")
  }

  @Test func whatIsNotUTF8IsRefused() throws {
    let bytes = Array("<a>\n".utf8) + [0xE9, 0x20] + Array("</a>".utf8)
    let found = refusal(try read(bytes))
    #expect(found?.code == .xmlMalformed)
    #expect(found?.bytes == bytes.count)
  }

  @Test func malformedTextIsRefusedWhole() throws {
    let text = "<a>\n <b>\n</a>" + String(repeating: " ", count: 20_000)
    let found = refusal(try read(text.utf8))
    #expect(found?.code == .xmlMalformed)
    #expect(found?.line == 3)
    #expect(found?.bytes == text.utf8.count)
    #expect(found?.code.reason.french.contains("ligne 3, colonne") == true)
  }

  @Test func aLongDocumentIsRefusedWithItsBeginning() throws {
    let text = "<a>" + String(repeating: "mot ", count: 10_000) + "</a>"
    let found = refusal(try read(text.utf8, limits: XMLLimits(documentBytes: 1000)))
    #expect(found?.code == .xmlTooLarge)
    #expect(found?.bytes == 1000)
    #expect(refusal(try read(text.utf8, limits: XMLLimits(documentBytes: text.utf8.count))) == nil)
  }

  @Test func deepDocumentsAreRefused() throws {
    let text = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(refusal(try read(text.utf8))?.code == .xmlTooDeep)
    #expect(refusal(try read(text.utf8, limits: XMLLimits(depth: 1000)))?.code == .xmlTooDeep)
  }

  /// A bomb in text, one in an attribute, a file on this machine, one on the network.
  @Test(arguments: [
    #"<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>"#,
    #"<!DOCTYPE a [<!ENTITY b "x">]><a k="&b;"/>"#,
    #"<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>"#,
    #"<!DOCTYPE a [<!ENTITY % b SYSTEM "http://192.0.2.1/x.dtd"> %b;]><a/>"#,
  ])
  func entitiesAreRefused(text: String) throws {
    #expect(refusal(try read(text.utf8))?.code == .xmlEntity)
  }

  @Test func bombsEndSoon() throws {
    var bomb = "<!DOCTYPE a [<!ENTITY e0 \"0123456789\">"
    for level in 1...12 {
      bomb += "<!ENTITY e\(level) \"" + String(repeating: "&e\(level - 1);", count: 10) + "\">"
    }
    #expect(refusal(try read((bomb + "]><a>&e12;</a>").utf8)) != nil)
    #expect(refusal(try read((bomb + "]><a k='&e12;'/>").utf8)) != nil)
  }

  @Test func anExternalDocumentTypeIsNotFetched() throws {
    let text = #"<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd"><a>x</a>"#
    guard case .record(let record) = try read(text.utf8) else {
      Issue.record("refused")
      return
    }
    #expect(record.tree.root.text == "x")
  }

  @Test(arguments: ["", " ", "\n\t \r\n", String(repeating: " ", count: 10_000)])
  func nothingIsAnEmptyInput(text: String) {
    let error = #expect(throws: PasserelleError.self) { try read(text.utf8) }
    #expect(error?.code == .inputEmpty)
  }

  @Test(arguments: ["<?xml version='1.0'?>", "<!-- x -->", "x", "\u{FEFF}"])
  func noElementIsMalformed(text: String) throws {
    #expect(refusal(try read(text.utf8))?.code == .xmlMalformed)
  }

  @Test func everyPrefixOfADocumentIsReadOrRefused() throws {
    let bytes = Array(XMLPullReaderTests.sample.utf8)
    for count in 1..<bytes.count {
      let item = Result { try read(bytes.prefix(count)) }
      switch item {
      case .success(let item): #expect(refusal(item) != nil || count == bytes.count, "\(count)")
      case .failure(let error): #expect((error as? PasserelleError)?.code == .inputEmpty, "\(count)")
      }
    }
  }

  /// Bytes changed at random positions never end the process.
  @Test func damagedDocumentsAreReadOrRefused() throws {
    let bytes = Array(XMLPullReaderTests.sample.utf8)
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var outcomes = 0
    for _ in 0..<400 {
      var damaged = bytes
      for _ in 0...random(4) { damaged[random(damaged.count)] = UInt8(random(256)) }
      let item = Result { try read(damaged) }
      if case .success(let item) = item, case .record(let record) = item {
        outcomes += written(record.tree.root).isEmpty ? 0 : 1
      } else {
        outcomes += 1
      }
    }
    #expect(outcomes == 400)
  }

  @Test func everyCodeHasBothLanguages() {
    for code in DiagnosticCode.allXML {
      #expect(code.severity == .error)
      #expect(code.reason.french != code.reason.english && code.remedy.french != code.remedy.english)
    }
  }
}
