public import PasserelleCore
public import PasserelleGraph
import PasserelleSources

/// What a public body says of a project that a vendor delivered to it, with the record that states it.
///
/// Evaluations are shown with their source and their reply; they enter a ranking only when that is asked for.
public struct VendorEvaluation: Sendable, Hashable {
  /// The mark on one criterion.
  public struct Mark: Sendable, Hashable {
    /// The code of the criterion: `mastery`, `cost_benefit` or `interoperability`.
    public let criterion: String
    /// From 1 to 5; nil when only a comment was given.
    public let mark: Int?
    /// The comment.
    public let comment: String?
  }

  /// What the vendor replies.
  public struct Reply: Sendable, Hashable {
    /// The reply.
    public let text: String
    /// Its date.
    public let date: PartialDate?
  }

  /// The evaluation's IRI.
  public let iri: String
  /// The vendor's IRI.
  public let vendor: String
  /// The project delivered.
  public let project: String
  /// The IRI of its contract, where that is known.
  public let contract: String?
  /// The IRI of the body that wrote it.
  public let author: String?
  /// The name of that body.
  public let authorName: String?
  /// The date.
  public let date: PartialDate?
  /// The marks, in the order of the sheet.
  public let marks: [Mark]
  /// The opinion as a whole.
  public let text: String?
  /// What the vendor replies.
  public let reply: Reply?
  /// A page that shows the evaluation.
  public let webPage: String?
  /// The version of the record.
  public let record: RecordVersion

  /// The criteria in the order of the sheet.
  public static let criteria = ["mastery", "cost_benefit", "interoperability"]

  /// Reads an evaluation out of the statements of its record.
  init?(_ record: RecordVersion, _ view: DeclarationView) {
    guard let vendor = view.iris(Vocabulary.evaluates).first else { return nil }
    iri = view.subject
    self.vendor = vendor
    project = view.text(Vocabulary.title) ?? ""
    contract = view.iris(Vocabulary.evaluatedContract).first
    author = view.iris(Vocabulary.author).first
    authorName = author.flatMap { view.text(Vocabulary.name, of: $0) }
    date = view.date(Vocabulary.date)
    marks = view.iris(Vocabulary.hasMark).map { node in
      Mark(
        criterion: view.text(Vocabulary.criterion, of: node) ?? "",
        mark: view.text(Vocabulary.mark, of: node).flatMap { Int($0) },
        comment: view.text(Vocabulary.description, of: node))
    }.sorted {
      (Self.criteria.firstIndex(of: $0.criterion) ?? .max)
        < (Self.criteria.firstIndex(of: $1.criterion) ?? .max)
    }
    text = view.text(Vocabulary.description)
    reply = view.text(Vocabulary.reply).map { Reply(text: $0, date: view.date(Vocabulary.replyDate)) }
    webPage = view.text(Vocabulary.webPage)
    self.record = record
  }
}
