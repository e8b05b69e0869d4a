import PasserelleCore

/// Ties that have a thing of their own: participations, memberships, awards of labels, fundings.
struct NetworkTies {
  /// How such a thing leads to its two ends.
  private struct Form {
    let kind: EdgeKind
    /// The relation from the thing to who is tied.
    let actor: String
    /// The relation from the thing to what it is tied to, or from that to the thing.
    let object: String
    let isInverse: Bool
  }

  private static let forms = [
    Form(
      kind: .participation, actor: Vocabulary.pas + "participant",
      object: Vocabulary.pas + "hasParticipation", isInverse: true),
    Form(
      kind: .membership, actor: Vocabulary.org + "member", object: Vocabulary.org + "organization",
      isInverse: false),
    Form(
      kind: .recognition, actor: Vocabulary.pas + "labelHolder", object: Vocabulary.pas + "awardsLabel",
      isInverse: false),
    Form(
      kind: .funding, actor: Vocabulary.pas + "funder", object: Vocabulary.pas + "hasFunding",
      isInverse: true),
  ]

  private struct Tie {
    var kind: EdgeKind
    var thing: TermID
    var actor: Int32
    var object: Int32
    var graph: TermID
  }

  private var ties: [Tie] = []
  private var facets = DraftFacets()

  /// Reads the ties.
  init(_ scanner: NetworkScanner, into draft: inout NetworkDraft) throws {
    for form in Self.forms {
      let ids = try scanner.identifiers([form.actor, form.object])
      guard ids.allSatisfy(\.isBound) else { continue }
      var objects: [TermID: [TermID]] = [:]
      try scanner.scan(ids[1], places: [.subject, .object]) { rows in
        for row in 0..<rows.count {
          let (subject, object) = (rows.subjects[row], rows.objects[row])
          objects[form.isInverse ? object : subject, default: []].append(form.isInverse ? subject : object)
        }
      }
      try scanner.scan(ids[0]) { rows in
        for row in 0..<rows.count where !rows.objects[row].isInline {
          for object in objects[rows.subjects[row]] ?? [] where !object.isInline {
            ties.append(
              Tie(
                kind: form.kind, thing: rows.subjects[row], actor: draft.number(rows.objects[row]),
                object: draft.number(object), graph: rows.graphs[row]))
          }
        }
      }
    }
    ties.sort { ($0.thing, $0.actor, $0.object, $0.graph) < ($1.thing, $1.actor, $1.object, $1.graph) }
    facets = try DraftFacets(of: ties.map(\.thing), scanner)
  }

  /// The edges of the ties.
  func edges(_ identity: NetworkIdentity) -> [DraftEdge] {
    ties.indices.compactMap { place in
      let tie = ties[place]
      guard let (source, target) = identity.ends(tie.actor, tie.object) else { return nil }
      var edge = DraftEdge(
        kind: tie.kind, source: source, target: target, records: [tie.graph], statement: tie.thing)
      if tie.kind == .participation {
        switch identity.kind(of: target) {
        case .agreement: edge.kind = .party
        case .network: edge.kind = .membership
        default: break
        }
      }
      facets.complete(&edge, place)
      return edge
    }
  }
}
