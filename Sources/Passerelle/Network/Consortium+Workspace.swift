public import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleNetwork
import PasserelleOntology
import PasserellePipeline

extension Workspace {
  /// Puts teams together for a document; the search for vendors is recorded as a match run.
  ///
  /// - Parameters:
  ///   - input: The specification, as ``recordedMatch(document:file:request:language:isRecorded:)`` takes it.
  ///   - file: Its name, for messages.
  ///   - request: What to ask.
  ///   - language: The language of labels.
  ///   - isRecorded: Whether the run is recorded.
  /// - Returns: The teams.
  /// - Throws: ``PasserelleError``.
  public func consortium(
    document input: any ByteSource, file: String, request: ConsortiumRequest = ConsortiumRequest(),
    language: MessageLanguage, isRecorded: Bool = true
  ) throws -> ConsortiumAnswer {
    try consortium(
      recordedMatch(
        document: input, file: file, request: request.pooled, language: language, isRecorded: isRecorded),
      request)
  }

  /// Puts teams together for a stored contract, call or specification; the search for vendors is recorded as a match run.
  ///
  /// - Parameters:
  ///   - name: What ``dossier(of:asOf:isRaw:language:)`` takes.
  ///   - request: What to ask.
  ///   - language: The language of labels.
  ///   - isRecorded: Whether the run is recorded.
  /// - Returns: The teams.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`.
  public func consortium(
    id name: String, request: ConsortiumRequest = ConsortiumRequest(), language: MessageLanguage,
    isRecorded: Bool = true
  ) throws -> ConsortiumAnswer {
    try consortium(
      recordedMatch(id: name, request: request.pooled, language: language, isRecorded: isRecorded), request)
  }

  private func consortium(
    _ recorded: RecordedAnswer, _ request: ConsortiumRequest
  ) throws -> ConsortiumAnswer {
    let answer = recorded.gathered(by: try canonicalView()).answer
    let ranked = Set(answer.vendors.map(\.ranked.iri))
    let vendors = answer.vendors + answer.newcomers.filter { !ranked.contains($0.ranked.iri) }
    let items = ConsortiumItems(answer, vendors: vendors, ontology: ontology)
    let builder = ConsortiumBuilder(items: items, vendors: vendors, request: request)
    let together = try sharedAwards(of: builder.picked.map { vendors[$0].ranked.iri })
    let cover = builder.cover
    return ConsortiumAnswer(
      title: answer.title, items: items.items, requirementsLeftOut: answer.requirementsLeftOut,
      teams: builder.teams(together), pool: vendors.count,
      ceiling: cover.total > 0 ? cover.ceiling / cover.total : 0,
      uncovered: zip(items.items, cover.best(of: Array(vendors.indices))).filter { $1 == 0 }.map(\.0.name),
      sizesKnown: vendors.count { $0.profile?.size != nil },
      hasSuggestedCodes: answer.codeOrigin == .suggested,
      hasDemonstration: answer.hasDemonstration, recording: recorded.recording, language: answer.language)
  }

  /// The awards that several of some vendors have won, with their titles, by award.
  private func sharedAwards(of vendors: [String]) throws -> [ConsortiumBuilder.Together] {
    try store.read { reader in
      let ids = try reader.identifiers(of: vendors.map(Term.iri) + [.iri(Vocabulary.hasWinner)])
      guard let winner = ids.last, winner.isBound else { return [] }
      var winners: [TermID: Set<String>] = [:]
      for (id, vendor) in zip(ids, vendors) where id.isBound {
        for quad in try reader.quads(QuadPattern(predicate: winner, object: id)) {
          winners[quad.subject, default: []].insert(vendor)
        }
      }
      let labels = LabelResolver(reader: reader, ontology: ontology, iris: store.iris)
      let shared = winners.filter { $0.value.count > 1 }.keys.sorted()
      return try zip(shared, reader.terms(of: shared)).compactMap { id, term in
        guard let iri = term?.iriValue else { return nil }
        return ConsortiumBuilder.Together(
          award: iri, title: try labels.label(of: iri, language: .french), vendors: winners[id] ?? [])
      }
    }
  }
}

extension ConsortiumRequest {
  /// The request for the vendors that teams are put together from.
  fileprivate var pooled: MatchRequest {
    var request = match
    request.limit = Self.pool
    request.newcomerLimit = 10
    return request
  }
}
