import PasserelleCore
import PasserellePipeline
import PasserelleSources

/// Reads a specification that is not stored, through the same adapter that stores them.
struct SpecificationDocument {
  let iris: IRISpace

  /// The statements of a document.
  ///
  /// - Throws: ``PasserelleError`` with code `input.empty` when there is nothing to read, or what the adapter
  ///   refuses.
  func view(_ input: any ByteSource, file: String, encoding: InputEncoding? = nil) throws -> RecordView {
    guard let format = SourceFormats.named("text", options: SourceOptions(encoding: encoding)) else {
      throw Self.empty(file)
    }
    var input = input
    var view: RecordView?
    var refusal: Diagnostic?
    try format.read(&input, file: file) { item in
      switch item {
      case .record(let record):
        view = self.view(record)
      case .refused(let refused):
        refusal = refused.diagnostics.first
      }
      return false
    }
    if let view { return view }
    guard let refusal else { throw Self.empty(file) }
    throw PasserelleError(
      .inputUnreadable,
      LocalizedText(
        fr: "\(refusal.code.reason.french) ; \(refusal.code.remedy.french)",
        en: "\(refusal.code.reason.english); \(refusal.code.remedy.english)"), at: refusal.location)
  }

  /// The statements of a document that has been read.
  func view(_ record: any SourceRecord) -> RecordView {
    let mapped = record.mapped(key: record.key, in: iris)
    return RecordView(
      subject: mapped.subject,
      statements: mapped.statements.statements.compactMap { one in
        guard let subject = one.subject.iriValue, let predicate = one.predicate.iriValue else { return nil }
        return (subject, predicate, one.object)
      })
  }

  private static func empty(_ file: String) -> PasserelleError {
    PasserelleError(
      .inputEmpty,
      LocalizedText(
        fr: "« \(file) » ne contient aucun texte.", en: "'\(file)' holds no text."),
      at: SourceLocation(file: file))
  }
}
