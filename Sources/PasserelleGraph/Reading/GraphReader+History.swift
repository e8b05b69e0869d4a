public import PasserelleCore

/// Which contents a record had.
public struct RecordHistory: Sendable {
  /// One content.
  public struct Content: Sendable, Hashable {
    /// The digest of its bytes.
    public let hash: ContentHash
    /// When the source published it.
    public let published: PartialDate?

    /// Makes a content.
    public init(hash: ContentHash, published: PartialDate?) {
      (self.hash, self.published) = (hash, published)
    }
  }

  /// The content that is in force; nil where there is none.
  public private(set) var open: Content?
  /// The contents of former versions that are not in force, each once.
  public private(set) var former: [Content]

  /// Makes a history.
  public init(open: Content? = nil, former: [Content] = []) { (self.open, self.former) = (open, former) }

  /// The former content of a digest; nil where the record never had it, or has it now.
  public func former(_ hash: ContentHash) -> Content? { former.first { $0.hash == hash } }

  /// Puts a content in force.
  public mutating func put(_ content: Content) {
    if let open, open.hash != content.hash { former.append(open) }
    former.removeAll { $0.hash == content.hash }
    open = content
  }
}

extension GraphReader {
  /// The histories of records, in the order of their keys; nil for one that is not known.
  ///
  /// - Parameters:
  ///   - source: The source's short name.
  ///   - keys: The keys of its records.
  /// - Returns: The histories.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func histories(source: String, keys: [String]) throws -> [RecordHistory?] {
    let rows = try RawStatement(
      db,
      """
      SELECT v.hash, v.published, v.id = r.version FROM source AS n JOIN record AS r ON r.source = n.id
      JOIN version AS v ON v.record = r.id WHERE n.name = ? AND r.key = ? ORDER BY v.number
      """)
    return try keys.map { key in
      rows.reset()
      rows.bind(text: source, at: 1)
      rows.bind(text: key, at: 2)
      var history: RecordHistory?
      var closed: [RecordHistory.Content] = []
      while try rows.step() {
        guard let hash = rows.withBlob(0, { ContentHash(bytes: Array($0)) }) else { continue }
        let published = rows.isNull(1) ? nil : PartialDate(iso: rows.text(1))
        let content = RecordHistory.Content(hash: hash, published: published)
        if history == nil { history = RecordHistory() }
        if !rows.isNull(2), rows.int64(2) == 1 { history?.put(content) } else { closed.append(content) }
      }
      guard var known = history else { return nil }
      for content in closed where content.hash != known.open?.hash && known.former(content.hash) == nil {
        known = RecordHistory(open: known.open, former: known.former + [content])
      }
      return known
    }
  }
}
