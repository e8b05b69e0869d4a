import Foundation
import PasserelleCore
import Testing

@testable import PasserelleSources

/// The composed sheets of the demonstration corpus are sound, marked, and about nobody who exists.
@Suite struct ProfileDemonstrationTests {
  private static let corpus = (casesFolder as NSString).deletingLastPathComponent + "/Demonstration/"
  static let folders: [(String, DeclarationKind, least: Int)] = [
    ("profiles", .profile, 9), ("evaluations", .evaluation, 8), ("sheets", .sheet, 7),
  ]

  private func read(_ folder: String, _ kind: DeclarationKind) throws -> [MappedRecord] {
    var records: [MappedRecord] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.corpus + folder).sorted() {
      let path = Self.corpus + folder + "/" + name
      let head = try Array(Data(contentsOf: URL(fileURLWithPath: path)).prefix(4096))
      #expect(DeclarationKind.detect(firstBytes: head) == kind, "\(name)")
      var source: any ByteSource = try FileByteSource(path: path)
      let found = try harvest(DeclarationReader(kind), &source, file: path)
      #expect(found.refused.isEmpty, "\(name)")
      records += found.mapped
    }
    return records
  }

  @Test func theSheetsAreSoundMarkedAndFictitious() throws {
    for (folder, kind, least) in Self.folders {
      let records = try read(folder, kind)
      #expect(records.count >= least)
      for record in records {
        #expect(record.isDemonstration, "\(record.subject)")
        let codes = Set(record.diagnostics.map(\.code.name)).subtracting([
          "company.noNumber", "sheet.noProvider",
        ])
        #expect(codes.isEmpty, "\(record.subject) \(codes)")
        for number in record.values(Vocabulary.siren) + record.values(Vocabulary.siret) {
          #expect(number.hasPrefix("999"), "\(number)")
        }
      }
    }
  }

  @Test func fourVendorsHaveAProfileAndNoAward() throws {
    let awards = try ["awards-2019.json", "awards-csv/contrats.csv"].map {
      try String(contentsOfFile: Self.corpus + $0, encoding: .utf8)
    }.joined()
    let newcomers = try read("profiles", .profile).flatMap { $0.values(Vocabulary.siren) }
      .filter { !awards.contains($0) }
    #expect(newcomers.count == 4)
  }

  @Test func evaluationsAreOfAwardsOfTheCorpus() throws {
    let awards = try String(contentsOfFile: Self.corpus + "awards-2019.json", encoding: .utf8)
    for record in try read("evaluations", .evaluation) {
      let contract = try #require(record.values(Vocabulary.evaluatedContract).first)
      let number = contract.split(separator: "/").last.map(String.init) ?? ""
      #expect(awards.contains("\"\(number)\""), "\(contract)")
    }
  }
}
