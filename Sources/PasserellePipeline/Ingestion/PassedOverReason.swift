import PasserelleArchive
import PasserelleCore
import PasserelleSources

/// Why a file that was found is passed over.
struct PassedOverReason {
  let name: String
  let text: LocalizedText
  let mayHoldData: Bool

  init(_ reason: NonDataReason) {
    (name, text, mayHoldData) = (reason.name, reason.text, reason.mayHoldData)
  }

  private init(_ name: String, _ text: LocalizedText) {
    (self.name, self.text, mayHoldData) = (name, text, false)
  }

  /// A pipe, a socket or a device in a folder.
  static let special = PassedOverReason(
    "special",
    LocalizedText(fr: "un tube, une prise ou un périphérique", en: "a pipe, a socket or a device"))
}

extension Diagnostic {
  /// Tells that a file was passed over, with the name of its kind as value.
  static func passedOver(_ reason: PassedOverReason, file: String) -> Diagnostic {
    let base = reason.mayHoldData ? DiagnosticCode.fileNotRead : .fileNotData
    let code = DiagnosticCode(
      base.name, base.severity,
      reason: LocalizedText(
        fr: "\(base.reason.french.dropLast()) (\(reason.text.french)).",
        en: "\(base.reason.english.dropLast()) (\(reason.text.english))."),
      remedy: base.remedy)
    return Diagnostic(code, at: SourceLocation(file: file), value: reason.name)
  }

  /// Tells of a file that could not be read: faults of archives under codes of their own, all others as
  /// `file.unreadable` with the error's code as value.
  static func failure(_ error: PasserelleError, file: String) -> Diagnostic {
    var location = error.location ?? SourceLocation(file: file)
    location.file = file
    guard let code = DiagnosticCode.allArchive.first(where: { $0.name == error.code.name }) else {
      return Diagnostic(.fileUnreadable, at: location, value: error.code.name)
    }
    return Diagnostic(code, at: location)
  }
}
