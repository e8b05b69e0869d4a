import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline
import PasserelleText

/// A specification as it is compared: its clauses with where they stand.
struct ReadSpecification {
  let outline: SpecificationOutline
  /// What tells the paragraphs of a stored text; nil for a document just read.
  let text: SimilarText?
  /// The stored record; nil for a document just read.
  let source: Dossier.Source?
  let iri: String
  let kind: DocumentKind
  let score: Double

  /// The clauses that vendors can be held to.
  var requirements: [SpecificationClause] { outline.clauses.filter(\.kind.isRequirement) }

  /// Where a clause stands, at a place in the list of those compared.
  func sourced(_ clause: SpecificationClause, place: Int?) -> SourcedRequirement {
    SourcedRequirement(
      specification: place, record: place == nil ? nil : source?.record, id: clause.id,
      // The title is no heading of what stands right below it.
      heading: clause.heading == outline.title ? "" : clause.heading,
      paragraph: text?.paragraph(onLine: clause.line), line: text == nil && source == nil ? clause.line : nil,
      text: clause.text, isDemonstration: source?.isDemonstration ?? false)
  }
}

/// Finds the specifications comparable with a need and sets their clauses beside its own.
struct SimilarSpecifications {
  let reader: GraphReader
  let evidence: EvidenceReader
  let iris: IRISpace
  let ontology: Ontology

  /// How many specifications are compared unless all are asked for.
  static let depth = 30
  /// How many near clauses are shown for each clause of the need.
  static let nearLimit = 3

  /// What the comparison gives.
  struct Result {
    var specifications: [ComparableSpecification] = []
    var clauses: [ClauseComparison] = []
    var skeleton: Skeleton?
  }

  /// Compares the need's clauses with those of the nearest specifications, its own record left out, and composes the
  /// skeleton where a scope asks for one.
  func compare(
    _ need: ReadSpecification, query: Need, excluding excluded: Int64?, index: any TextSearching,
    scope: SkeletonScope?
  ) throws -> Result {
    let others = try read(query, excluded, index, scope, language: need.outline.language)
    // The need's clauses come first: their places are those of ``ReadSpecification/requirements``.
    let own = need.requirements
    var clauses = own.map { SourcedClause(document: "", clause: $0) }
    var places: [(specification: Int?, clause: SpecificationClause)] = own.map { (nil, $0) }
    for (place, other) in others.enumerated() {
      for clause in other.requirements {
        clauses.append(SourcedClause(document: other.iri, clause: clause))
        places.append((place, clause))
      }
    }
    let pooling = ClausePooling(clauses, language: need.outline.language)
    let groups = pooling.pooled()
    var result = Result()
    result.specifications = comparable(others, groups, places.map(\.specification))
    let sourced = places.map { place, clause in
      (place.map { others[$0] } ?? need).sourced(clause, place: place)
    }
    var groupOf = Array(repeating: 0, count: clauses.count)
    for (number, group) in groups.enumerated() {
      for member in group.members { groupOf[member] = number }
    }
    result.clauses = own.indices.map { place in
      let near = pooling.neighbours(of: place, among: own.count..<clauses.count, limit: Self.nearLimit)
      return ClauseComparison(
        clause: own[place], paragraph: sourced[place].paragraph,
        nearest: near.map {
          .init(
            requirement: sourced[$0.place], likeness: $0.likeness, isSame: groupOf[$0.place] == groupOf[place]
          )
        })
    }
    if scope != nil {
      result.skeleton = Skeleton(
        groups: groups, clauses: places.map(\.clause), sources: sourced, specificationCount: others.count,
        language: need.outline.language, ontology: ontology)
    }
    return result
  }

  /// The specifications compared, the nearest first, then the others by record.
  private func read(
    _ query: Need, _ excluded: Int64?, _ index: any TextSearching, _ scope: SkeletonScope?,
    language: TextLanguage
  ) throws -> [ReadSpecification] {
    var documents = try SpecificationSearch(index).nearest(
      to: query, limit: scope == .all ? Int(Int32.max) : Self.depth + 1)
    if scope == .all {
      let known = Set(documents.map(\.document))
      let all = try SpecificationSearch.kinds.flatMap { try reader.recordNumbers(of: $0).values }
      documents += Set(all).subtracting(known).sorted().map { TextHit(document: $0, score: 0) }
    }
    var result: [ReadSpecification] = []
    for hit in documents where hit.document != excluded {
      guard scope == .all || result.count < Self.depth, let (record, view) = try evidence.stored(hit.document)
      else {
        continue
      }
      let text = SimilarText(view)
      let outline = text.outline(language: view.declaredLanguage)
      guard outline.language == language else { continue }
      result.append(
        ReadSpecification(
          outline: outline, text: text, source: Dossier.Source(record, iris: iris), iri: view.subject,
          kind: record.kind, score: hit.score))
    }
    return result
  }

  private func comparable(
    _ others: [ReadSpecification], _ groups: [PooledClause], _ places: [Int?]
  ) -> [ComparableSpecification] {
    var shared = Array(repeating: 0, count: others.count)
    for group in groups {
      let own = group.members.count { places[$0] == nil }
      for place in Set(group.members.compactMap { places[$0] }) where own > 0 { shared[place] += own }
    }
    let best = others.map(\.score).max() ?? 0
    return others.enumerated().compactMap { place, one in
      guard let source = one.source else { return nil }
      return ComparableSpecification(
        iri: one.iri, title: one.outline.title, kind: one.kind, similarity: best > 0 ? one.score / best : 0,
        clauseCount: one.requirements.count, sharedCount: shared[place], source: source)
    }
  }
}
