/// How grave a problem with data is.
public enum Severity: String, Sendable, Hashable, CaseIterable, Codable {
  /// Something worth knowing; nothing was changed.
  case note
  /// A value was repaired, normalised or dropped; the record is stored.
  case warning
  /// The record was refused and put in quarantine.
  case error
}

/// A kind of problem with data: stable name, gravity, reason and remedy in both languages.
public struct DiagnosticCode: Sendable, Hashable {
  /// The stable name, `area.problem`; never reused for another meaning.
  public let name: String
  /// How grave it is.
  public let severity: Severity
  /// Why the value or record is a problem, without the value itself.
  public let reason: LocalizedText
  /// What the user can do about it.
  public let remedy: LocalizedText

  /// Makes a kind of problem; modules declare theirs as static constants.
  public init(_ name: String, _ severity: Severity, reason: LocalizedText, remedy: LocalizedText) {
    self.name = name
    self.severity = severity
    self.reason = reason
    self.remedy = remedy
  }

  /// Makes a kind of problem of texts in both languages, as the tables of modules write them.
  package static func code(
    _ name: String, _ severity: Severity, _ reason: (fr: String, en: String),
    _ remedy: (fr: String, en: String)
  ) -> DiagnosticCode {
    DiagnosticCode(
      name, severity, reason: LocalizedText(fr: reason.fr, en: reason.en),
      remedy: LocalizedText(fr: remedy.fr, en: remedy.en))
  }

  /// The remedy of what needs none.
  package static let nothingToDo = (fr: "Rien à faire.", en: "Nothing to do.")

  /// Two kinds are the same when their names are.
  public static func == (left: Self, right: Self) -> Bool { left.name == right.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// One problem with one piece of data: file, record, field, value, reason, remedy.
///
/// A diagnostic never holds personal data: a value that was dropped as such is described, not quoted.
public struct Diagnostic: Sendable, Hashable {
  /// The kind of problem.
  public let code: DiagnosticCode
  /// Where it was found.
  public var location: SourceLocation
  /// The field as the source names it, such as `titulaires[0].id`.
  public var field: String?
  /// The value as written, cut at ``valueLimit`` characters.
  public var value: String?
  /// What the value was replaced by; nil when it was kept or dropped.
  public var replacement: String?

  /// The longest value kept, in characters.
  public static let valueLimit = 200

  /// Makes a diagnostic; a longer value is cut.
  public init(
    _ code: DiagnosticCode, at location: SourceLocation, field: String? = nil, value: String? = nil,
    replacement: String? = nil
  ) {
    self.code = code
    self.location = location
    self.field = field
    self.value = value.map { $0.count > Self.valueLimit ? String($0.prefix(Self.valueLimit)) + "…" : $0 }
    self.replacement = replacement
  }
}
