public import PasserelleCore
import PasserelleRendering

extension NightAnswer {
  /// The balance of each source in rows: what `--format csv` gives.
  public var table: Table {
    func column(_ name: String, _ french: String) -> Table.Column {
      .init(name, LocalizedText(fr: french, en: name), .right)
    }
    return Table(
      columns: [
        .init("source", LocalizedText(fr: "source", en: "source")), column("in", "lus"),
        column("stored", "stockés"), column("added", "ajoutés"), column("changed", "modifiés"),
        column("unchanged", "inchangés"), column("refused", "refusés"),
      ],
      rows: document["sources"].list.map { one in
        [.text(one["name"].string ?? "")]
          + ["in", "stored", "added", "changed", "unchanged", "refused"].map { .int(one[$0].int ?? 0) }
      })
  }

  /// The night for people, without its warnings.
  ///
  /// - Parameter width: The line width in columns.
  /// - Returns: The lines.
  public func text(width: Int) -> [String] {
    var lines = [
      language.say(
        "Nuit \(name), \(status.label.french) : \(balance)",
        "Night \(name), \(status.label.english): \(balance)")
    ]
    lines += sourceLines.map { "  " + $0 }
    for line in factLines { lines += TextWrap.wrap(line, width: width, indent: 4, firstIndent: 0) }
    return lines
  }

  var name: String { document["night"].string ?? "" }

  /// The balance of all records in words.
  var balance: String {
    let records = document["records"]
    func count(_ key: String) -> Int { records[key].int ?? 0 }
    return language.say(
      "\(fr: count("in"), "enregistrement lu", "enregistrements lus") = \(fr: count("stored"), "stocké") (\(fr: count("added"), "nouveau", "nouveaux"), \(fr: count("changed"), "modifié")) + \(fr: count("unchanged"), "inchangé") + \(fr: count("refused"), "refusé")",
      "\(en: count("in"), "record") in = \(count("stored")) stored (\(count("added")) new, \(count("changed")) changed) + \(count("unchanged")) unchanged + \(count("refused")) refused"
    )
  }

  private var sourceLines: [String] {
    document["sources"].list.map { one in
      func count(_ key: String) -> Int { one[key].int ?? 0 }
      return "\(one["name"].string ?? "")" + language.say(" : ", ": ")
        + "\(count("in")) = \(count("stored")) + \(count("unchanged")) + \(count("refused"))"
    }
  }

  /// What else there is to say, one line each.
  var factLines: [String] {
    let files = document["inboxFiles"]
    let read = files["read"].int ?? 0
    let skipped = files["skipped"].list.count
    var lines = [
      language.say(
        "\(fr: files["files"].int ?? 0, "fichier") dans la boîte, \(fr: read, "nouveau ou modifié", "nouveaux ou modifiés"), \(fr: skipped, "laissé (en cours d’écriture ou caché)", "laissés (en cours d’écriture ou cachés)")",
        "\(en: files["files"].int ?? 0, "file") in the inbox, \(read) new or changed, \(skipped) left (being written or hidden)"
      )
    ]
    let closed = document["records"]["closed"].int ?? 0
    if closed > 0 {
      lines.append(
        language.say(
          "\(fr: closed, "graphe clos, que son fichier ne contient", "graphes clos, que leur fichier ne contient") plus",
          "\(en: closed, "graph") closed, no longer in \(closed == 1 ? "its file" : "their files")"))
    }
    let resolution = document["resolution"]
    if resolution.value != nil {
      lines.append(
        language.say(
          "Rapprochement : \(fr: resolution["mentions"].int ?? 0, "mention"), \(fr: resolution["clusters"].int ?? 0, "groupe"), \(fr: resolution["changed"].int ?? 0, "mention changée", "mentions changées") de groupe",
          "Resolution: \(en: resolution["mentions"].int ?? 0, "mention"), \(en: resolution["clusters"].int ?? 0, "group"), \(en: resolution["changed"].int ?? 0, "mention") in another group"
        ))
    }
    let documents = document["index"]["documents"].int ?? 0
    let alerts = document["alerts"]["alertCount"].int ?? 0
    lines.append(
      language.say(
        "\(fr: documents, "document indexé", "documents indexés"), \(fr: alerts, "alerte")",
        "\(en: documents, "document") indexed, \(en: alerts, "alert")"))
    for file in document["alerts"]["watches"].list.flatMap({ $0["files"].strings }) {
      lines.append("  " + file)
    }
    let deleted = document["retention"]["deleted"].list.count
    if deleted > 0 {
      lines.append(
        language.say(
          "\(fr: deleted, "fichier supprimé", "fichiers supprimés") au terme de leur conservation",
          "\(en: deleted, "file") deleted, kept long enough"))
    }
    return lines
  }
}
