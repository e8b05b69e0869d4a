import PasserelleCore

/// The bytes of a catalogue by section, in memory or in a mapped file; immutable, for any thread.
///
/// Sections hold whole numbers, low bytes first, or texts in UTF-8. An ``AwardCatalogue`` reads them where they lie.
final class CatalogueSections: @unchecked Sendable {
  // All that it holds is made in `init`, never changed, and released in `deinit`.

  /// What a section holds; the raw value is its number in files and never means another thing.
  enum Name: UInt32, CaseIterable, Sendable {
    /// How many awards, vendors, buyers, places, departments and profiles there are.
    case counts = 1
    /// For each award its document.
    case awardDocuments = 10
    /// For each award the CPV code as a number, 0 for none.
    case awardCodes
    /// For each award its place, -1 for none.
    case awardPlaces
    /// For each award its buyer, -1 for none.
    case awardBuyers
    /// For each award its date, packed.
    case awardDates
    /// Where each award's winners start.
    case awardVendorStarts
    /// The winners of the awards.
    case awardVendors
    /// Awards with a code, by code then award.
    case codeOrder
    /// Hash table from documents to awards.
    case awardTable
    /// For each vendor its profile document, -1 for none.
    case vendorDocuments = 30
    /// Hash table from documents to vendors.
    case vendorTable
    /// Where each vendor's awards start.
    case vendorAwardStarts
    /// The awards of the vendors.
    case vendorAwards
    /// Vendors by IRI.
    case vendorOrder
    /// For each vendor its declared profile, -1 for none.
    case vendorProfiles
    /// Where each vendor's IRI starts.
    case vendorIRIStarts
    /// The IRIs of the vendors.
    case vendorIRIs
    /// Where each vendor's name starts.
    case vendorNameStarts
    /// The names of the vendors.
    case vendorNames
    /// Where each buyer's awards start.
    case buyerAwardStarts = 50
    /// The awards of the buyers.
    case buyerAwards
    /// Where each buyer's identifier starts.
    case buyerStarts
    /// The identifiers of the buyers, ascending.
    case buyers
    /// For each place its department or district.
    case placeDepartments = 60
    /// Where each place's fine code starts.
    case placeStarts
    /// The fine codes of the places, empty for none.
    case places
    /// Where each department's code starts.
    case departmentStarts
    /// The codes of departments and districts.
    case departments
    /// Vendors that declare a profile, ascending.
    case profileVendors = 70
    /// Where each profile's CPV codes start.
    case profileCodeStarts
    /// The CPV codes of the profiles.
    case profileCodes
    /// Where each profile's places start.
    case profilePlaceStarts
    /// The places of the profiles.
    case profilePlaces
    /// For each profile the date of foundation, packed.
    case profileFounded
    /// Where each profile's texts start in the list of texts.
    case profileTextLists
    /// Where each text of a profile starts.
    case profileTextStarts
    /// The texts of the profiles.
    case profileTexts
  }

  private let parts: [UInt32: UnsafeRawBufferPointer]
  private let owner: (any Sendable)?
  private let memory: UnsafeMutableRawBufferPointer?
  /// Makes the error of contents that do not hold.
  let damage: @Sendable (LocalizedText) -> PasserelleError

  /// Takes sections that lie in memory of another owner, such as a mapped file.
  ///
  /// - Parameters:
  ///   - owner: What keeps the bytes in place and unchanged as long as it lives.
  ///   - damage: Makes the error of contents that do not hold.
  ///   - section: The bytes of each section; empty for one that is missing. They start at multiples of 8 bytes.
  init(
    owner: any Sendable, damage: @escaping @Sendable (LocalizedText) -> PasserelleError,
    section: (Name) -> UnsafeRawBufferPointer
  ) {
    self.owner = owner
    self.damage = damage
    memory = nil
    parts = Dictionary(uniqueKeysWithValues: Name.allCases.map { ($0.rawValue, section($0)) })
  }

  /// Copies sections.
  init(_ contents: [(name: Name, bytes: [UInt8])]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: contents.reduce(0) { $0 + Self.aligned($1.bytes.count) }, alignment: Self.alignment)
    var parts: [UInt32: UnsafeRawBufferPointer] = [:]
    var offset = 0
    for (name, bytes) in contents {
      let part = UnsafeMutableRawBufferPointer(rebasing: memory[offset..<(offset + bytes.count)])
      part.copyBytes(from: bytes)
      parts[name.rawValue] = UnsafeRawBufferPointer(part)
      offset += Self.aligned(bytes.count)
    }
    self.parts = parts
    self.memory = memory
    owner = nil
    damage = { PasserelleError(.indexInvalid, $0) }
  }

  deinit { memory?.deallocate() }

  /// The bytes of a section, valid as long as this value lives.
  func bytes(_ name: Name) -> UnsafeRawBufferPointer {
    parts[name.rawValue] ?? UnsafeRawBufferPointer(start: nil, count: 0)
  }

  private static let alignment = 64

  private static func aligned(_ count: Int) -> Int { (count + alignment - 1) / alignment * alignment }
}
