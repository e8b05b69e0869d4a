internal import PasserelleCore
internal import PasserelleText

/// A diagnosis as written, before it is checked.
struct DiagnosisDraft: Sendable {
  /// What is said of one service.
  struct Answer: Sendable {
    /// The code of the service.
    let service: String
    /// The answer as written.
    let written: String
    /// Where it stands, such as `answers.mobility-parking`.
    let path: String

    /// True for yes, false for no, nil for a silence; `isKnown` is false for any other word.
    var reading: (isKnown: Bool, value: Bool?) {
      let folded = TextFolding.fold(written)
      if DiagnosisWords.affirmations.contains(folded) { return (true, true) }
      if DiagnosisWords.negations.contains(folded) { return (true, false) }
      return (DiagnosisWords.silences.contains(folded), nil)
    }
  }

  /// The fields of the territory, by name.
  var fields: [DiagnosisField: AwardRecord.Field] = [:]
  /// What is said of services, in the order of the file.
  var answers: [Answer] = []
  /// Columns and keys that the format does not have.
  var unknown: [String] = []
  /// Where it begins.
  var location: SourceLocation
  /// Its bytes.
  var bytes: [UInt8] = []

  /// Whether it is generated fiction.
  var isDemonstration: Bool {
    DiagnosisWords.affirmations.contains(TextFolding.fold(fields[.demonstration]?.value ?? ""))
  }

  /// The declared day.
  var declared: PartialDate? {
    fields[.declared].flatMap { PartialDate(iso: $0.value) ?? DateText.read($0.value) }
  }

  /// What tells one territory from another, as written.
  var cityKey: String {
    fields[.insee]?.value ?? fields[.identifier]?.value ?? fields[.city].map { TextFolding.fold($0.value) }
      ?? ""
  }

  /// Takes a field of the territory; the first of several values stands.
  mutating func set(_ field: DiagnosisField, _ text: String, name: String) {
    guard fields[field] == nil, !text.trimmed.isEmpty else { return }
    fields[field] = AwardRecord.Field(name: name, value: text.trimmed)
  }
}
