public import PasserelleCore
public import PasserelleMatching

/// A piece of evidence for an attachment, with its source.
public struct AttachmentReason: Sendable, Hashable {
  /// Where it comes from: an award, the declared profile, or an action sheet.
  public let origin: TypologyEvidence.Origin
  /// The title of the award or sheet; empty for a profile.
  public let title: String
  /// How plainly it speaks for the typology, 0 to 1.
  public let strength: Double
  /// The words that name the typology, as written.
  public let words: [String]
  /// The CPV codes that usually go with it, with their labels.
  public let codes: [String]
  /// The record that states it.
  public let source: Dossier.Source
}

/// A vendor attached to a typology, with the reasons.
public struct Attachment: Sendable, Hashable {
  /// The vendor's IRI.
  public let vendor: String
  /// The vendor's name.
  public let name: String
  /// The vendor's identifier for people, such as `SIREN 999723430`.
  public let identifier: String
  /// The typology.
  public let typology: Typology
  /// The lower bound of the part of the vendor's evidence that speaks for the typology, 0 to 1; never 1.
  public let score: Double
  /// How sure it is.
  public let band: EvidenceBand
  /// How many pieces of evidence speak for it.
  public let reasonCount: Int
  /// How many pieces of evidence speak for any typology of the scheme.
  public let pieceCount: Int
  /// The reasons, the plainest first, then the latest.
  public let reasons: [AttachmentReason]
}

/// The project typologies that vendors are attached to, or the vendors of a typology.
///
/// Attachments say what a vendor's awards, declared profile and action sheets speak of; they are no judgement of its
/// work. Nothing of fame, size or origin enters them.
public struct AttachmentAnswer: Sendable {
  /// How many attachments of each band a typology has.
  public struct Count: Sendable, Hashable {
    /// The typology.
    public let typology: Typology
    /// Vendors with strong evidence.
    public let strong: Int
    /// Vendors with some evidence.
    public let some: Int
    /// Vendors with weak evidence.
    public let weak: Int
  }

  /// What was asked.
  public enum Question: Sendable, Hashable {
    /// The typologies of a vendor.
    case vendor(iri: String, name: String, identifier: String)
    /// The vendors of a typology.
    case typology(Typology)
    /// The list of typologies.
    case list
  }

  /// What was asked.
  public let question: Question
  /// The attachments: of a vendor domains, then use cases, the surest first; of a typology by band, then by name.
  public let attachments: [Attachment]
  /// How many attachments there are in all; the list holds the first ones.
  public let total: Int
  /// The typologies with their numbers of vendors, where the list was asked for.
  public let counts: [Count]
  /// How many pieces of evidence were read: awards, profiles and sheets.
  public let evidenceCount: Int
  /// How many of them speak for no typology.
  public let silentCount: Int
  /// The language of its labels.
  public let language: MessageLanguage

  /// Whether some of the evidence is generated demonstration data.
  public var hasDemonstration: Bool {
    attachments.contains { $0.reasons.contains(where: \.source.isDemonstration) }
  }

  /// Whether nothing was found.
  public var isEmpty: Bool { attachments.isEmpty && counts.isEmpty }
}
