public import PasserelleCore
import PasserellePipeline

extension ErasureAnswer {
  /// The most records and texts that a page lists; JSON and CSV list all.
  private static let listed = 200

  /// What was found, for people: a paragraph or a list entry a line.
  public func text(_ language: MessageLanguage) -> [String] {
    func say(_ french: String, _ english: String) -> String { language.say(french, english) }
    var lines: [String] = []
    if hasResumed {
      lines.append(
        say(
          "Un effacement interrompu a d’abord été mené à terme.",
          "An erasure that was stopped was ended first."))
    }
    guard !isEmpty else {
      return lines + [say("Rien à effacer.", "Nothing to erase.")]
        + texts.prefix(Self.listed).map { line($0, language) }
    }
    let isDone = state == .erased
    if !records.isEmpty {
      lines.append(
        isDone
          ? say("Enregistrements effacés : \(records.count)", "Records erased: \(records.count)")
          : say("Enregistrements à effacer : \(records.count)", "Records to erase: \(records.count)"))
      lines += records.prefix(Self.listed).map {
        "  " + $0.source + "/" + $0.key + say(" (versions : \($0.versions))", " (versions: \($0.versions))")
      }
      if records.count > Self.listed { lines.append("  …") }
    }
    if !texts.isEmpty {
      lines.append(say("Textes trouvés : \(texts.count)", "Texts found: \(texts.count)"))
      lines += texts.prefix(Self.listed).map { line($0, language) }
      if texts.count > Self.listed { lines.append("  …") }
    }
    for file in files {
      lines.append(say("Fichier : ", "File: ") + file.path + " (" + Self.word(file, language) + ")")
    }
    for (count, french, english) in [
      (matchRuns, "Classements enregistrés supprimés", "Recorded rankings deleted"),
      (watches, "Veilles supprimées", "Watches deleted"),
      (ledger, "Lignes du registre caviardées", "Lines of the ledger redacted"),
    ] where count > 0 {
      lines.append(say(french + " : \(count)", english + ": \(count)"))
    }
    lines += outside(language)
    lines.append(
      isDone
        ? suppresses
          ? say(
            "Effacement n° \(id ?? 0) fait. Ce qui revient sera refusé ou caviardé.",
            "Erasure number \(id ?? 0) done. What comes back will be refused or redacted.")
          : say(
            "Effacement n° \(id ?? 0) fait. Rien n’empêche un retour à la prochaine lecture.",
            "Erasure number \(id ?? 0) done. Nothing keeps it from coming back.")
        : say(
          "Rien n’est changé : ajoutez --yes pour effacer, --except pour garder un enregistrement.",
          "Nothing is changed: add --yes to erase, --except to keep a record."))
    return lines
  }

  private func line(_ text: Text, _ language: MessageLanguage) -> String {
    let fate =
      switch text.fate {
      case .redacted: language.say("caviardé", "redacted")
      case .goes: language.say("part avec l’enregistrement", "goes with its record")
      case .stays: language.say("gardé", "kept")
      }
    return
      "  \(text.record.source)/\(text.record.key) \(text.relation ?? "iri") : \(Self.oneLine(text.excerpt)) → \(fate)"
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  private static func word(_ file: ErasedFile, _ language: MessageLanguage) -> String {
    switch file.treatment {
    case .lines: language.say("lignes retirées : \(file.count)", "lines removed: \(file.count)")
    case .redacted: language.say("caviardé", "redacted")
    case .deleted: language.say("supprimé", "deleted")
    case .kept, .own, .store, .derived, .watches:
      language.say("laissé tel quel : à voir à la main", "left as it is: to be seen to by hand")
    }
  }

  /// What is not the program's to change.
  private func outside(_ language: MessageLanguage) -> [String] {
    inbox.files.map {
      language.say(
        "Reste dans la boîte de dépôt, à votre charge : \($0)", "Still in the inbox, yours to change: \($0)")
    }
      + inbox.unread.map {
        language.say(
          "Fichier de la boîte de dépôt non examiné (archive ou document) : \($0)",
          "File of the inbox not looked into (archive or document): \($0)")
      }
      + backups.map {
        let day = Instant(milliseconds: $0.instant).date.description
        return language.say(
          "Reste peut-être dans la sauvegarde du \(day) : \($0.path)",
          "May still be in the backup of \(day): \($0.path)")
      }
  }
}

extension ErasureListAnswer {
  /// What the list says beside its rows.
  public func notes(_ language: MessageLanguage) -> [String] {
    var notes: [String] = []
    if let unfinished {
      notes.append(
        language.say(
          "L’effacement n° \(unfinished) a été interrompu : le prochain « erase … --yes », ou la prochaine nuit, le termine.",
          "Erasure number \(unfinished) was stopped: the next 'erase … --yes', or the next night, ends it."))
    }
    for number in missing {
      notes.append(
        language.say(
          "L’effacement n° \(number) manque à la base, qui est plus ancienne que lui : faites-le de nouveau.",
          "Erasure number \(number) is not in the store, which is older than it: carry it out again."))
    }
    if entries.isEmpty {
      notes.append(language.say("Aucun effacement n’a été fait.", "No erasure was carried out."))
    }
    return notes
  }
}
