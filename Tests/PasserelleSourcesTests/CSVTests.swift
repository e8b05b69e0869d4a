import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("CSV rows")
struct CSVRowTests {
  private func rows(_ text: String, separator: Character = ",", chunk: Int = 4096) -> [[String]] {
    var reader = CSVRowReader(separator: separator.asciiValue ?? 0)
    var result: [[String]] = []
    let take: (CSVRow) -> Bool = { row in
      result.append(
        row.fields.map { String(decoding: $0, as: UTF8.self) }
          + (row.flaw == nil ? [] : ["\(row.flaw, default: "")"]))
      return true
    }
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + chunk)
      bytes[start..<end].withUnsafeBytes { _ = reader.feed($0, take) }
      start = end
    }
    _ = reader.finish(take)
    return result
  }

  @Test(
    "are read after RFC 4180",
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
      ("a\rb", [["a"], ["b"]]), ("\"a,b\",c", [["a,b", "c"]]), ("\"a\"\"b\",\"\"", [["a\"b", ""]]),
      ("\"a\nb\",c\nd,e", [["a\nb", "c"], ["d", "e"]]), ("a\"b,c", [["a\"b", "c"]]), (",", [["", ""]]),
      ("\n\na", [[""], [""], ["a"]]), ("\"a\"x,b", [["ax", "b"]]), ("a,\n", [["a", ""]]),
      ("\"a\r\nb\"\r\nc", [["a\r\nb"], ["c"]]),
    ])
  func grammar(text: String, expected: [[String]]) {
    for chunk in [1, 2, 7, 4096] { #expect(rows(text, chunk: chunk) == expected) }
  }

  @Test("with a quotation mark left open are flagged")
  func openQuote() {
    #expect(rows("a\n\"b\nc").last?.last?.contains("openQuote") == true)
  }
}

@Suite("CSV with a mapping")
struct CSVReaderTests {
  private let mapping = """
    format: passerelle-csv-mapping/1
    source: t
    fields: {id: id, buyerName: b}
    """

  private func make(_ yaml: String) throws -> CSVMapping {
    try CSVMapping(yaml: Array(yaml.utf8), file: "m.yaml")
  }

  @Test(
    "names the key at fault and what is allowed",
    arguments: [
      ("formt: x", "format, source"), ("format: other/1", "passerelle-csv-mapping/1"),
      ("source: t", "format"),
      ("format: passerelle-csv-mapping/1", "source"),
      ("format: passerelle-csv-mapping/1\nsource: Été", "a-z"),
      ("format: passerelle-csv-mapping/1\nsource: t\nencoding: ebcdic", "windows-1252"),
      ("format: passerelle-csv-mapping/1\nsource: t\ndates: yy", "dd/MM/yyyy"),
      ("format: passerelle-csv-mapping/1\nsource: t\nseparator: x", "tab"),
      ("format: passerelle-csv-mapping/1\nsource: t\ndecimal: x", "decimal"),
      ("format: passerelle-csv-mapping/1\nsource: t\ndemonstration: oui", "true"),
      ("format: passerelle-csv-mapping/1\nsource: t\nfields: {ids: a}", "buyerSiret"),
      ("format: passerelle-csv-mapping/1\nsource: t\nfields: {id: [a]}", "id"),
      ("format: passerelle-csv-mapping/1\nsource: t\nfields: {title: a}", "buyerName"),
      ("format: passerelle-csv-mapping/1\nsource: t", "fields"), ("- a", "format"), ("a: [", "YAML"),
    ])
  func invalid(yaml: String, hint: String) {
    do {
      _ = try make(yaml)
      Issue.record("\(yaml) is refused")
    } catch {
      let error = error as? PasserelleError
      #expect(error?.code == .mappingInvalid)
      #expect(error?.message[.english].contains(hint) == true, "\(error?.message[.english] ?? "")")
    }
  }

  @Test("lists the columns found when one is missing")
  func missingColumn() throws {
    let reader = CSVReader(mapping: try make(mapping))
    do {
      _ = try harvest(reader, "id;c\n1;x\n".utf8, file: "t.csv")
      Issue.record("the column b is missing")
    } catch let error as PasserelleError {
      #expect(error.code == .mappingInvalid)
      #expect(error.message[.french].contains("« id », « c »"))
    }
  }

  @Test("suggests a mapping when there is none")
  func suggestion() throws {
    do {
      _ = try harvest(
        CSVReader(), "Identifiant;Objet;Acheteur;Montant\n1;x;y;2\n".utf8, file: "/nowhere/t.csv")
      Issue.record("there is no mapping")
    } catch let error as PasserelleError {
      #expect(error.code == .mappingInvalid)
      let text = error.message[.french]
      #expect(
        text.contains("t.mapping.yaml") && text.contains("title: \"Objet\"")
          && text.contains("id: \"Identifiant\""))
      let sample = text[(text.firstRange(of: "format:")?.lowerBound ?? text.startIndex)...]
      #expect(throws: Never.self) { try make(String(sample)) }
    }
    for headings in [["a", "b\"c"], [], ["x"]] {
      let sample = CSVMapping.suggestion(headings: headings)
      if !headings.isEmpty { #expect(throws: Never.self) { try make(sample) } }
    }
  }

  @Test("finds the separator, skips a mark, counts rows", arguments: [";", ",", "\t", "|"])
  func separators(separator: String) throws {
    let reader = CSVReader(mapping: try make(mapping))
    let text = "\u{FEFF}id|b\n1|Mairie\n2|Ville\n".replacing("|", with: separator)
    let result = try harvest(reader, text.utf8, file: "t.csv")
    #expect(result.records.map(\.key) == ["t/mairie/1", "t/ville/2"])
    #expect(result.records.map(\.location.line) == [2, 3])
    #expect(result.records.map { String(decoding: $0.bytes, as: UTF8.self) }.last == "2\(separator)Ville")
  }

  @Test("has a mapping version that follows the mapping file")
  func version() throws {
    let text = "id;b\n1;Mairie\n"
    let first = try harvest(CSVReader(mapping: try make(mapping)), text.utf8, file: "t.csv").records[0]
      .mappingVersion
    let same = try harvest(CSVReader(mapping: try make(mapping)), text.utf8, file: "u.csv").records[0]
      .mappingVersion
    let other = try harvest(
      CSVReader(mapping: try make(mapping + "\ndecimal: \",\"")), text.utf8, file: "t.csv")
    #expect(first == same)
    #expect(first != other.records[0].mappingVersion)
  }

  @Test("does not depend on the size of the chunks, nor crashes on a cut file")
  func chunks() throws {
    let text = "id;b;x\n1;\"Mai\nrie\";é\n2;Ville;\"\"\"\"\n3;a\n"
    let whole = rendered(try harvest(CSVReader(mapping: try make(mapping)), text.utf8, file: "t.csv"))
    for chunk in [1, 7, 64] {
      let reader = CSVReader(mapping: try make(mapping), limits: JSONLimits(chunkBytes: chunk))
      #expect(rendered(try harvest(reader, text.utf8, file: "t.csv")) == whole)
    }
    let bytes = Array(text.utf8)
    for end in 8..<bytes.count {
      let result = try harvest(CSVReader(mapping: try make(mapping)), bytes[..<end], file: "t.csv")
      #expect(result.items == result.records.count + result.refused.count)
      #expect(result.items <= 3)
    }
    #expect(
      errorCode { _ = try harvest(CSVReader(mapping: try make(mapping)), " \n".utf8, file: "t.csv") }
        == .inputEmpty)
    #expect(
      errorCode { _ = try harvest(CSVReader(mapping: try make(mapping)), "\"id".utf8, file: "t.csv") }
        == .inputUnknownFormat)
    #expect(
      errorCode { _ = try harvest(CSVReader(mapping: try make(mapping)), [0x69, 0xE9, 0x0A], file: "t.csv") }
        == .inputEncoding)
    #expect(
      errorCode {
        _ = try harvest(CSVReader(mapping: try make(mapping)), [0xFF, 0xFE, 0x69, 0], file: "t.csv")
      } == .inputEncoding)
  }
}
