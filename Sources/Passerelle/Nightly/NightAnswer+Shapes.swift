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
      "\(count("in")) enregistrements lus = \(count("stored")) stockés (\(count("added")) nouveaux, \(count("changed")) modifiés) + \(count("unchanged")) inchangés + \(count("refused")) refusés",
      "\(count("in")) records in = \(count("stored")) stored (\(count("added")) new, \(count("changed")) changed) + \(count("unchanged")) unchanged + \(count("refused")) refused"
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
        "\(files["files"].int ?? 0) fichiers dans la boîte, \(read) nouveaux ou modifiés, \(skipped) laissés (en cours d’écriture ou cachés)",
        "\(files["files"].int ?? 0) files in the inbox, \(read) new or changed, \(skipped) left (being written or hidden)"
      )
    ]
    let resolution = document["resolution"]
    if resolution.value != nil {
      lines.append(
        language.say(
          "Rapprochement : \(resolution["mentions"].int ?? 0) mentions, \(resolution["clusters"].int ?? 0) groupes, \(resolution["changed"].int ?? 0) mentions changées de groupe",
          "Resolution: \(resolution["mentions"].int ?? 0) mentions, \(resolution["clusters"].int ?? 0) groups, \(resolution["changed"].int ?? 0) mentions in another group"
        ))
    }
    let documents = document["index"]["documents"].int ?? 0
    let alerts = document["alerts"]["alertCount"].int ?? 0
    lines.append(
      language.say(
        "\(documents) documents indexés, \(alerts) alerte(s)",
        "\(documents) documents indexed, \(alerts) alert(s)"))
    for file in document["alerts"]["watches"].list.flatMap({ $0["files"].strings }) {
      lines.append("  " + file)
    }
    let deleted = document["retention"]["deleted"].list.count
    if deleted > 0 {
      lines.append(
        language.say(
          "\(deleted) fichiers supprimés au terme de leur conservation",
          "\(deleted) files deleted, kept long enough"))
    }
    return lines
  }
}
