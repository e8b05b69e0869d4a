public import PasserelleCore
import PasserelleRendering

/// What a night did.
public struct NightAnswer: Sendable {
  /// The document, `passerelle-night/1`.
  public let structured: StructuredValue
  /// The language of its texts.
  public let language: MessageLanguage
  /// When the night began.
  let started: Instant

  /// How the night ended.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Everything new is stored.
    case done
    /// Something was put in quarantine.
    case quarantined
    /// A source could not be fetched, or a watch not be run; the rest was done.
    case incomplete

    /// The status in words.
    public var label: LocalizedText {
      switch self {
      case .done: LocalizedText(fr: "terminée", en: "done")
      case .quarantined: LocalizedText(fr: "terminée, avec quarantaine", en: "done, with quarantine")
      case .incomplete: LocalizedText(fr: "incomplète", en: "incomplete")
      }
    }
  }

  /// How the night ended.
  public var status: Status { document["status"].string.flatMap(Status.init(rawValue:)) ?? .done }

  /// What deserves attention, one line each.
  public var warnings: [String] { document["warnings"].list.compactMap { $0["message"].text(language) } }

  var document: SourcingNote.Value { SourcingNote.Value(structured) }

  init(_ journal: NightJournal, language: MessageLanguage) {
    self.language = language
    started = journal.started
    let ingested = journal.result(of: .ingest)
    let run = ingested["run"]
    let warnings = NightWarning.all(of: journal)
    let isIncomplete = warnings.contains { $0.isIncomplete }
    let isQuarantined = (run["records"]["refused"].int ?? 0) + (run["files"]["failed"].int ?? 0) > 0
    let status: Status = isIncomplete ? .incomplete : isQuarantined ? .quarantined : .done
    func part(_ stage: NightStage) -> StructuredValue? { journal.result(of: stage).value }
    structured = .object([
      "format": .string("passerelle-night/1"), "night": .string(journal.night),
      "inbox": .string(journal.inbox),
      "started": .string(journal.started.description), "attempts": .int(journal.attempts),
      "status": .string(status.rawValue),
      "stages": .array(
        journal.entries.filter { $0.stage != .report }.map {
          .object(["stage": .string($0.stage.rawValue), "milliseconds": .int(Int($0.milliseconds))])
        }),
      "run": run["run"].value, "files": run["files"].value, "inboxFiles": ingested["inbox"].value,
      "records": run["records"].value, "sources": run["sources"].value, "statements": run["statements"].value,
      "diagnostics": run["diagnostics"].value, "quarantine": run["quarantine"].value,
      "unreadable": ingested["unreadable"].value, "fetched": journal.result(of: .fetch)["sources"].value,
      "resolution": part(.resolve), "index": part(.index), "alerts": part(.alerts),
      "retention": part(.retention), "erasures": journal.structuredErasures,
      "warnings": .array(warnings.map(\.structured)),
    ])
  }
}

/// Something of a night that deserves attention.
struct NightWarning {
  /// What it is about.
  enum Kind: String {
    case volume
    case fetch
    case watch
    case file
    case changed
    case resumed
    case erasure
  }

  let kind: Kind
  let subject: String
  let message: LocalizedText
  /// Whether something is left to be done.
  var isIncomplete: Bool

  var structured: StructuredValue {
    .object([
      "kind": .string(kind.rawValue), "subject": .string(subject),
      "message": .object(["fr": .string(message.french), "en": .string(message.english)]),
    ])
  }

  /// The most files that are told of one by one.
  private static let toldFiles = 20

  /// What deserves attention in a night, the gravest kinds first.
  static func all(of journal: NightJournal) -> [NightWarning] {
    var result: [NightWarning] = []
    func add(
      _ kind: Kind, _ subject: String, _ french: String, _ english: String, isIncomplete: Bool = false
    ) {
      result.append(
        NightWarning(
          kind: kind, subject: subject, message: LocalizedText(fr: french, en: english),
          isIncomplete: isIncomplete || kind == .fetch || kind == .watch))
    }
    for one in journal.erasures {
      let number = String(one.id)
      switch one.outcome {
      case .ended:
        add(
          .erasure, number, "L’effacement n° \(number), interrompu, a d’abord été mené à terme.",
          "Erasure number \(number), which had been stopped, was ended first.")
      case .again:
        add(
          .erasure, number,
          "L’effacement n° \(number) manquait à la base rétablie ; il a été fait de nouveau.",
          "Erasure number \(number) was missing from the store put back; it was carried out again.")
      case .unfinished:
        add(
          .erasure, number,
          "L’effacement n° \(number), interrompu, n’a pas pu être terminé : un autre programme lit la base. Arrêtez-le ; la prochaine nuit le termine.",
          "Erasure number \(number), which had been stopped, could not be ended: another program reads the store. Stop it; the next night ends the erasure.",
          isIncomplete: true)
      }
    }
    for one in journal.result(of: .fetch)["sources"].list {
      guard let problem = one["problem"]["fr"].string, let name = one["name"].string else { continue }
      add(
        .fetch, name, "Source « \(name) » non téléchargée : \(problem)",
        "Source '\(name)' not fetched: \(one["problem"]["en"].string ?? problem)")
    }
    for one in journal.result(of: .ingest)["drops"].list {
      guard let name = one["source"].string, let now = one["in"].int, let median = one["median"].int else {
        continue
      }
      let nights = one["nights"].int ?? 0
      add(
        .volume, name,
        "Source « \(name) » : \(fr: now, "enregistrement lu", "enregistrements lus"), contre \(median) d’habitude (médiane de \(fr: nights, "jour")).",
        "Source '\(name)': \(en: now, "record") read, against the usual \(median) (median of \(en: nights, "day"))."
      )
    }
    let unreadable = journal.result(of: .ingest)["unreadable"].strings
    for file in unreadable.prefix(toldFiles) {
      add(.file, file, "Fichier illisible : \(file)", "Unreadable file: \(file)")
    }
    if unreadable.count > toldFiles {
      let rest = unreadable.count - toldFiles
      add(
        .file, "",
        "\(fr: rest, "autre fichier illisible", "autres fichiers illisibles") : voyez les raisons dans la quarantaine.",
        "\(en: rest, "further unreadable file"): see the reasons in quarantine.")
    }
    for one in journal.result(of: .alerts)["watches"].list {
      guard let problem = one["problem"].string, let name = one["watch"].string else { continue }
      add(.watch, name, "Veille « \(name) » : \(problem)", "Watch '\(name)': \(problem)")
    }
    for file in journal.result(of: .record)["changedMeanwhile"].strings {
      add(
        .changed, file, "Modifié pendant la nuit, relu à la prochaine : \(file)",
        "Changed during the night, read again in the next one: \(file)")
    }
    if journal.attempts > 1 {
      add(
        .resumed, journal.night, "Nuit reprise après un arrêt (\(fr: journal.attempts, "démarrage")).",
        "Night gone on with after a stop (\(en: journal.attempts, "start")).")
    }
    return result
  }
}
