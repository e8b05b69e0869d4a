public import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleResolution

extension Workspace {
  /// Judges that two things are one.
  ///
  /// - Parameters:
  ///   - left: The one thing: what ``dossier(of:asOf:language:)`` takes.
  ///   - right: The other thing.
  ///   - who: Who judges: a role or initials.
  ///   - reason: Why.
  /// - Returns: The judgement and what it did.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`, or `query.invalid` for what cannot be judged.
  public func merge(_ left: String, _ right: String, who: String, reason: String) throws -> JudgementAnswer {
    try judge(left, right, who: who, reason: reason) { .same($0, $1) }
  }

  /// Judges that two things are two.
  ///
  /// - Parameters:
  ///   - left: The one thing: what ``dossier(of:asOf:language:)`` takes.
  ///   - right: The other thing.
  ///   - who: Who judges: a role or initials.
  ///   - reason: Why.
  /// - Returns: The judgement and what it did.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`, or `query.invalid` for what cannot be judged.
  public func split(_ left: String, _ right: String, who: String, reason: String) throws -> JudgementAnswer {
    try judge(left, right, who: who, reason: reason) { .different($0, $1) }
  }

  /// Takes a judgement back: all answers are again as they would be without it.
  ///
  /// - Parameters:
  ///   - number: The judgement's number; that of an undo brings back what was undone.
  ///   - who: Who judges: a role or initials.
  ///   - reason: Why.
  /// - Returns: The judgement and what it did.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a number that is not in the log, or is undone already.
  public func undo(_ number: Int64, who: String, reason: String) throws -> JudgementAnswer {
    let who = try Self.checkedJudge(who)
    return try withLock {
      let resolver = try entityResolver()
      let before = try resolver.resolution()
      let draft = JudgementDraft(.undo(number), who: who, reason: reason)
      return try append([draft], resolver, before)[0]
    }
  }

  /// The log of judgements.
  ///
  /// - Parameter asOf: Shows the log as it was at that moment; nil for now.
  /// - Returns: The log.
  /// - Throws: ``PasserelleError``.
  public func judgements(asOf: Instant? = nil) throws -> JudgementsAnswer {
    let scope = asOf.map { VersionScope.ingested(asOf: $0) } ?? .current
    return JudgementsAnswer(log: try store.read(scope) { try $0.judgements() })
  }

  private func judge(
    _ left: String, _ right: String, who: String, reason: String,
    _ decision: (String, String) -> JudgementDraft.Decision
  ) throws -> JudgementAnswer {
    let who = try Self.checkedJudge(who)
    return try withLock {
      let pair = try store.read { reader in
        let names = EntityNames(iris: store.iris)
        return (left: try names.resolve(left, reader).iri, right: try names.resolve(right, reader).iri)
      }
      let resolver = try entityResolver()
      let before = try resolver.resolution()
      let score = resolver.pair(pair.left, pair.right, in: before.mentions)
      let known = Set(before.alive.map(\.mention.id))
      for iri in [pair.left, pair.right] where !known.contains(iri) { throw Self.notResolved(iri) }
      let draft = JudgementDraft(
        decision(pair.left, pair.right), who: who, score: score.map { Double($0.probability) }, reason: reason
      )
      return try append([draft], resolver, before)[0]
    }
  }

  /// Adds judgements to the log and looks again at what they touch.
  func append(
    _ drafts: [JudgementDraft], _ resolver: EntityResolver, _ before: Resolution
  ) throws -> [JudgementAnswer] {
    let made = try store.append(drafts, at: context.clock())
    let after = try resolver.judged(before)
    try resolver.save(after)
    let (former, view) = (before.view, after.view)
    return made.map { one in
      JudgementAnswer(
        judgement: one, isSame: view.isSame(one.left, one.right),
        before: Self.groups(one, former), after: Self.groups(one, view), touched: after.update.touchedClusters
      )
    }
  }

  private static func groups(_ judgement: Judgement, _ view: CanonicalView) -> [[String]] {
    let left = view.members(of: judgement.left)
    return view.isSame(judgement.left, judgement.right) ? [left] : [left, view.members(of: judgement.right)]
  }

  /// A role or initials: neither empty, nor long, nor an address.
  static func checkedJudge(_ who: String) throws -> String {
    let name = who.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty, name.count <= 40, !name.contains("@") else {
      throw PasserelleError(
        .queryInvalid,
        LocalizedText(
          fr: "Qui juge ? Donnez un rôle ou des initiales, de 40 signes au plus, sans adresse.",
          en: "Who judges? Give a role or initials, of at most 40 characters, without address."))
    }
    return name
  }

  static func notResolved(_ iri: String) -> PasserelleError {
    PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr:
          "\(iri) n’est pas une organisation, un lieu ou un laboratoire qui porte un nom : il n’y a pas d’identité à juger.",
        en: "\(iri) is no organisation, place or laboratory with a name: there is no identity to judge."))
  }
}
