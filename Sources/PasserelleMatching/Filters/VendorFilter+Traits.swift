public import PasserelleCore

extension VendorFilter {
  /// What is known of a vendor that filters ask about.
  public struct Traits: Sendable, Hashable {
    /// The coarse places where it has worked or declares to work.
    public var places: Set<String>
    /// The CPV codes of its awards and of its declaration, eight digits each.
    public var codes: Set<String>
    /// The size class that it declares.
    public var size: VendorProfile.Size?
    /// The attributes of sovereignty that it declares; nil where it has declared nothing at all.
    public var sovereignty: [VendorProfile.Sovereignty]?
    /// The latest date of an award.
    public var latestAward: PartialDate?

    /// Makes traits.
    public init(
      places: Set<String> = [], codes: Set<String> = [], size: VendorProfile.Size? = nil,
      sovereignty: [VendorProfile.Sovereignty]? = nil, latestAward: PartialDate? = nil
    ) {
      self.places = places
      self.codes = codes
      self.size = size
      self.sovereignty = sovereignty
      self.latestAward = latestAward
    }
  }
}
