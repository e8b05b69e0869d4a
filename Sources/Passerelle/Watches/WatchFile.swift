import PasserelleCore

/// The file of a workspace's watches, `watches.yaml`, which people may read and edit.
///
/// A file and not a table of the store: watches are settings of those who use the workspace, neither records nor
/// judgements, so they are no part of its hash, its dump or its export.
struct WatchFile {
  let path: String

  private static let format = "passerelle-watches/1"
  private static let keys = ["name", "query", "vendor", "cpv", "place", "kind", "start", "started"]

  /// The watches by name; none where there is no file.
  ///
  /// - Throws: ``PasserelleError`` with code `settings.invalid` for a file that is damaged; nothing of it is lost.
  func read() throws -> [Watch] {
    let reader = WatchYAML(path: path)
    guard let entries = try reader.entries(format: Self.format, list: "watches", keys: Self.keys) else {
      return []
    }
    var watches: [Watch] = []
    for entry in entries {
      var criteria = Watch.Criteria()
      criteria.query = try reader.text(entry, "query")
      criteria.vendor = try reader.text(entry, "vendor")
      criteria.cpvPrefixes = try reader.texts(entry, "cpv")
      criteria.places = try reader.texts(entry, "place")
      criteria.kinds = try reader.texts(entry, "kind").map { name in
        guard let kind = DocumentKind(rawValue: name) else {
          throw reader.fault("nature inconnue « \(name) »", "unknown kind '\(name)'", entry.line)
        }
        return kind
      }
      guard let name = try reader.text(entry, "name"), !watches.contains(where: { $0.name == name }) else {
        throw reader.fault(
          "une veille sans nom, ou un nom donné deux fois", "a watch without name, or a name given twice",
          entry.line)
      }
      do {
        try Watch.check(name: name, criteria)
      } catch let error as PasserelleError {
        throw reader.fault(error.message.french, error.message.english, entry.line)
      }
      watches.append(
        Watch(name: name, criteria: criteria, start: try reader.position(entry, "start", "started")))
    }
    return watches.sorted { $0.name < $1.name }
  }

  /// Writes the watches in place of the file, all or nothing.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  func write(_ watches: [Watch]) throws {
    var text = "format: \(Self.format)\n"
    text += "# Veilles : passerelle watch add, list, remove. / Watches: passerelle watch add, list, remove.\n"
    text += watches.isEmpty ? "watches: []\n" : "watches:\n"
    for watch in watches.sorted(by: { $0.name < $1.name }) {
      let criteria = watch.criteria
      text += "  - name: \(WatchYAML.quoted(watch.name))\n"
      if let query = criteria.query { text += "    query: \(WatchYAML.quoted(query))\n" }
      if let vendor = criteria.vendor { text += "    vendor: \(WatchYAML.quoted(vendor))\n" }
      for (key, values) in [
        ("cpv", criteria.cpvPrefixes), ("place", criteria.places), ("kind", criteria.kinds.map(\.rawValue)),
      ] where !values.isEmpty {
        text += "    \(key): [\(values.map(WatchYAML.quoted).joined(separator: ", "))]\n"
      }
      text += "    start: \(watch.start.sequence)\n"
      if let started = watch.start.ingested {
        text += "    started: \(WatchYAML.quoted(started.description))\n"
      }
    }
    try WatchYAML(path: path).write(text)
  }
}
