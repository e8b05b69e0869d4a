public import PasserelleCore
public import PasserelleMatching
import PasserelleOntology
import PasserelleText

/// A reusable skeleton of a specification: the clauses that comparable ones have in common, each with its sources.
///
/// Every clause is quoted as one document writes it. What differs between documents is left for the buyer to decide.
public struct Skeleton: Sendable, Hashable {
  /// A clause of the skeleton.
  public struct Clause: Sendable, Hashable {
    /// The text, as the document nearest to all the others writes it.
    public let text: String
    /// Functional or technical.
    public let kind: SpecificationClause.Kind
    /// How binding it is.
    public let obligation: SpecificationClause.Obligation
    /// The heading that it most often stands under; empty for none.
    public let heading: String
    /// The use case that it speaks of, else the domain; nil for none.
    public let topic: LocalizedText?
    /// How many of the specifications compared have it, the need apart.
    public let specificationCount: Int
    /// Whether the need has it.
    public let isInNeed: Bool
    /// The numbers that differ between documents, by their order in the text: what there is to decide.
    public let values: [[String]]
    /// Where it stands, one clause a source, the need's first.
    public let sources: [SourcedRequirement]

    /// Whether all its sources but the need are demonstration data.
    public var isDemonstration: Bool {
      let others = sources.filter { $0.specification != nil }
      return !others.isEmpty && others.allSatisfy(\.isDemonstration)
    }
  }

  /// Clauses under one heading.
  public struct Section: Sendable, Hashable {
    /// The heading; empty for none.
    public let heading: String
    /// The clauses, those of most specifications first.
    public let clauses: [Clause]
  }

  /// How many specifications were compared, the need apart.
  public let specificationCount: Int
  /// Functional clauses that at least two documents have.
  public let functional: [Section]
  /// Technical clauses that at least two documents have.
  public let technical: [Section]
  /// Clauses of the need that no other has, in their order.
  public let own: [Clause]
  /// Clauses that at least two others have and the need lacks, those of most specifications first.
  public let missing: [Clause]
  /// Clauses that one other specification alone has; they are left out.
  public let singleCount: Int

  /// Whether a clause is in more than half of the specifications compared.
  public func isUsual(_ clause: Clause) -> Bool { 2 * clause.specificationCount > specificationCount }
}

extension Skeleton {
  /// Composes the skeleton of pooled clauses.
  init(
    groups: [PooledClause], clauses: [SpecificationClause], sources: [SourcedRequirement],
    specificationCount: Int, language: TextLanguage, ontology: Ontology
  ) {
    let tagger = ClauseTagger(ontology: ontology)
    var shared: [Clause] = []
    var own: [Clause] = []
    var missing: [Clause] = []
    var single = 0
    for group in groups {
      let others = Set(group.members.compactMap { sources[$0].specification }).count
      let isInNeed = group.members.contains { sources[$0].specification == nil }
      guard isInNeed || others > 1 else {
        single += 1
        continue
      }
      let chosen = clauses[group.representative]
      let clause = Clause(
        text: chosen.text, kind: chosen.kind, obligation: chosen.obligation,
        heading: Self.heading(group.members.map { sources[$0].heading }),
        topic: Self.topic(tagger.tags(of: chosen.text, language: language), ontology),
        specificationCount: others, isInNeed: isInNeed, values: group.values,
        sources: group.members.map { sources[$0] })
      if others == 0 {
        own.append(clause)
      } else {
        shared.append(clause)
        if !isInNeed { missing.append(clause) }
      }
    }
    self.specificationCount = specificationCount
    functional = Self.sections(shared.filter { $0.kind == .functional })
    technical = Self.sections(shared.filter { $0.kind == .technical })
    self.own = own
    self.missing = missing
    singleCount = single
  }

  /// The heading that most clauses stand under; of several, the first.
  private static func heading(_ headings: [String]) -> String {
    var counts: [String: Int] = [:]
    for heading in headings { counts[heading, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return headings.first { counts[$0] == most } ?? ""
  }

  private static func topic(_ tags: [ClauseTag], _ ontology: Ontology) -> LocalizedText? {
    for tag in tags where tag.scheme == .useCase {
      if let concept = ontology.taxonomy(tag.scheme.ontologyID)?.concept(tag.key) { return concept.label }
    }
    return tags.first { $0.scheme == .domain }.flatMap { tag in
      ontology.themes.first { $0.id == tag.key }?.label
    }
  }

  /// Clauses by heading: the headings in the order of their first clause, clauses of one topic side by side.
  private static func sections(_ clauses: [Clause]) -> [Section] {
    var order: [String] = []
    var groups: [String: [Clause]] = [:]
    for clause in clauses {
      let key = TextFolding.fold(clause.heading)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(clause)
    }
    return order.compactMap { key in
      guard let members = groups[key], let first = members.first else { return nil }
      return Section(heading: first.heading, clauses: byTopic(members))
    }
  }

  /// Clauses of one topic side by side; topics in the order of their first clause, clauses in theirs.
  private static func byTopic(_ clauses: [Clause]) -> [Clause] {
    var order: [String] = []
    var groups: [String: [Clause]] = [:]
    for clause in clauses {
      let key = clause.topic?.english ?? ""
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(clause)
    }
    return order.flatMap { groups[$0] ?? [] }
  }
}
