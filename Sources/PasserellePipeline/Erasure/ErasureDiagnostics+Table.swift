public import PasserelleCore
import PasserelleGraph

extension DiagnosticCode {
  /// A record that was erased and must not come back.
  public static let erasureSuppressed = DiagnosticCode(
    "erasure.suppressed", .warning,
    reason: LocalizedText(
      fr: "L’enregistrement a été effacé à la demande et ne doit pas revenir : il est refusé.",
      en: "The record was erased on request and must not come back: it is refused."),
    remedy: LocalizedText(
      fr:
        "Rien à faire. Pour l’admettre de nouveau : « passerelle erase list », puis « erase undo-suppression ».",
      en: "Nothing to do. To let it in again: 'passerelle erase list', then 'erase undo-suppression'."))

  /// Texts that were erased and came again.
  public static let erasureRedacted = DiagnosticCode(
    "erasure.redacted", .note,
    reason: LocalizedText(
      fr: "Des textes effacés à la demande sont revenus ; ils ont été caviardés avant d’être stockés.",
      en: "Texts that were erased on request came again; they were redacted before being stored."),
    remedy: LocalizedText(
      fr:
        "Rien à faire. Pour les admettre de nouveau : « passerelle erase list », puis « erase undo-suppression ».",
      en: "Nothing to do. To let them in again: 'passerelle erase list', then 'erase undo-suppression'."))

  /// The kinds of problem that come of erasures.
  public static let allErasure: [DiagnosticCode] = [.erasureSuppressed, .erasureRedacted]
}

extension ErasureScreen {
  /// A diagnostic without what is looked for; nil where nothing of it is.
  package func redacted(_ diagnostic: Diagnostic) -> Diagnostic? {
    let texts = [diagnostic.location.file, diagnostic.field, diagnostic.value, diagnostic.replacement]
    let clean = texts.map { redacted($0) }
    guard clean.contains(where: { $0 != nil }) else { return nil }
    var result = diagnostic
    if let file = clean[0] {
      let place = diagnostic.location
      result.location = SourceLocation(
        file: file, record: place.record, line: place.line, byteOffset: place.byteOffset)
    }
    (result.field, result.value) = (clean[1] ?? diagnostic.field, clean[2] ?? diagnostic.value)
    result.replacement = clean[3] ?? diagnostic.replacement
    return result
  }
}
