/// Lists of numbers, one after the other in one column.
struct CatalogueLists<Element: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
  let starts: CatalogueColumn<UInt32>
  let values: CatalogueColumn<Element>

  /// The number of lists.
  var count: Int { starts.count - 1 }

  subscript(index: Int) -> CatalogueColumn<Element> {
    values.slice(Int(starts[index]), Int(starts[index + 1]))
  }
}

/// Awards in the order of the catalogue, or another; at most one of them is passed over.
struct AwardList: RandomAccessCollection, Sendable {
  private let awards: CatalogueColumn<Int32>
  /// The place that is passed over; beyond the end for none.
  private let skipped: Int

  init(_ awards: CatalogueColumn<Int32>, skipping place: Int? = nil) {
    self.awards = awards
    skipped = place ?? awards.count
  }

  var startIndex: Int { 0 }
  var endIndex: Int { awards.count - (skipped < awards.count ? 1 : 0) }

  subscript(index: Int) -> Int32 { awards[index < skipped ? index : index + 1] }
}
