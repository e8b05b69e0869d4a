public import PasserelleCore

extension CooperationNetwork {
  /// A tie with what is known of it.
  public struct Edge: Sendable, Hashable {
    /// What it says.
    public var kind: EdgeKind
    /// The node it leaves.
    public var source: Int32
    /// The node it reaches.
    public var target: Int32
    /// Its first date; a year stated of it counts as first and last.
    public var since: PartialDate?
    /// Its last date.
    public var until: PartialDate?
    /// The role of the source, from the list `participation-roles`.
    public var role: String?
    /// The grade of a label, the share of a participation and the like, as written.
    public var detail: String?
    /// How many things it stands for: 1, or the number of awards of a supply edge.
    public var count: Int32
    /// The sum of the amounts in euros of a supply or funding edge; nil where none is known.
    public var amount: DecimalNumber?
    /// The named graphs that state it, ascending: versions of records.
    public var records: [TermID]
    /// The IRI of the claim, award or participation that says it; nil for plain statements.
    public var statement: String?
    /// Whether generated demonstration data alone state it.
    public var isDemonstration: Bool

    /// Makes an edge.
    public init(
      kind: EdgeKind, source: Int32, target: Int32, since: PartialDate? = nil, until: PartialDate? = nil,
      role: String? = nil, detail: String? = nil, count: Int32 = 1, amount: DecimalNumber? = nil,
      records: [TermID] = [], statement: String? = nil, isDemonstration: Bool = false
    ) {
      self.kind = kind
      self.source = source
      self.target = target
      self.since = since
      self.until = until
      self.role = role
      self.detail = detail
      self.count = count
      self.amount = amount
      self.records = records
      self.statement = statement
      self.isDemonstration = isDemonstration
    }
  }
}
