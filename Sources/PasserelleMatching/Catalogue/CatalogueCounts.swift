/// How many rows the columns of each kind of thing have.
struct CatalogueCounts: Sendable, Equatable {
  var awards = 0
  var vendors = 0
  var buyers = 0
  var places = 0
  var departments = 0
  var profiles = 0

  var list: [Int] { [awards, vendors, buyers, places, departments, profiles] }

  init() {}

  /// Reads counts as ``list`` gives them; nil for another number of them, or one that is out of range.
  init?(_ list: [Int]) {
    guard list.count == 6, list.allSatisfy({ $0 >= 0 && $0 < Int(Int32.max) }) else { return nil }
    (awards, vendors, buyers) = (list[0], list[1], list[2])
    (places, departments, profiles) = (list[3], list[4], list[5])
  }
}
