public import PasserelleCore
public import PasserelleGraph
import PasserelleSources

/// An action of a territory with those who provided it, and the record that states it.
public struct ActionSheet: Sendable, Hashable {
  /// One who provided the action.
  public struct Provider: Sendable, Hashable {
    /// The organisation's IRI; of one without number, an IRI within the sheet.
    public let iri: String
    /// The name as the sheet gives it.
    public let name: String?
  }

  /// The sheet's IRI.
  public let iri: String
  /// The title.
  public let title: String
  /// What the action is.
  public let description: String?
  /// The name of the territory.
  public let city: String?
  /// The territory's IRI.
  public let territory: String?
  /// Fields of the action, in words.
  public let domains: [String]
  /// Tools that the action uses, in words.
  public let tools: [String]
  /// Those who provided it, by IRI.
  public let providers: [Provider]
  /// The date.
  public let date: PartialDate?
  /// The page that it comes from.
  public let webPage: String?
  /// The version of the record.
  public let record: RecordVersion

  /// Reads a sheet out of the statements of its record.
  init(_ record: RecordVersion, _ view: DeclarationView) {
    iri = view.subject
    title = view.text(Vocabulary.title) ?? ""
    description = view.text(Vocabulary.description)
    city = view.text(Vocabulary.placeName)
    territory = view.iris(Vocabulary.placeOfPerformance).first
    domains = view.texts(Vocabulary.actionDomain)
    tools = view.texts(Vocabulary.usesTool)
    providers = view.iris(Vocabulary.namesProvider).map {
      Provider(iri: $0, name: view.text(Vocabulary.name, of: $0))
    }
    date = view.date(Vocabulary.date)
    webPage = view.text(Vocabulary.webPage)
    self.record = record
  }
}
