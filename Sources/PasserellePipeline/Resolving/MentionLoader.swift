package import PasserelleCore
package import PasserelleGraph
package import PasserelleOntology
import PasserelleResolution

/// Loads every organisation, place and laboratory that a reader sees as a mention.
///
/// Reads one relation after another through the predicate-first order, as identifiers; only what is named is resolved to
/// terms.
package struct MentionLoader {
  /// The version of what mentions are made of and of how they are compared; a state of another one is made anew.
  package static let version: UInt64 = 3

  private let reader: GraphReader
  private let ontology: Ontology
  private let identifiers: EntityIdentifiers
  private let formerNames: FormerNameTable
  /// The most names of a mention, the most stated first.
  private static let nameLimit = 8

  /// Makes a loader over one state of a store.
  package init(
    reader: GraphReader, ontology: Ontology, iris: IRISpace, formerNames: FormerNameTable = FormerNameTable()
  ) {
    self.reader = reader
    self.ontology = ontology
    identifiers = EntityIdentifiers(iris: iris)
    self.formerNames = formerNames
  }

  /// The mentions, by IRI.
  ///
  /// What has no name cannot be compared and is left out; communes have that of the list of communes.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  /// - Complexity: O(statements of the relations read).
  package func mentions() throws -> [StoredMention] {
    let entities = try entities()
    let names = try EntityNameTable(of: entities, reader)
    let stated = try statedIdentifiers(entities)
    let context = try EntityContext(entities, reader)
    let countries = try countries(entities)
    let slots = entities.kinds.keys.sorted()
    var mentions: [StoredMention] = []
    mentions.reserveCapacity(slots.count)
    for (thing, term) in zip(slots, try reader.terms(of: slots)) {
      guard let iri = term?.iriValue, let kind = entities.kinds[thing] else { continue }
      var found = [identifiers.identifier(ofIRI: iri)].compactMap { $0 } + (stated[thing] ?? [])
      found = Self.distinct(found)
      var current = names.current(thing, limit: Self.nameLimit)
      if current.isEmpty { current = communeNames(found) }
      guard !current.isEmpty else { continue }
      let country = countries[thing] ?? EntityIdentifiers.country(of: found)
      mentions.append(
        StoredMention(
          mention: Mention(
            id: iri, kind: kind, names: current,
            formerNames: names.former(thing) + formerNames.former(of: current), identifiers: found,
            country: country, place: EntityIdentifiers.place(of: found),
            activities: context.activities(thing),
            neighbours: context.neighbours(thing)),
          records: entities.records[thing] ?? 1))
    }
    return mentions.sorted { $0.mention.id < $1.mention.id }
  }

  /// The things of the classes that are resolved, each with its sort and the records that name it.
  private func entities() throws -> EntityTable {
    let kinds = EntityKinds(ontology).classes
    let ids = try reader.identifiers(of: kinds.map { .iri($0.iri) } + [.iri(Vocabulary.type)])
    var table = EntityTable()
    guard let type = ids.last, type.isBound else { return table }
    for (id, one) in zip(ids, kinds) where id.isBound {
      try reader.scan(QuadPattern(predicate: type, object: id)) { batch in
        for index in 0..<batch.count { table.add(batch.subjects[index], one.kind) }
        return true
      }
    }
    return table
  }

  private func statedIdentifiers(_ entities: EntityTable) throws -> [TermID: [Mention.Identifier]] {
    var found: [TermID: [Mention.Identifier]] = [:]
    let relations: [(iri: String, scheme: EntityIdentifierScheme?)] = [
      (Vocabulary.siren, .siren), (Vocabulary.siret, .siret), (Self.vatNumber, .vat),
      (Vocabulary.identifier, nil),
      (Self.sameAs, nil),
    ]
    for (relation, scheme) in relations {
      let pairs = try EntityColumn(relation, of: entities, reader).pairs
      let objects = Set(pairs.map(\.object)).sorted()
      var values: [TermID: Mention.Identifier] = [:]
      for (id, term) in zip(objects, try reader.terms(of: objects)) {
        guard let term else { continue }
        if let text = term.lexicalForm {
          values[id] =
            scheme.flatMap { EntityIdentifiers.checked($0, text) } ?? identifiers.identifier(ofLiteral: text)
        } else if let iri = term.iriValue {
          values[id] = identifiers.identifier(ofIRI: iri)
        }
      }
      for pair in pairs {
        if let value = values[pair.object] { found[pair.thing, default: []].append(value) }
      }
    }
    return found
  }

  private func countries(_ entities: EntityTable) throws -> [TermID: String] {
    let pairs = try EntityColumn(Vocabulary.pas + "country", of: entities, reader).pairs
    let objects = Set(pairs.map(\.object)).sorted()
    let texts = Dictionary(uniqueKeysWithValues: zip(objects, try reader.terms(of: objects)))
    var countries: [TermID: String] = [:]
    for pair in pairs {
      guard let text = texts[pair.object]??.lexicalForm, text.utf8.count == 2 else { continue }
      countries[pair.thing] = min(countries[pair.thing] ?? text, text)
    }
    return countries
  }

  private func communeNames(_ identifiers: [Mention.Identifier]) -> [String] {
    guard let code = identifiers.first(where: { $0.scheme == .insee })?.value,
      let label = ontology.label(ofCode: code, in: Ontology.ListName.communes)
    else { return [] }
    return [label[.french]]
  }

  /// Each once, by scheme and value.
  private static func distinct(_ identifiers: [Mention.Identifier]) -> [Mention.Identifier] {
    Set(identifiers).sorted { ($0.scheme, $0.value) < ($1.scheme, $1.value) }
  }

  private static let vatNumber = Vocabulary.pas + "vatNumber"
  private static let sameAs = "http://www.w3.org/2002/07/owl#sameAs"
}

/// The things that are resolved.
struct EntityTable {
  private(set) var kinds: [TermID: Mention.Kind] = [:]
  private(set) var records: [TermID: Int] = [:]

  mutating func add(_ thing: TermID, _ kind: Mention.Kind) {
    records[thing, default: 0] += 1
    if let known = kinds[thing], EntityKinds.rank(known) <= EntityKinds.rank(kind) { return }
    kinds[thing] = kind
  }
}

/// What a relation states of the things that are resolved, each pair with the number of records that state it.
struct EntityColumn {
  struct Entry {
    let thing: TermID
    let object: TermID
    var count: Int
  }

  private(set) var pairs: [Entry] = []

  init(_ relation: String, of entities: EntityTable, _ reader: GraphReader) throws {
    let predicate = try reader.identifiers(of: [.iri(relation)])[0]
    guard predicate.isBound else { return }
    try reader.scan(QuadPattern(predicate: predicate)) { batch in
      // The order by predicate, object and subject gives equal statements in a row.
      for index in 0..<batch.count {
        let (thing, object) = (batch.subjects[index], batch.objects[index])
        if let last = pairs.last, last.thing == thing, last.object == object {
          pairs[pairs.count - 1].count += 1
        } else if entities.kinds[thing] != nil {
          pairs.append(Entry(thing: thing, object: object, count: 1))
        }
      }
      return true
    }
  }
}
