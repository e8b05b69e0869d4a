import Foundation
import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Profiles, evaluations and action sheets")
struct ProfileGoldenTests {
  static let cases: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: casesFolder + "/profiles")) ?? []
    return names.filter { !$0.hasSuffix(".expected") }.sorted()
  }()

  private func kind(_ name: String) -> DeclarationKind {
    name.hasPrefix("evaluation")
      ? .evaluation : name.hasPrefix("sheet") || name.hasPrefix("fiche") ? .sheet : .profile
  }

  private func read(_ name: String) throws -> Harvest {
    let path = casesFolder + "/profiles/" + name
    var source: any ByteSource = try FileByteSource(path: path)
    return try harvest(DeclarationReader(kind(name)), &source, file: path)
  }

  @Test("give the statements and diagnostics on file", arguments: cases)
  func golden(name: String) throws {
    try expectGolden(rendered(try read(name)), of: casesFolder + "/profiles/" + name)
  }

  @Test("reach each diagnostic code")
  func reachable() throws {
    var reached: Set<String> = []
    for name in Self.cases { reached.formUnion(try read(name).codes) }
    let missing = Set(DiagnosticCode.allProfiles.map(\.name)).subtracting(reached)
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  @Test("keep nothing of a person, in no statement and no diagnostic")
  func privacy() throws {
    var text = ""
    for name in Self.cases {
      let found = try read(name)
      for record in found.records { text += record.key + "\n" }
      for mapped in found.mapped {
        for statement in mapped.statements.statements {
          text += (statement.object.lexicalForm ?? statement.object.iriValue ?? "") + "\n"
        }
        for one in mapped.diagnostics {
          text += [one.value, one.replacement].compactMap { $0 }.joined() + "\n"
        }
      }
      for one in found.refused.flatMap(\.diagnostics) { text += (one.value ?? "") + "\n" }
    }
    #expect(text.contains("Lumières du Vercors SAS"))
    for person in [
      "Jean Dupont", "jean.dupont", "Jeanne Martin", "jeanne.martin", "Claire Martin", "Jean Martin",
    ] {
      #expect(!text.contains(person), "\(person)")
    }
    #expect(!text.contains("04 76 00 00 00") && !text.contains("0476000000"))
  }

  @Test("are told by their first bytes")
  func detection() throws {
    // A table with a column that the format does not have is not taken from those that read with a mapping.
    for name in Self.cases {
      let path = casesFolder + "/profiles/" + name
      let head = try Array(Data(contentsOf: URL(fileURLWithPath: path)).prefix(4096))
      #expect(
        DeclarationKind.detect(firstBytes: head) == (name == "profils.csv" ? nil : kind(name)), "\(name)")
    }
    let bomAndLines = [0xEF, 0xBB, 0xBF] + Array("\n{\"format\":\"passerelle-action-sheet/1\"}".utf8)
    #expect(DeclarationKind.detect(firstBytes: bomAndLines) == .sheet)
    let latin = Array("Nom;SIRET;Pr".utf8) + [0xE9] + Array("sentation\nX;1;y\n".utf8)
    #expect(DeclarationKind.detect(firstBytes: latin) == nil)
    #expect(DeclarationKind.detect(firstBytes: latin, encoding: .windows1252) == .profile)
    for other in [
      "Numéro;Objet;SIRET acheteur;Titulaire\n", "{\"marches\":[]}", "", "# Titre\n", "Nom;SIRET\n",
    ] {
      #expect(DeclarationKind.detect(firstBytes: Array(other.utf8)) == nil, "\(other)")
    }
  }

  @Test("one object, an array and lines are the same")
  func layouts() throws {
    let object = #"{"identifier":"99979566900012","name":"Lumières SAS","cpv":["50232100"]}"#
    let pretty = object.replacing(",", with: ",\n ")
    let texts = [object, pretty, "[\(object)]", object + "\n" + object, "\n\n" + pretty + "\n"]
    var counts: [Int] = []
    for text in texts {
      let found = try harvest(DeclarationReader(.profile), text.utf8, file: "p.json")
      counts.append(found.records.count)
      #expect(found.refused.isEmpty)
      #expect(found.mapped.allSatisfy { $0.values(Vocabulary.offersCategory).count == 1 })
    }
    #expect(counts == [1, 1, 1, 2, 1])
  }

  @Test("what is no sheet stops with a message")
  func errors() {
    func code(_ text: String) -> PasserelleError.Code? {
      errorCode { _ = try harvest(DeclarationReader(.profile), text.utf8, file: "p") }
    }
    #expect(code("") == .inputEmpty)
    #expect(code(" \n ") == .inputEmpty)
    #expect(code("{\n \"name\": ") == .jsonMalformed)
    #expect(code("a;b\n1;2\n") == .inputUnknownFormat)
  }

  @Test("a broken row costs itself")
  func rows() throws {
    let text = "Nom;SIRET;CPV\nA SAS;99979566900012;45\nB;1\n\"C;2;3"
    let found = try harvest(DeclarationReader(.profile), text.utf8, file: "p.csv")
    #expect(found.records.map(\.key) == ["siren:999795669"])
    #expect(found.codes.prefix(2) == ["csv.columnCount", "csv.quote"])
  }

  @Test("codes have a name of their own, a reason and a remedy in both languages")
  func complete() {
    let codes = DiagnosticCode.allProfiles
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes {
      #expect(MessageLanguage.allCases.allSatisfy { !code.reason[$0].isEmpty && !code.remedy[$0].isEmpty })
      #expect(code.reason[.french] != code.reason[.english], "\(code.name)")
    }
  }
}
