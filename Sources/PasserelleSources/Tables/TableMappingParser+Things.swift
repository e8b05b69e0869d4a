import PasserelleCore

extension TableMappingParser {
  /// Reads a thing of the row.
  mutating func thing(_ name: String, _ node: MappingNode) throws -> TableThing {
    try node.allow([
      "id", "class", "classes", "when", "unless", "each", "person", "point", "statements",
    ])
    var each: TableEach?
    if let parts = node["each"] {
      try parts.allow(["columns", "separator"])
      each = TableEach(
        columns: try parts.required("columns").elements().map { try column($0) },
        separator: try parts.required("separator").character())
    }
    var tables: [(column: TableColumn, classes: [String: String])] = []
    for classes in node["classes"]?.elements() ?? [] {
      try classes.allow(["column", "codes"])
      let names = try codeTable(try classes.required("codes"))
      tables.append(
        (try column(try classes.required("column")), names.mapValues { FactTerms.type($0) }))
    }
    return TableThing(
      name: name,
      identities: try node.required("id").elements().map {
        try identity($0, below: mapping.things.count)
      },
      classes: try node["class"]?.texts().map { FactTerms.type($0) } ?? [], classTables: tables,
      conditions: try conditions(node), each: each,
      personColumns: try node["person"]?.elements().map { try column($0) } ?? [],
      point: try node["point"].map { try point($0) },
      statements: try node["statements"]?.elements().map { try statement($0) } ?? [])
  }

  private mutating func point(_ node: MappingNode) throws -> TablePoint {
    try node.allow(["wkt", "latitude", "longitude"])
    if let text = node["wkt"] { return .wellKnownText(try column(text)) }
    return .columns(
      latitude: try column(try node.required("latitude")),
      longitude: try column(try node.required("longitude")))
  }

  func codeTable(_ node: MappingNode) throws -> [String: String] {
    guard let table = codes[try node.text()] else {
      throw node.wrong(codes.keys.sorted().joined(separator: ", "))
    }
    return table
  }

  /// Reads a statement: a relation and what stands at its other end.
  mutating func statement(_ node: MappingNode) throws -> TableStatement {
    try node.allow([
      "relation", "column", "text", "thing", "id", "as", "language", "split", "codes", "list", "else", "pick",
      "when", "unless", "quantity",
    ])
    let relation = try node.required("relation").text()
    let object: TableStatement.Object
    if let name = node["column"] {
      object = .text(TableTemplate(column: try column(name)))
    } else if let text = node["text"] {
      object = .text(try template(text))
    } else if let thing = node["thing"] {
      object = .thing(try place(thing))
    } else if let id = node["id"] {
      object = .identifier(try identity(id))
    } else {
      throw node.fault(
        "« \(node.path) » doit avoir l’une des clés column, text, thing ou id.",
        "“\(node.path)” must have one of the keys column, text, thing or id.")
    }
    var table: [String: String]?
    if let name = node["codes"] { table = try codeTable(name) }
    if let list = node["list"] {
      // What the mapping translates itself goes before the list.
      let codes = try TableCodeLists.codes(of: list.text(), or: list)
      table = table.map { codes.merging($0) { _, own in own } } ?? codes
    }
    let rest = try node["else"]?.text()
    guard rest == nil || rest == "keep" || rest == "drop" else {
      throw try node.required("else").wrong("keep, drop")
    }
    let iri = FactTerms.relation(relation)
    return TableStatement(
      relation: iri, object: object, kind: try node["as"]?.choice(TableStatement.Kind.self) ?? .text,
      language: try node["language"]?.text(), splitAt: try node["split"]?.character(), codes: table,
      keepsUnknown: rest == "keep", choice: try node["pick"]?.choice(TableStatement.Choice.self) ?? .all,
      conditions: try conditions(node),
      isName: [Vocabulary.label, Vocabulary.name, Vocabulary.alternativeLabel].contains(iri),
      quantity: try node["quantity"].map { try quantity($0) })
  }

  private mutating func quantity(_ node: MappingNode) throws -> TableQuantity {
    try node.allow(["unit", "currency", "date"])
    return TableQuantity(
      unit: try node["unit"]?.text(), currency: try node["currency"]?.text(),
      date: try node["date"].map { try template($0) })
  }

  /// Reads a record that each row gives.
  mutating func record(_ node: MappingNode) throws -> TableRecordRule {
    try node.allow([
      "key", "sorted", "about", "things", "ties", "gathered", "optional", "when", "unless", "readings",
    ])
    let key = try node.required("key").elements().map { try template($0) }
    let subject = try node["about"].map { try place($0) }
    let things = try node["things"]?.elements().map { try place($0) } ?? subject.map { [$0] } ?? []
    let ties = try node["ties"]?.elements().map { try tie($0) } ?? []
    guard subject != nil || ties.count == 1 else {
      throw node.fault(
        "« \(node.path) » doit dire de quelle chose il traite (about), ou porter un lien (ties).",
        "“\(node.path)” must say which thing it is about (about), or hold one tie (ties).")
    }
    let tests = try conditions(node)
    var used = TableUse(mapping: mapping)
    for part in key { used.add(part) }
    for test in tests { used.columns.insert(test.column) }
    for place in things { used.add(thing: place) }
    for tie in ties { used.add(tie, withThings: things.isEmpty) }
    return TableRecordRule(
      key: key, isSorted: try node["sorted"]?.flag() ?? false, subject: subject, things: things, ties: ties,
      isGathered: try node["gathered"]?.flag() ?? false, isOptional: try node["optional"]?.flag() ?? false,
      conditions: tests, used: used.columns.sorted(),
      readings: try node["readings"]?.elements().map { try reading($0) } ?? [[:]])
  }

  /// Reads which columns stand in for others.
  private mutating func reading(_ node: MappingNode) throws -> [TableColumn: TableColumn] {
    var result: [TableColumn: TableColumn] = [:]
    for (name, other) in try node.members() {
      result[try column(named: name, at: other)] = try column(other)
    }
    return result
  }

  private mutating func tie(_ node: MappingNode) throws -> TableTie {
    try node.allow(["from", "relation", "to", "symmetric", "when", "unless", "attributes"])
    return TableTie(
      from: try place(try node.required("from")),
      relation: FactTerms.relation(try node.required("relation").text()),
      to: try place(try node.required("to")), isSymmetric: try node["symmetric"]?.flag() ?? false,
      conditions: try conditions(node),
      attributes: try node["attributes"]?.elements().map { try statement($0) } ?? [])
  }
}

/// Gathers the columns that a record reads.
struct TableUse {
  let mapping: TableMapping
  var columns: Set<TableColumn> = []

  mutating func add(_ template: TableTemplate) { columns.formUnion(template.columns) }

  mutating func add(_ identity: TableIdentity) {
    switch identity {
    case .scheme(_, let template): add(template)
    case .below(let place, let template):
      add(template)
      if place < mapping.things.count { addIdentity(of: place) }
    }
  }

  mutating func add(_ statement: TableStatement) {
    switch statement.object {
    case .text(let template): add(template)
    case .identifier(let identity): add(identity)
    case .thing(let place): if place < mapping.things.count { addIdentity(of: place) }
    }
    for test in statement.conditions { columns.insert(test.column) }
    if let date = statement.quantity?.date { add(date) }
  }

  mutating func addIdentity(of place: Int) {
    let thing = mapping.things[place]
    for identity in thing.identities { add(identity) }
    for test in thing.conditions { columns.insert(test.column) }
    columns.formUnion(thing.each?.columns ?? [])
  }

  mutating func add(thing place: Int) {
    let thing = mapping.things[place]
    addIdentity(of: place)
    for statement in thing.statements { add(statement) }
    columns.formUnion(thing.personColumns)
    for table in thing.classTables { columns.insert(table.column) }
    switch thing.point {
    case .wellKnownText(let column): columns.insert(column)
    case .columns(let latitude, let longitude): columns.formUnion([latitude, longitude])
    case nil: break
    }
  }

  mutating func add(_ tie: TableTie, withThings: Bool) {
    addIdentity(of: tie.from)
    addIdentity(of: tie.to)
    for test in tie.conditions { columns.insert(test.column) }
    for attribute in tie.attributes { add(attribute) }
  }
}
