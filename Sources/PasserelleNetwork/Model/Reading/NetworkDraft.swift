import PasserelleCore

/// The things met so far, before it is known which are one.
struct NetworkDraft {
  /// Thing → its amount in another currency, converted into euros.
  static let amountInEuros = Vocabulary.pas + "amountInEuros"

  /// The identifiers of the things, as they were met.
  private(set) var ids: [TermID] = []
  /// The rank of the class of each in ``NetworkClasses``; the count of classes for none.
  private(set) var ranks: [Int32] = []
  /// Whether a record that is no demonstration names each.
  private(set) var isReal: [Bool] = []
  private var numbers: [TermID: Int32] = [:]

  /// The number of a thing, new where it was not met.
  mutating func number(_ id: TermID) -> Int32 {
    if let known = numbers[id] { return known }
    let number = Int32(ids.count)
    numbers[id] = number
    ids.append(id)
    ranks.append(Int32(NetworkClasses.table.count))
    isReal.append(false)
    return number
  }

  /// The number of a thing that was met.
  func known(_ id: TermID) -> Int32? { numbers[id] }

  /// Notes a class of a thing.
  mutating func note(_ number: Int32, rank: Int, isReal: Bool) {
    ranks[Int(number)] = min(ranks[Int(number)], Int32(rank))
    if isReal { self.isReal[Int(number)] = true }
  }
}

/// An edge between nodes, before those that say the same are one.
struct DraftEdge {
  var kind: EdgeKind
  var source: Int32
  var target: Int32
  var since: Int32 = 0
  var until: Int32 = 0
  var role: String?
  var detail: String?
  var amount: DecimalNumber?
  /// The named graphs, as they were met.
  var records: [TermID] = []
  /// What says it; none for a plain statement.
  var statement: TermID = .none
}

/// A statement that a relation ties two things.
struct DraftStatement {
  var rule: Int32
  var subject: Int32
  var object: Int32
  var graph: TermID
}

/// Sets of things that are one.
struct DraftUnion {
  private var parents: [Int32]

  init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

  /// The thing that stands for the set of a thing.
  mutating func root(_ number: Int32) -> Int32 {
    var root = number
    while parents[Int(root)] != root { root = parents[Int(root)] }
    var step = number
    while parents[Int(step)] != root { (step, parents[Int(step)]) = (parents[Int(step)], root) }
    return root
  }

  /// Makes two sets one; the lower number stands for it.
  mutating func join(_ left: Int32, _ right: Int32) {
    let (one, other) = (root(left), root(right))
    if one != other { parents[Int(max(one, other))] = min(one, other) }
  }

  /// Makes room for more things, each alone.
  mutating func grow(to count: Int) {
    while parents.count < count { parents.append(Int32(parents.count)) }
  }
}
