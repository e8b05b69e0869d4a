/// What an edge says.
public enum EdgeKind: String, Sendable, Hashable, CaseIterable {
  /// Two territories are twinned; both ways.
  case twinning
  /// Two territories or organisations cooperate; both ways.
  case cooperation
  /// Two actors are partners; both ways.
  case partnership
  /// An actor is bound by an agreement: actor → agreement.
  case party
  /// An actor carries or leads: actor → project, programme.
  case carries
  /// An actor takes part: actor → project, programme, call, event.
  case participation
  /// An actor is a member: actor → network, organisation.
  case membership
  /// An actor holds a label: actor → label.
  case recognition
  /// A company supplies an authority, by an award or a claim: company → authority.
  case supply
  /// An actor pays: actor → project, programme.
  case funding
  /// An actor helps without paying, or what it gives is not known: actor → project, network.
  case support
  /// A part of a whole: part → whole; a laboratory in its university, a project in its programme.
  case partOf
  /// Something lies in a place: thing → territory, country.
  case location
  /// An actor organises an event or issues a call: actor → event, call.
  case organisation
  /// Something is about a theme: thing → theme; a sub-theme → its theme.
  case theme

  /// Whether it reads the same both ways.
  public var isSymmetric: Bool { self == .twinning || self == .cooperation || self == .partnership }
}
