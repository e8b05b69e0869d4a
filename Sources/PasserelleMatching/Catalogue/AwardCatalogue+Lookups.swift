/// Lookups by subscript.
extension AwardCatalogue {
  /// From something to its number.
  struct Lookup<Key> {
    let find: (Key) -> Int32?

    subscript(key: Key) -> Int32? { find(key) }
  }

  /// Lists of awards as slices of arrays.
  struct Slices: Sendable {
    let lists: Lists

    subscript(index: Int32) -> ArraySlice<Int32> { ArraySlice(lists[index]) }
  }

  /// What vendors declare, by vendor; goes through them in ascending order.
  struct Profiles: Sequence {
    let catalogue: AwardCatalogue

    subscript(vendor: Int32) -> VendorProfile? { catalogue.profile(ofVendor: vendor) }

    func makeIterator() -> AnyIterator<(key: Int32, value: VendorProfile)> {
      var vendors = catalogue.declaredVendors.makeIterator()
      return AnyIterator {
        while let vendor = vendors.next() {
          if let profile = catalogue.profile(ofVendor: vendor) { return (vendor, profile) }
        }
        return nil
      }
    }
  }

  /// The award of a document.
  var awardOfDocument: Lookup<Int64> { Lookup { award(ofDocument: $0) } }
  /// The vendor of a profile document.
  var vendorOfDocument: Lookup<Int64> { Lookup { vendor(ofDocument: $0) } }
  /// The buyer of an identifier.
  var buyers: Lookup<String> { Lookup { buyer($0) } }
  /// What vendors declare.
  var profiles: Profiles { Profiles(catalogue: self) }
}
