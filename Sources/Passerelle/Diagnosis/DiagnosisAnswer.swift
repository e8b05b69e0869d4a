public import PasserelleCore

/// A service of the taxonomy with the stake that it is filed under.
public struct DiagnosisService: Sendable, Hashable {
  /// The key of the stake, such as `mobility`.
  public let stake: String
  /// What the stake is called.
  public let stakeLabel: LocalizedText
  /// The key of the service, such as `mobility-parking`.
  public let key: String
  /// Its IRI.
  public let iri: String
  /// What it is called.
  public let label: LocalizedText
}

/// What is known of one service in one territory.
public struct DiagnosisCell: Sendable, Hashable {
  /// What is known.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// The service is rendered.
    case yes
    /// The territory says that it is not.
    case no
    /// Nobody tells: never to be taken for a no.
    case unknown
  }

  /// What the state rests on.
  public private(set) var evidence: [DiagnosisEvidence] = []
  /// Texts that speak of the service, which prove nothing.
  public private(set) var hints: [DiagnosisEvidence] = []

  /// The most hints kept.
  static let hintLimit = 3

  /// The state: what the territory itself declared last, else what records state.
  public var state: State {
    if let own = evidence.first(where: { $0.origin == .declared }) { return own.says }
    return evidence.first?.says ?? .unknown
  }

  /// Whether some of the evidence says the contrary.
  public var isContradicted: Bool { evidence.contains { $0.says != state } }

  /// Takes a piece of evidence; those of the territory itself come first, then the latest.
  mutating func add(_ piece: DiagnosisEvidence) {
    if piece.says == .unknown {
      guard !hints.contains(where: { $0.source.record == piece.source.record }) else { return }
      hints.append(piece)
      hints.sort { $0.precedes($1) }
      if hints.count > Self.hintLimit { hints.removeLast() }
    } else if !evidence.contains(piece) {
      evidence.append(piece)
      evidence.sort { $0.precedes($1) }
    }
  }
}

/// A record that tells, or hints, whether a service is rendered.
public struct DiagnosisEvidence: Sendable, Hashable {
  /// What the record is, in the order in which it weighs.
  public enum Origin: String, Sendable, Hashable, CaseIterable {
    /// The territory's own answer.
    case declared
    /// A statement of facts.
    case statement
    /// A project of the territory.
    case project
    /// An action sheet.
    case sheet
    /// A contract carried out there.
    case award
  }

  /// What it is.
  public let origin: Origin
  /// Yes or no; `unknown` for a hint.
  public let says: DiagnosisCell.State
  /// The title of the sheet, project or award, or the statement as a sentence.
  public let title: String
  /// The words of a hint that name the service.
  public let words: [String]
  /// Who bought, for an award.
  public let buyer: String?
  /// When it was declared, notified or dated.
  public let date: PartialDate?
  /// The record that states it.
  public let source: Dossier.Source

  /// Whether it comes before another: by origin, then the latest, then by record.
  func precedes(_ other: Self) -> Bool {
    func rank(_ one: Self) -> Int { Origin.allCases.firstIndex(of: one.origin) ?? 0 }
    if rank(self) != rank(other) { return rank(self) < rank(other) }
    let (own, others) = (date?.firstDay ?? .min, other.date?.firstDay ?? .min)
    if own != others { return own > others }
    return (source.record, title) < (other.source.record, other.title)
  }
}

/// A territory of a diagnosis.
public struct DiagnosisCity: Sendable, Hashable {
  /// Its IRI.
  public let iri: String
  /// Its name.
  public let label: String
  /// Its identifier for people, such as `INSEE 52121`.
  public let identifier: String
  /// What kind of authority it is.
  public let kind: DiagnosisKind
  /// How many people live there; nil where nobody tells.
  public let population: Int?
  /// Who tells the population.
  public let populationSource: LocalizedText?
  /// The day of its own diagnosis; nil where it has none.
  public let declared: PartialDate?

  /// The range of populations that it belongs to.
  public var band: PopulationBand? { population.map(PopulationBand.init(population:)) }
}

/// A territory that the city is compared with.
public struct DiagnosisPeer: Sendable, Hashable {
  /// The territory.
  public let city: DiagnosisCity
  /// Why it is one.
  public let reason: LocalizedText
  /// Whether the user chose it.
  public let isChosen: Bool
}

/// A service that peers render and the city does not, or does not tell.
public struct DiagnosisGap: Sendable, Hashable {
  /// An action, project or award elsewhere that may serve as a model.
  public struct Example: Sendable, Hashable {
    /// The place of the peer in the answer; nil for a territory that is no peer.
    public let peer: Int?
    /// The territory's name.
    public let city: String
    /// The sheet, project or award.
    public let evidence: DiagnosisEvidence
  }

  /// The place of the service in the answer.
  public let service: Int
  /// What is known of the city: `no` or `unknown`.
  public let state: DiagnosisCell.State
  /// Whether a text hints that the city has it all the same.
  public let hasHint: Bool
  /// The places of the peers that have it.
  public let peers: [Int]
  /// The places of the peers of which a text hints it.
  public let hintedPeers: [Int]
  /// What may serve as a model; empty where none is known.
  public let examples: [Example]
}

/// The coverage of a territory's services beside that of its peers.
///
/// It has no total and ranks nobody: a service that is not told says nothing, and the list of services is provisional.
public struct DiagnosisAnswer: Sendable {
  /// The territory.
  public let city: DiagnosisCity
  /// The territories that it is compared with.
  public let peers: [DiagnosisPeer]
  /// Why fewer peers than asked were found; nil where all were.
  public let peerNotice: LocalizedText?
  /// The services, by stake, in the order of the taxonomy.
  public let services: [DiagnosisService]
  /// Of each service the cell of the city, then those of the peers.
  public let cells: [[DiagnosisCell]]
  /// What peers have and the city has not, or does not tell; in the order of the services.
  public let gaps: [DiagnosisGap]
  /// Services that the city declared and the taxonomy does not have.
  public let strangers: [String]
  /// What the taxonomy says of itself.
  public let taxonomyNote: LocalizedText
  /// Whether the taxonomy is provisional.
  public let isProvisional: Bool
  /// Whether demonstration data count.
  public let includesDemonstration: Bool
  /// Whether demonstration data were left out that speak of the city.
  public let hidesDemonstration: Bool
  /// The language of its labels.
  public let language: MessageLanguage

  /// Whether nothing at all is known of the city.
  public var isEmpty: Bool {
    cells.allSatisfy { $0.first.map { $0.evidence.isEmpty && $0.hints.isEmpty } ?? true }
  }

  /// What a reader must know.
  public static let caution = LocalizedText(
    fr:
      "Chaque case dit oui, non ou non renseigné ; « non renseigné » n’est pas un non. Il n’y a ni total ni classement : la mosaïque aide une collectivité à se situer et à trouver qui interroger.",
    en:
      "Each cell says yes, no or not told; \"not told\" is not a no. There is no total and no ranking: the mosaic helps an authority to see where it stands and whom to ask."
  )
}
