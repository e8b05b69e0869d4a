import PasserelleCore

/// How far each watch has been told of, `watch-state.yaml`, which only the program writes.
struct WatchStateFile {
  let path: String

  private static let format = "passerelle-watch-state/1"
  private static let keys = ["name", "criteria", "sequence", "ingested"]

  /// The position of each watch; its start where nothing else is known, so that a lost file repeats and never skips.
  ///
  /// - Throws: ``PasserelleError`` with code `settings.invalid` for a file that is damaged.
  func positions(of watches: [Watch]) throws -> [String: Watch.Position] {
    let known = try read()
    return Dictionary(
      watches.map { watch in
        let entry = known.first { $0.name == watch.name && $0.criteria == Self.digest(watch) }
        return (watch.name, entry?.position ?? watch.start)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Sets the positions of watches; those of watches that are gone, or that it does not name, are dropped or kept.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`, or `settings.invalid` for a damaged file.
  func set(_ positions: [String: Watch.Position], among watches: [Watch]) throws {
    let before = try self.positions(of: watches)
    var text = "format: \(Self.format)\n"
    text += watches.isEmpty ? "watches: []\n" : "watches:\n"
    for watch in watches.sorted(by: { $0.name < $1.name }) {
      let position = positions[watch.name] ?? before[watch.name] ?? watch.start
      text += "  - name: \(WatchYAML.quoted(watch.name))\n"
      text += "    criteria: \(WatchYAML.quoted(Self.digest(watch)))\n"
      text += "    sequence: \(position.sequence)\n"
      if let moment = position.ingested { text += "    ingested: \(WatchYAML.quoted(moment.description))\n" }
    }
    try WatchYAML(path: path).write(text)
  }

  private func read() throws -> [(name: String, criteria: String, position: Watch.Position)] {
    let reader = WatchYAML(path: path)
    return try (reader.entries(format: Self.format, list: "watches", keys: Self.keys) ?? []).map { entry in
      guard let name = try reader.text(entry, "name"), let criteria = try reader.text(entry, "criteria")
      else {
        throw reader.fault(
          "une entrée sans nom ou sans critères", "an entry without name or criteria", entry.line)
      }
      return (name, criteria, try reader.position(entry, "sequence", "ingested"))
    }
  }

  /// The criteria as one text.
  private static func digest(_ watch: Watch) -> String {
    let criteria = watch.criteria
    return [
      criteria.query ?? "", criteria.vendor ?? "", criteria.cpvPrefixes.joined(separator: ","),
      criteria.places.joined(separator: ","), criteria.kinds.map(\.rawValue).joined(separator: ","),
    ].joined(separator: "|")
  }
}
