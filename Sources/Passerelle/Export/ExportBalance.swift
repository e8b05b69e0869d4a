public import PasserelleCore
import PasserelleSources

/// What an export wrote and left out.
public struct ExportBalance: Sendable, Hashable {
  /// Why a record was left out.
  public enum Reason: Sendable, Hashable, Comparable {
    /// The format requires a field that the record lacks, by the name that the format gives it.
    case missing(String)
    /// It is a call, and the format holds awards alone.
    case call
    /// It is neither a call nor an award.
    case otherKind
    /// Its source restricts access to it.
    case restricted
    /// It is generated.
    case demonstration
    /// It could not be read.
    case refused
  }

  /// How many records were looked at after the conditions.
  public internal(set) var records = 0
  /// How many are in the document.
  public internal(set) var written = 0
  /// How many are left out, each once.
  public internal(set) var leftOut = 0
  /// How many files could not be read, or not to their end.
  public internal(set) var unreadable = 0
  /// How many records each reason concerns; one record may lack several fields.
  public internal(set) var reasons: [Reason: Int] = [:]

  /// How many of the records written have a field whose value follows from other fields, by field.
  public internal(set) var derived: [String: Int] = [:]

  /// The lines that tell it, each reason with its count, the most frequent first.
  public func lines(_ language: MessageLanguage) -> [String] {
    var lines = [
      language.say(
        "Fiches retenues : \(records) ; écrites : \(written) ; écartées : \(leftOut).",
        "Records chosen: \(records); written: \(written); left out: \(leftOut).")
    ]
    let sorted = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (reason, count) in sorted { lines.append("  \(count) — " + reason.words(language)) }
    if unreadable > 0 {
      lines.append(
        language.say("Fichiers illisibles : \(unreadable).", "Files that cannot be read: \(unreadable)."))
    }
    for (field, count) in derived.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      lines.append(
        "  \(count) — "
          + language.say("« \(field) » déduit d’autres champs", "'\(field)' derived from other fields"))
    }
    return lines
  }

  /// Takes note of a record that a format could not hold.
  mutating func leave(_ record: ProcedureWriter.LeftOut) {
    leave(record.fields.isEmpty ? [.call] : record.fields.map(Reason.missing))
  }

  /// Takes note of a record that was left out.
  mutating func leave(_ reasons: [Reason]) {
    leftOut += 1
    for reason in reasons { self.reasons[reason, default: 0] += 1 }
  }
}

extension ExportBalance.Reason {
  /// The reason in words.
  fileprivate func words(_ language: MessageLanguage) -> String {
    switch self {
    case .missing(let field):
      language.say("sans « \(field) », que le format exige", "without '\(field)', which the format requires")
    case .call: language.say("appels : le format n’a que des marchés", "calls: the format holds awards alone")
    case .otherKind:
      language.say("ni appel ni marché (voir dump)", "neither calls nor awards (see dump)")
    case .restricted: language.say("accès restreint par la source", "access restricted by the source")
    case .demonstration:
      language.say(
        "données de démonstration (voir --demonstration)", "demonstration data (see --demonstration)")
    case .refused: language.say("refusées à la lecture", "refused when read")
    }
  }
}
