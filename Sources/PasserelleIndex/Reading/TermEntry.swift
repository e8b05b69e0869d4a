/// What the dictionary of one field in one segment says of a term.
struct TermEntry {
  /// How many documents of the segment hold it.
  var documentFrequency: Int
  /// How often it occurs in them.
  var occurrences: Int
  /// The bound of its whole list (see "Bound" of the format).
  var bound: UInt8
  /// Its only document, where there is one only.
  var document: UInt32
  /// Where its postings stand in the section; empty where there is one document only.
  var postings: Range<Int>
  /// Where its positions stand in the section.
  var positions: Range<Int>
}
