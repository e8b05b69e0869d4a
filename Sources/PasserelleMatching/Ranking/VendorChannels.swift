import PasserelleCore

/// All that the channels say of the vendors of one answer.
struct VendorChannels {
  var slots: VendorSlots
  // Past awards near the need.
  var mix: VendorChannel
  var words: VendorChannel
  var grams: VendorChannel
  var codes: VendorChannel
  /// Words and codes in one sum.
  var bag: VendorChannel
  /// Words of the need and of its nearest awards.
  var expanded: VendorChannel
  /// The parts of the awards with a word that each vendor holds, for the rarest words of the need.
  var votes: VendorChannel
  /// The mix, times nearness in space.
  var geo: VendorChannel
  /// Codes, times nearness in space, over the whole division.
  var field: VendorChannel
  // Buyers.
  var walk: VendorChannel
  var sameBuyer: VendorChannel
  var client: VendorChannel
  var likeBuyer: VendorChannel
  /// The likeness of each buyer's name with that of the need's buyer, 0 to 1, by the catalogue's buyers.
  var likenessOfBuyer: [Float] = []
  // The vendor's own documents.
  var profile: VendorChannel
  var name: VendorChannel
  var kinName: VendorChannel
  /// The code groups that the texts of the nearest awards point to, with their parts.
  var guessedGroups: [(group: UInt32, part: Float)] = []

  init(slots: VendorSlots) {
    self.slots = slots
    let empty = VendorChannel(slots: slots.count)
    (mix, words, grams, codes, bag, expanded) = (empty, empty, empty, empty, empty, empty)
    (geo, field, walk, sameBuyer, client, likeBuyer) = (empty, empty, empty, empty, empty, empty)
    (profile, name, kinName, votes) = (empty, empty, empty, empty)
  }
}
