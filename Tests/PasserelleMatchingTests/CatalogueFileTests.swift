import Foundation
import PasserelleCore
import PasserelleSegments
import PasserelleTestSupport
import Testing

@testable import PasserelleMatching

@Suite struct CatalogueFileTests {
  private static func builder(awards: Int = 60) -> AwardCatalogue.Builder {
    var builder = AwardCatalogue.Builder()
    for vendor in 0..<7 {
      builder.addVendor(
        iri: "https://passerelle.example/id/siren/\(vendor)", name: "Société n° \(vendor)",
        document: vendor == 3 ? nil : 1 << 40 + Int64(vendor),
        profile: vendor == 5 ? VendorProfile(places: [MatchPlace(coarse: "69")], labels: ["Label"]) : nil)
    }
    for award in 0..<awards {
      builder.addAward(
        document: Int64(award * 3), vendors: [award % 7, award % 4],
        buyer: award % 5 == 0 ? nil : "acheteur \(award % 3)",
        cpv: CPVCode(digits: "4521\(1000 + award % 11)"),
        place: award % 2 == 0 ? MatchPlace(coarse: "13", fine: "13055") : nil,
        date: PartialDate(year: 2019, month: 1 + award % 12))
    }
    return builder
  }

  /// What a catalogue says of everything in it.
  private func contents(_ catalogue: AwardCatalogue) -> [String] {
    var lines = ["\(catalogue.awardCount) \(catalogue.vendorCount) \(catalogue.buyerCount)"]
    for vendor in 0..<catalogue.vendorCount {
      lines.append(
        "\(catalogue.iri(ofVendor: vendor)) \(catalogue.name(ofVendor: vendor)) "
          + "\(catalogue.documents(ofVendor: vendor)) \(String(describing: catalogue.profile(ofVendor: vendor)))"
      )
    }
    for document in 0..<200 {
      lines.append(
        "\(catalogue.vendors(ofDocument: Int64(document))) "
          + "\(String(describing: catalogue.date(ofDocument: Int64(document))))")
    }
    return lines
  }

  @Test func aMappedCatalogueIsTheOneThatWasWritten() throws {
    let folder = try TemporaryFolder()
    let storage = try FolderStorage(path: folder.path("catalogue"))
    let made = Self.builder().build()
    try CatalogueFile.write(made, to: storage, name: "1.seg")
    try CatalogueFile.write(made.excluding(document: 3), to: storage, name: "2.seg")
    let opened = try CatalogueFile.open(in: storage, name: "1.seg")
    #expect(contents(opened) == contents(made))
    #expect(contents(opened.excluding(document: 6)) == contents(made.excluding(document: 6)))
    #expect(contents(opened.excluding(document: 6)) != contents(made))
    #expect(try storage.map("1.seg").contents() == storage.map("2.seg").contents())
  }

  /// The bytes outlive every value but the catalogue, and the file's name.
  @Test func theFileStaysMappedWhileItIsUsed() throws {
    let folder = try TemporaryFolder()
    let storage = try FolderStorage(path: folder.path("catalogue"))
    try CatalogueFile.write(Self.builder().build(), to: storage, name: "1.seg")
    let opened = try CatalogueFile.open(in: storage, name: "1.seg")
    try storage.remove("1.seg")
    #expect(contents(opened) == contents(Self.builder().build()))
  }

  @Test func anyDamageIsAnError() throws {
    let storage = MemoryStorage()
    try CatalogueFile.write(Self.builder(awards: 9).build(), to: storage, name: "1.seg")
    let whole = try storage.map("1.seg").contents()
    var accepted: [String] = []
    func expectRefused(_ bytes: [UInt8], _ what: String) throws {
      try storage.replace("2.seg", with: bytes)
      let found = code { _ = try CatalogueFile.open(in: storage, name: "2.seg") }
      if found != .indexInvalid { accepted.append(what) }
    }
    for place in stride(from: 0, to: whole.count, by: 41) {
      var bytes = whole
      bytes[place] ^= 0x10
      try expectRefused(bytes, "byte \(place)")
    }
    for length in stride(from: 0, to: whole.count, by: 401) {
      try expectRefused(Array(whole.prefix(length)), "length \(length)")
    }
    #expect(accepted == [])
    #expect(code { _ = try CatalogueFile.open(in: storage, name: "3.seg") } == .indexInvalid)
  }

  /// A container that holds together, with a section that does not agree with the others.
  @Test func sectionsThatDisagreeAreRefusedByName() throws {
    let storage = MemoryStorage()
    let sections = Self.builder().build().sections
    let writer = try SegmentFileWriter(
      storage: storage, name: "1.seg", kind: CatalogueFile.kind, version: CatalogueFile.version)
    for name in CatalogueSections.Name.allCases {
      var bytes = withExtendedLifetime(sections) { Array(sections.bytes(name)) }
      if name == .awardVendors { bytes[0] = 200 }
      try writer.section(name.rawValue, bytes)
    }
    _ = try writer.finish()
    var message = ""
    do {
      _ = try CatalogueFile.open(in: storage, name: "1.seg")
    } catch {
      message = "\(error)"
    }
    #expect(message.contains("1.seg"))
    #expect(message.contains("section \(CatalogueSections.Name.awardVendors.rawValue)"))
  }

  @Test func theFolderHoldsOneCatalogueOfOneState() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("catalogue")
    let files = CatalogueFolder(storage: try FolderStorage(path: path), identity: "1")
    #expect(files.catalogue(at: 0) == nil)
    let first = Self.builder(awards: 10).build()
    let isFirst = try files.replace(with: first, at: 7)
    #expect(isFirst)
    let mapped = try #require(files.catalogue(at: 7))
    #expect(files.catalogue(at: 6) == nil)
    #expect(files.catalogue(at: 8) == nil)
    let other = CatalogueFolder(storage: try FolderStorage(path: path), identity: "2")
    #expect(other.catalogue(at: 7) == nil)
    let isSecond = try files.replace(with: Self.builder(awards: 20).build(), at: 9)
    #expect(isSecond)
    #expect(files.catalogue(at: 7) == nil)
    #expect(files.catalogue(at: 9)?.awardCount == 20)
    #expect(contents(mapped) == contents(first), "who has the former one keeps it")
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(names.filter { $0.hasSuffix(".seg") }.count == 1)
    try files.remove()
    #expect(files.catalogue(at: 9) == nil)
  }

  @Test func aLockedFolderIsLeftAsItIs() throws {
    let folder = try TemporaryFolder()
    let storage = try FolderStorage(path: folder.path("catalogue"))
    let files = CatalogueFolder(storage: storage, identity: "1")
    let lock = try storage.lock("write.lock")
    let isWritten = try withExtendedLifetime(lock) {
      try files.replace(with: Self.builder().build(), at: 1)
    }
    #expect(!isWritten)
    #expect(files.catalogue(at: 1) == nil)
  }

  /// Whatever fails, and whenever: the catalogue before is in place, or the new one.
  @Test func aFailedWriteLeavesAWholeCatalogue() throws {
    func attempt(_ failure: FailingStorage.Failure) throws -> (storage: FailingStorage, base: MemoryStorage) {
      let base = MemoryStorage()
      let first = CatalogueFolder(storage: base, identity: "1")
      _ = try first.replace(with: Self.builder(awards: 10).build(), at: 7)
      let storage = FailingStorage(base, failure)
      let files = CatalogueFolder(storage: storage, identity: "1")
      _ = try? files.replace(with: Self.builder(awards: 20).build(), at: 8)
      return (storage, base)
    }
    let count = try attempt(.none).storage.operations
    #expect(count > 4)
    var lost: [String] = []
    for place in 1...count {
      for failure in [FailingStorage.Failure.diskFull(at: place), .crash(at: place), .tornCrash(at: place)] {
        let files = CatalogueFolder(storage: try attempt(failure).base, identity: "1")
        let counts = [files.catalogue(at: 7)?.awardCount, files.catalogue(at: 8)?.awardCount]
        if counts != [10, nil], counts != [nil, 20] { lost.append("\(failure): \(counts)") }
        _ = try files.replace(with: Self.builder(awards: 30).build(), at: 9)
        if files.catalogue(at: 9)?.awardCount != 30 { lost.append("\(failure): not written after") }
      }
    }
    #expect(lost == [])
  }
}

/// The code of the error that a body throws; nil when it throws none, or another one.
private func code(_ body: () throws -> Void) -> PasserelleError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? PasserelleError)?.code
  }
}
