internal import PasserelleCore
internal import PasserelleJSON

/// The reading of one file of entities: what was met, and what waits for the things that it ties.
final class EntitySession {
  private let source: String
  private let file: String
  private let limits: JSONLimits
  private var known: [Fingerprint: Standing] = [:]
  /// Lines that wait, as they stand in the file.
  private var held: [UInt8] = []
  private var heldLocations: [SourceLocation] = []
  /// The record that was made last: the notes go with the last of all.
  private var pending: EntityRecord?
  private var persons = 0
  private var others: [String: Int] = [:]
  /// The most bytes that wait.
  private static let heldLimit = 128 << 20

  /// What an identifier turned out to be.
  private enum Standing {
    case person, taken, other
  }

  /// An identifier in sixteen bytes (FNV-1a with two beginnings).
  private struct Fingerprint: Hashable {
    let first: UInt64
    let second: UInt64

    init(_ text: String) {
      var (first, second) = (0xCBF2_9CE4_8422_2325 as UInt64, 0x9E37_79B9_7F4A_7C15 as UInt64)
      for byte in text.utf8 {
        first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
        second = (second ^ UInt64(byte)) &* 0x100_0000_01B3
        second ^= second >> 29
      }
      (self.first, self.second) = (first, second)
    }
  }

  init(source: String, file: String, limits: JSONLimits) {
    (self.source, self.file, self.limits) = (source, file, limits)
  }

  /// Reads a stream to its end.
  func run(
    _ input: inout any ByteSource, layout: JSONRecordLayout, form: (JSONValue) -> Entity?,
    _ body: (SourceItem) throws -> Bool
  ) throws {
    var goesOn = true
    var isEmpty = true
    try JSONRecordReader(layout: layout, limits: limits).read(&input, file: file) { item in
      switch item {
      case .refused(let refused):
        isEmpty = false
        goesOn = try body(.refused(refused))
      case .record(let json):
        guard let entity = form(json.value) else {
          isEmpty = false
          goesOn = try body(.refused(refused(json.bytes, json.location, .ftmNotEntity, nil)))
          return goesOn
        }
        goesOn = try take(entity, json.bytes, json.location, isLast: false, body)
      }
      return goesOn
    }
    guard goesOn else { return }
    var rank = 0
    var waiting: any ByteSource = MemoryByteSource(held)
    if !held.isEmpty {
      try JSONRecordReader(layout: .lines, limits: limits).read(&waiting, file: file) { item in
        guard case .record(let json) = item, let entity = form(json.value) else { return true }
        let location = heldLocations[rank]
        rank += 1
        goesOn = try take(entity, json.bytes, location, isLast: true, body)
        return goesOn
      }
    }
    guard goesOn else { return }
    let notes = notes
    if var last = pending {
      last.notes = notes
      _ = try body(.record(last))
    } else if isEmpty {
      throw PasserelleError(
        .inputUnknownFormat,
        LocalizedText(
          fr:
            "Le fichier ne contient que des personnes ou des choses qui ne sont pas lues. Rien n’a été gardé.",
          en: "The file holds only persons or things that are not read. Nothing was kept."),
        at: SourceLocation(file: file))
    }
  }

  private var notes: [Diagnostic] {
    let location = SourceLocation(file: file)
    var notes: [Diagnostic] = []
    if persons > 0 { notes.append(Diagnostic(.ftmPersons, at: location, value: String(persons))) }
    if !others.isEmpty {
      let list = others.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      notes.append(Diagnostic(.ftmNotTaken, at: location, value: list.joined(separator: ", ")))
    }
    return notes
  }

  /// Takes an entity, or lets it wait until the end of the file.
  private func take(
    _ entity: Entity, _ bytes: [UInt8], _ location: SourceLocation, isLast: Bool,
    _ body: (SourceItem) throws -> Bool
  ) throws -> Bool {
    let name = Fingerprint(entity.identifier)
    switch EntitySchemas.treatment(of: entity.schema) {
    case .person:
      persons += 1
      known[name] = .person
      return true
    case .other:
      others[entity.schema, default: 0] += 1
      known[name] = .other
      return true
    case .thing(let references):
      if !isLast {
        if entity.schema == "LegalEntity", isPerson(entity) {
          persons += 1
          known[name] = .person
          return true
        }
        known[name] = .taken
      }
      var entity = entity
      for property in references where !entity[property].isEmpty {
        guard resolve(&entity, property, isLast: isLast) else { return try hold(bytes, location, body) }
      }
      return try give(entity, bytes, location, body)
    case .link(let from, let to):
      guard entity["person"].isEmpty else {
        persons += 1
        return true
      }
      var entity = entity
      let wasEmpty = entity[from].isEmpty || entity[to].isEmpty
      for property in [from, to] {
        guard resolve(&entity, property, isLast: isLast) else { return try hold(bytes, location, body) }
      }
      if !entity[from].isEmpty, !entity[to].isEmpty { return try give(entity, bytes, location, body) }
      if entity["dropped"].contains("person") {
        persons += 1
        return true
      }
      if entity["dropped"].contains("other") {
        others[entity.schema, default: 0] += 1
        return true
      }
      return try body(
        .refused(refused(bytes, location, wasEmpty ? .ftmNoEnd : .ftmUnknownEnd, entity.schema)))
    }
  }

  /// Leaves only those that are taken among the things that a property refers to.
  ///
  /// - Returns: False where some are not known yet.
  private func resolve(_ entity: inout Entity, _ property: String, isLast: Bool) -> Bool {
    var kept: [String] = []
    for id in entity[property] {
      switch known[Fingerprint(id)] {
      case .taken: kept.append(id)
      case .person: entity["dropped"].append("person")
      case .other: entity["dropped"].append("other")
      case nil:
        guard isLast else { return false }
        entity["dropped"].append("unknown")
      }
    }
    entity[property] = kept
    return true
  }

  private func hold(_ bytes: [UInt8], _ location: SourceLocation, _ body: (SourceItem) throws -> Bool) throws
    -> Bool
  {
    guard held.count + bytes.count < Self.heldLimit else {
      return try body(.refused(refused(bytes, location, .ftmUnknownEnd, nil)))
    }
    // One line each: white space between tokens may hold line ends.
    held.reserveCapacity(held.count + bytes.count + 1)
    for byte in bytes { held.append(byte == UInt8(ascii: "\n") || byte == 13 ? 0x20 : byte) }
    held.append(UInt8(ascii: "\n"))
    heldLocations.append(location)
    return true
  }

  private func give(
    _ entity: Entity, _ bytes: [UInt8], _ location: SourceLocation, _ body: (SourceItem) throws -> Bool
  ) throws -> Bool {
    let record = EntityRecord(
      source: source, entity: entity, bytes: bytes, location: location)
    defer { pending = record }
    guard let before = pending else { return true }
    return try body(.record(before))
  }

  private func refused(_ bytes: [UInt8], _ location: SourceLocation, _ code: DiagnosticCode, _ value: String?)
    -> RefusedRecord
  {
    RefusedRecord(
      bytes: bytes, diagnostics: [Diagnostic(code, at: location, field: "schema", value: value)])
  }

  /// Whether an entity of which the source does not say what it is has a name of a natural person.
  private func isPerson(_ entity: Entity) -> Bool {
    entity["name"].contains { PersonNames.isPerson($0) || OCDSGivenNames.isPerson($0) }
  }
}
