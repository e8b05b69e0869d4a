import PasserelleCore
import PasserelleSegments

/// A catalogue as one file of columns, mapped where it lies: kind `CATL` of the segment container.
///
/// Documentation/Formats/catalogue.md describes it.
enum CatalogueFile {
  /// The four letters of the kind.
  static let kind = "CATL"
  /// The version of the format.
  static let version: UInt32 = 1

  /// Writes a catalogue.
  ///
  /// - Parameters:
  ///   - catalogue: The catalogue; an award that it leaves out is written all the same.
  ///   - storage: Where the file is made.
  ///   - name: Its name.
  /// - Throws: ``PasserelleError`` with code `.graphDiskFull` or `.indexInvalid`; then there is no file.
  static func write(_ catalogue: AwardCatalogue, to storage: any SegmentStorage, name: String) throws {
    let writer = try SegmentFileWriter(storage: storage, name: name, kind: kind, version: version)
    let sections = catalogue.sections
    try withExtendedLifetime(sections) {
      for section in CatalogueSections.Name.allCases {
        try writer.beginSection(section.rawValue)
        try writer.append(sections.bytes(section))
        try writer.endSection()
      }
    }
    _ = try writer.finish()
  }

  /// Maps and checks a file; it stays mapped as long as the catalogue is used.
  ///
  /// - Parameters:
  ///   - storage: Where the file is.
  ///   - name: Its name.
  /// - Returns: The catalogue, over the bytes of the file.
  /// - Throws: ``PasserelleError`` with code `.indexInvalid` when it is missing, damaged or of another version.
  /// - Complexity: O(size of the file), near the speed of memory.
  static func open(in storage: any SegmentStorage, name: String) throws -> AwardCatalogue {
    let file = try SegmentFile(storage: storage, name: name, kind: kind, versions: version...version)
    return try AwardCatalogue(
      sections: CatalogueSections(owner: file, damage: { file.damage($0) }) {
        file.section($0.rawValue)
      })
  }
}
