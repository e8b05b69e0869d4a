internal import PasserelleCore

/// Terms of cooperation activities and of ties between organisations that other sources do not state.
extension Vocabulary {
  /// Something carried out or planned on a territory.
  static let project = pas + "Project"
  /// A project of local authorities of different countries.
  static let cooperationProject = pas + "CooperationProject"
  /// The part that an actor takes in something.
  static let participation = pas + "Participation"
  /// Project, agreement or organisation → participation in it.
  static let hasParticipation = pas + "hasParticipation"
  /// Participation → who takes part.
  static let participant = pas + "participant"
  /// Participation or membership → code of the role.
  static let participationRole = pas + "participationRole"
  /// Participation or membership → role in the words or codes of the source.
  static let role = pas + "role"
  /// Participation → share held.
  static let share = pas + "share"
  /// Actor → project that it carries.
  static let carriesProject = pas + "carriesProject"
  /// Actor → project, event or call that it takes part in.
  static let participatesIn = pas + "participatesIn"
  /// Actor → what it funds; of a funding, who receives it.
  static let funds = pas + "funds"
  /// Project → sum that it brings, receives or pays.
  static let hasFunding = pas + "hasFunding"
  /// A sum that goes from one actor to another.
  static let funding = pas + "Funding"
  /// Funding → code of the kind of movement.
  static let fundingKind = pas + "fundingKind"
  /// Funding → who pays.
  static let funder = pas + "funder"
  /// Funding or project → amount with its currency.
  static let hasAmount = pas + "hasAmount"
  /// Project or organisation → budget.
  static let hasBudget = pas + "hasBudget"
  /// Thing → share of it.
  static let hasShare = pas + "hasShare"
  /// Value or statistic → period, an ISO 8601 interval.
  static let period = pas + "period"
  /// Project → code of its state of progress.
  static let hasStatus = pas + "hasStatus"
  /// Project → first day as planned.
  static let plannedStart = pas + "plannedStart"
  /// Project → last day as planned.
  static let plannedEnd = pas + "plannedEnd"
  /// Project → level in the hierarchy of its publisher, from 1 at the top.
  static let hierarchyLevel = pas + "hierarchyLevel"
  /// Thing → theme that it is filed under.
  static let hasTheme = pas + "hasTheme"
  /// Project → stake that it serves.
  static let hasStake = pas + "hasStake"
  /// A field of public action.
  static let theme = pas + "Theme"
  /// Concept → wider concept.
  static let broader = skos + "broader"
  /// Thing → territory or place where it stands.
  static let locatedIn = pas + "locatedIn"
  /// Thing → what it is a part of.
  static let partOf = pas + "partOf"
  /// Thing → thing that its source ties it to.
  static let relatedTo = dct + "relation"
  /// A precise place.
  static let site = pas + "Site"
  /// An area with limits.
  static let territory = pas + "Territory"
  /// A group of countries.
  static let worldRegion = pas + "WorldRegion"
  /// Organisation → code of its kind.
  static let organisationKind = pas + "organisationKind"
  /// A ministry, agency or public institution.
  static let publicBody = pas + "PublicBody"
  /// Thing → indicator that is followed.
  static let hasIndicator = pas + "hasIndicator"
  /// A quantity that is followed.
  static let indicator = pas + "Indicator"
  /// Thing → figure.
  static let hasStatistic = pas + "hasStatistic"
  /// A figure published about something.
  static let statistic = pas + "Statistic"
  /// Figure → what it measures.
  static let measures = pas + "measures"
  /// Document → what it is about.
  static let concerns = pas + "concerns"
  /// Claim → how strongly, or which degree.
  static let grade = pas + "grade"
}
