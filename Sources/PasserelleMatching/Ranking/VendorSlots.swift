/// The vendors of an answer, numbered in the order in which they were met.
struct VendorSlots {
  /// The vendors, as the catalogue numbers them.
  private(set) var vendors: [Int32] = []
  private var slotOfVendor: [Int32]

  init(vendorCount: Int) { slotOfVendor = [Int32](repeating: -1, count: vendorCount) }

  var count: Int { vendors.count }

  /// Numbers a vendor that has no slot yet.
  mutating func insert(_ vendor: Int32) {
    guard slotOfVendor[Int(vendor)] < 0 else { return }
    slotOfVendor[Int(vendor)] = Int32(vendors.count)
    vendors.append(vendor)
  }

  /// The slot of a vendor; nil for one that was not met.
  func find(_ vendor: Int32) -> Int? {
    let slot = slotOfVendor[Int(vendor)]
    return slot < 0 ? nil : Int(slot)
  }
}
