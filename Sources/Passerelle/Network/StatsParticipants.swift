import PasserelleCore
import PasserelleNetwork

/// Counts of who takes part, over the records held.
struct StatsParticipants {
  let network: CooperationNetwork
  let items: [CooperationItem]
  /// The IRI of a thing by its local identifier.
  let thing: (String) -> String

  /// How many are held of what a row counts; nil where records cannot tell.
  func count(_ held: StatsPreset.Held) -> Int? {
    switch held {
    case .nothing: nil
    case .cooperations(let kinds): items.count { kinds.contains($0.kind) }
    case .authorities(let kind):
      Set(items.flatMap(\.authorities)).count { kind == nil || network.nodes[Int($0)].kind == kind }
    case .partners: Set(items.flatMap(\.partners)).count
    case .countries: Set(items.flatMap(\.countries)).count
    case .participants(let subject): participants(in: subject).count
    }
  }

  /// The territories and organisations that take part in a thing or are its members, ascending.
  func participants(in subject: String) -> [Int32] {
    guard let target = network.node(thing(subject)) else { return [] }
    var found: Set<Int32> = []
    for kind in [EdgeKind.participation, .membership] {
      for number in network.edges.numbers(of: kind)
      where network.edges.target(of: number) == target && !network.edges[number].isDemonstration {
        found.insert(network.edges.source(of: number))
      }
    }
    return found.sorted()
  }

  /// How many of them there are in each country.
  func countries(ofParticipantsIn subject: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for node in participants(in: subject) {
      if let country = network.nodes[Int(node)].country { counts[country, default: 0] += 1 }
    }
    return counts
  }
}
