import PasserelleCore
import PasserelleMatching
import PasserelleNetwork

/// Puts teams together from vendors.
struct ConsortiumBuilder {
  /// An award that several vendors have won.
  struct Together {
    let award: String
    let title: String
    let vendors: Set<String>
  }

  /// How much less a small vendor may add and still come before a larger one.
  private static let slack = 0.25
  /// The least that a member must add, as a part of everything.
  private static let least = 0.02
  /// How many shared awards a team shows.
  private static let sharedLimit = 5

  let cover: TeamCover
  private let items: ConsortiumItems
  private let vendors: [MatchedVendor]
  private var found: [(rule: ConsortiumAnswer.Rule, picks: [TeamCover.Pick])] = []

  init(items: ConsortiumItems, vendors: [MatchedVendor], request: ConsortiumRequest) {
    self.items = items
    self.vendors = vendors
    cover = TeamCover(
      weights: items.items.map(\.weight), levels: items.levels.map { $0.map(ConsortiumItems.worth) })
    for rule in ConsortiumAnswer.Rule.allCases where found.count < request.teams {
      guard let picks = picks(rule, request.members), !picks.isEmpty else { continue }
      let members = Set(picks.map(\.candidate))
      if !found.contains(where: { Set($0.picks.map(\.candidate)) == members }) { found.append((rule, picks)) }
    }
  }

  /// All vendors of some team, ascending.
  var picked: [Int] { Set(found.flatMap { $0.picks.map(\.candidate) }).sorted() }

  private func picks(_ rule: ConsortiumAnswer.Rule, _ limit: Int) -> [TeamCover.Pick]? {
    let isSmall = { (candidate: Int) in vendors[candidate].profile?.size?.isSME ?? false }
    switch rule {
    case .coverage: return cover.team(limit: limit, least: Self.least)
    case .smallFirst:
      return cover.team(limit: limit, least: Self.least, slack: Self.slack, preferring: isSmall)
    case .largeWithSmall:
      let large = vendors.indices.filter { [.large, .midCap].contains(vendors[$0].profile?.size) }
      guard
        let first = large.max(by: { (cover.worth(of: [$0]), -$0) < (cover.worth(of: [$1]), -$1) }),
        cover.worth(of: [first]) > 0
      else { return nil }
      return cover.team(
        limit: limit, startingWith: [first], least: Self.least, slack: Self.slack, preferring: isSmall)
    case .withoutFirst:
      guard let first = found.first?.picks.first else { return nil }
      return cover.team(limit: limit, excluding: [first.candidate], least: Self.least)
    }
  }

  /// The teams with what their members have won together.
  func teams(_ together: [Together]) -> [ConsortiumAnswer.Team] {
    found.map { rule, picks in
      let members = picks.map(\.candidate)
      let names = Dictionary(
        members.map { (vendors[$0].ranked.iri, vendors[$0].ranked.name) },
        uniquingKeysWith: { first, _ in first })
      let shared = together.filter { $0.vendors.intersection(names.keys).count > 1 }
      let levels = items.items.indices.map { item in
        members.map { items.levels[$0][item] }.max() ?? .none
      }
      return ConsortiumAnswer.Team(
        rule: rule, members: picks.map(member), levels: levels,
        coverage: cover.total > 0 ? cover.worth(of: members) / cover.total : 0,
        shared: shared.prefix(Self.sharedLimit).map { one in
          ConsortiumAnswer.Shared(
            members: one.vendors.compactMap { names[$0] }.sorted(), award: one.award, title: one.title)
        }, sharedCount: shared.count)
    }
  }

  private func member(_ pick: TeamCover.Pick) -> ConsortiumAnswer.Member {
    let vendor = vendors[pick.candidate]
    return ConsortiumAnswer.Member(
      vendor: vendor.ranked.iri, name: vendor.ranked.name, identifier: vendor.identifier,
      size: vendor.profile?.size, pastAwards: vendor.ranked.awardCount,
      adds: pick.items.map { items.items[$0].name }, gain: cover.total > 0 ? pick.gain / cover.total : 0,
      evidence: pick.items.map { items.evidence(vendor, $0, items.levels[pick.candidate][$0]) })
  }
}
