public import PasserelleCore

/// The entries of a code list that lie elsewhere, such as in a mapped file, sorted by code.
///
/// Ranks count from 0 and are those of the codes in ascending order of their bytes.
public protocol ReferenceEntries: Sendable {
  /// How many codes there are.
  var count: Int { get }

  /// The whole entry of a rank.
  func entry(at rank: Int) -> CodeList.Entry

  /// The name of a rank, without the rest.
  func label(at rank: Int) -> LocalizedText

  /// The name of a rank in any language (ISO 639-1, such as `pt`); nil where the list has none.
  func label(at rank: Int, language: String) -> String?

  /// Where a rank is.
  func point(at rank: Int) -> GeographicPoint?

  /// The rank of a code.
  ///
  /// - Complexity: O(log *n*).
  func rank(ofCode code: String) -> Int?

  /// The ranks that a folded wording may mean, ascending.
  ///
  /// - Complexity: O(log *n*) and the entries found.
  func ranks(writtenAs folded: String) -> [Int]
}

extension CodeList {
  /// The entries of a list, in order, made when they are asked for where they lie in a file.
  public struct Entries: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable, Hashable {
    private let held: [Entry]
    /// The entries that lie elsewhere; nil where they are held.
    let reference: (any ReferenceEntries)?

    init(_ entries: [Entry]) {
      held = entries
      reference = nil
    }

    init(_ reference: any ReferenceEntries) {
      held = []
      self.reference = reference
    }

    /// Holds some entries.
    public init(arrayLiteral elements: Entry...) { self.init(elements) }

    /// The first rank: 0.
    public var startIndex: Int { 0 }
    /// One more than the last rank.
    public var endIndex: Int { reference?.count ?? held.count }

    /// The entry of a rank.
    ///
    /// - Complexity: O(1); of an imported list the entry is read from its file.
    public subscript(rank: Int) -> Entry { reference?.entry(at: rank) ?? held[rank] }

    /// Two are the same when their entries are.
    public static func == (left: Self, right: Self) -> Bool {
      left.count == right.count && left.elementsEqual(right)
    }

    /// Hashes the number of entries.
    public func hash(into hasher: inout Hasher) { hasher.combine(count) }
  }
}
