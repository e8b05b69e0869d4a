/// What the dictionary of one field in one segment says of a term.
struct TermEntry: BitwiseCopyable {
  /// How many documents of the segment hold it.
  let documentFrequency: Int
  /// How often it occurs in them.
  let occurrences: Int
  /// The bound of its whole list (see "Bound" of the format).
  let bound: UInt8
  /// Its only document, where there is one only.
  let document: UInt32
  private let firstPosting: Int
  private let endOfPostings: Int
  private let firstPosition: Int
  private let endOfPositions: Int

  /// Makes an entry.
  init(
    documentFrequency: Int, occurrences: Int, bound: UInt8, document: UInt32, postings: Range<Int>,
    positions: Range<Int>
  ) {
    self.documentFrequency = documentFrequency
    self.occurrences = occurrences
    self.bound = bound
    self.document = document
    (firstPosting, endOfPostings) = (postings.lowerBound, postings.upperBound)
    (firstPosition, endOfPositions) = (positions.lowerBound, positions.upperBound)
  }

  /// Where its postings stand in the section; empty where there is one document only.
  var postings: Range<Int> { Range(uncheckedBounds: (firstPosting, endOfPostings)) }

  /// Where its positions stand in the section.
  var positions: Range<Int> { Range(uncheckedBounds: (firstPosition, endOfPositions)) }

  /// What stands for a term that does not occur.
  static let none = TermEntry(
    documentFrequency: 0, occurrences: 0, bound: 0, document: 0, postings: 0..<0, positions: 0..<0)
}
