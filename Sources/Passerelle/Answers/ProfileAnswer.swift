public import PasserelleCore
public import PasserellePipeline

/// All that is known of one vendor: what awards show, what it declares, what others say, each with its source.
///
/// Nothing here enters a ranking by itself; evaluations do only when that is asked for.
public struct ProfileAnswer: Sendable {
  /// How many awards bear a code, with what to call it.
  public struct Count: Sendable, Hashable {
    /// A CPV division, a department or a year.
    public let code: String
    /// What to call it.
    public let label: String
    /// The number of awards.
    public let awards: Int
  }

  /// An organisation that shares awards with the vendor.
  public struct Neighbour: Sendable, Hashable {
    /// The organisation's IRI.
    public let iri: String
    /// What to call it.
    public let name: String
    /// The number of awards shared.
    public let awards: Int
  }

  /// What published awards show.
  public struct Observed: Sendable, Hashable {
    /// How many awards name the vendor.
    public let awardCount: Int
    /// By CPV division, the most frequent first.
    public let divisions: [Count]
    /// By department of performance, the most frequent first.
    public let places: [Count]
    /// By year, in order; awards without date are left out.
    public let years: [Count]
    /// The buyers, the most frequent first.
    public let buyers: [Neighbour]
    /// Those who won in a group with the vendor, the most frequent first.
    public let coWinners: [Neighbour]
  }

  /// What the vendor declares, unchecked.
  public struct Declared: Sendable {
    /// The profile.
    public let profile: DeclaredProfile
    /// Each CPV code with its label.
    public let codeLabels: [String]
    /// Each place in words.
    public let placeLabels: [String]
    /// The record that states it.
    public let source: Dossier.Source
  }

  /// Codes that are declared, that awards show, or both.
  public struct Comparison: Sendable, Hashable {
    /// Declared, and shown by awards.
    public let both: [String]
    /// Declared only.
    public let declaredOnly: [String]
    /// Shown by awards only.
    public let observedOnly: [String]
  }

  /// An evaluation with its source.
  public struct SourcedEvaluation: Sendable {
    /// The evaluation.
    public let evaluation: VendorEvaluation
    /// What to call the body that wrote it.
    public let author: String
    /// The record that states it.
    public let source: Dossier.Source
  }

  /// An action sheet with its source.
  public struct SourcedSheet: Sendable {
    /// The sheet.
    public let sheet: ActionSheet
    /// The record that states it.
    public let source: Dossier.Source
  }

  /// The vendor's IRI.
  public let iri: String
  /// What to call it.
  public let name: String
  /// Its identifier for people, such as `SIREN 999723430`.
  public let identifier: String
  /// What published awards show.
  public let observed: Observed
  /// What the vendor declares; nil where it declares nothing.
  public let declared: Declared?
  /// CPV divisions, declared against observed; nil without declared profile.
  public let divisions: Comparison?
  /// Departments, declared against observed; nil without declared profile.
  public let departments: Comparison?
  /// The evaluations, the latest first.
  public let evaluations: [SourcedEvaluation]
  /// The action sheets that name the vendor, the latest first.
  public let sheets: [SourcedSheet]
  /// Whether some of it is generated demonstration data.
  public let hasDemonstration: Bool
  /// The language of its labels.
  public let language: MessageLanguage

  /// Whether no award names the vendor yet.
  public var isNewcomer: Bool { observed.awardCount == 0 }
}

extension ProfileAnswer.Comparison {
  /// Compares two sets of codes.
  init(declared: Set<String>, observed: Set<String>) {
    both = declared.intersection(observed).sorted()
    declaredOnly = declared.subtracting(observed).sorted()
    observedOnly = observed.subtracting(declared).sorted()
  }
}
