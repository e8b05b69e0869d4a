public import PasserelleCore

extension CooperationNetwork {
  /// The edges of a network by number, each made when it is asked for.
  ///
  /// Where only kinds and ends are wanted, ``kind(of:)`` and its like read them without making edges.
  public struct Edges: RandomAccessCollection, Sendable {
    /// The columns.
    package let columns: NetworkEdgeColumns

    /// The number of the first edge: 0.
    public var startIndex: Int { 0 }
    /// One more than the number of the last edge.
    public var endIndex: Int { columns.count }

    /// An edge.
    public subscript(number: Int) -> Edge { columns[number] }

    /// What an edge says.
    public func kind(of number: Int) -> EdgeKind { EdgeKind.all[Int(columns.kinds[number])] }

    /// The node that an edge leaves.
    public func source(of number: Int) -> Int32 { columns.sources[number] }

    /// The node that an edge reaches.
    public func target(of number: Int) -> Int32 { columns.targets[number] }

    /// Whether generated demonstration data alone state an edge.
    public func isDemonstration(_ number: Int) -> Bool { columns.demonstrations[number] != 0 }

    /// The named graphs that state an edge, ascending.
    public func records(of number: Int) -> ArraySlice<TermID> {
      columns.records[Int(columns.recordStarts[number])..<Int(columns.recordStarts[number + 1])]
    }

    /// The numbers of the edges of a kind.
    ///
    /// - Complexity: O(log n).
    public func numbers(of kind: EdgeKind) -> Range<Int> {
      let place = kind.place
      let start = columns.kinds.partition(from: 0) { $0 >= place }
      return start..<columns.kinds.partition(from: start) { $0 > place }
    }
  }
}

extension [UInt8] {
  /// The first place, from a place on, whose value belongs to the second part of sorted values.
  fileprivate func partition(from start: Int, _ belongs: (UInt8) -> Bool) -> Int {
    var (low, high) = (start, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
