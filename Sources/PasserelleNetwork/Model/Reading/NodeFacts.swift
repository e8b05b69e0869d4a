import PasserelleCore

/// Finds what is said of nodes: kinds, countries, coordinates, people, dates.
struct NodeFacts {
  private let scanner: NetworkScanner
  private let surroundings: NetworkSurroundings

  init(_ scanner: NetworkScanner, _ surroundings: NetworkSurroundings) {
    self.scanner = scanner
    self.surroundings = surroundings
  }

  /// Completes the nodes.
  func complete(
    _ nodes: inout [CooperationNetwork.Node], _ members: NodeMembers
  ) throws {
    try readCodes(&nodes, members)
    try readNumbers(&nodes, members)
    try readPopulations(&nodes, members)
    try readDates(&nodes, members)
    for place in members.ids.indices {
      completeByIdentifier(&nodes[Int(members.nodes[place])], members.iris[place])
    }
  }

  /// Codes written as texts: the least of several, so that the order of records does not matter.
  private func readCodes(_ nodes: inout [CooperationNetwork.Node], _ members: NodeMembers) throws {
    let names = ["country", "authorityKind", "organisationKind", "cooperationMode"].map {
      Vocabulary.pas + $0
    }
    var found: [(node: Int32, name: Int, text: TermID)] = []
    for (name, id) in try scanner.identifiers(names).enumerated() {
      try scanner.values(of: members.ids, id) { found.append((members.nodes[$0], name, $1)) }
    }
    let terms = try scanner.terms(found.lazy.map(\.text))
    for (node, name, text) in found {
      guard let code = terms[text]?.lexicalForm, !code.isEmpty else { continue }
      let node = Int(node)
      switch name {
      case 0:
        let isCode = code.utf8.count == 2
        if isCode { nodes[node].country = min(nodes[node].country ?? code.uppercased(), code.uppercased()) }
      case 1, 2: nodes[node].subkind = min(nodes[node].subkind ?? code, code)
      default: nodes[node].mode = min(nodes[node].mode ?? code, code)
      }
    }
    for node in nodes.indices where nodes[node].kind == .organisation || nodes[node].kind == .publicBody {
      if let kind = nodes[node].subkind.flatMap(NetworkClasses.kind(ofOrganisation:)) {
        nodes[node].kind = kind
      }
    }
  }

  private func readNumbers(_ nodes: inout [CooperationNetwork.Node], _ members: NodeMembers) throws {
    let ids = try scanner.identifiers([Vocabulary.latitude, Vocabulary.longitude, Vocabulary.population])
    var found: [(place: Int, name: Int, id: TermID)] = []
    for (name, id) in ids.enumerated() {
      try scanner.values(of: members.ids, id) { found.append(($0, name, $1)) }
    }
    let written = try scanner.terms(found.lazy.map(\.id).filter { $0.inlineDecimal == nil })
    // Latitude and longitude of one thing belong together: those of its first statements.
    var latitudes: [Int: Double] = [:]
    for (place, name, id) in found {
      guard let number = id.inlineDecimal ?? written[id]?.lexicalForm.flatMap({ DecimalNumber($0) }) else {
        continue
      }
      let node = Int(members.nodes[place])
      let value = number.approximateDouble
      switch name {
      case 0: if latitudes[place] == nil, abs(value) <= 90 { latitudes[place] = value }
      case 1:
        guard nodes[node].point == nil, let latitude = latitudes[place], abs(value) <= 180 else { continue }
        nodes[node].point = GeographicPoint(latitude: latitude, longitude: value)
      default:
        guard value > 0, value < 1e10 else { continue }
        nodes[node].population = max(nodes[node].population ?? 0, Int(value))
      }
    }
  }

  /// Takes the latest of the populations that are stated with their dates, before one that has none.
  private func readPopulations(_ nodes: inout [CooperationNetwork.Node], _ members: NodeMembers) throws {
    let ids = try scanner.identifiers([
      Vocabulary.pas + "hasPopulation", Vocabulary.pas + "numericValue", Vocabulary.pas + "date",
    ])
    var owners: [(quantity: TermID, node: Int32)] = []
    try scanner.values(of: members.ids, ids[0]) { owners.append(($1, members.nodes[$0])) }
    owners.sort { ($0.quantity, $0.node) < ($1.quantity, $1.node) }
    let quantities = owners.map(\.quantity)
    var values = [Int](repeating: 0, count: owners.count)
    var dates = [Int32](repeating: 0, count: owners.count)
    try scanner.values(of: quantities, ids[1]) { place, id in
      if let number = id.inlineDecimal?.approximateDouble, number > 0, number < 1e10 {
        values[place] = max(values[place], Int(number))
      }
    }
    try scanner.values(of: quantities, ids[2]) { dates[$0] = max(dates[$0], $1.inlineDate) }
    var best: [Int32: (date: Int32, value: Int)] = [:]
    for place in owners.indices where values[place] > 0 {
      let found = (dates[place], values[place])
      if best[owners[place].node].map({ found > $0 }) ?? true { best[owners[place].node] = found }
    }
    for (node, found) in best where found.date != 0 || nodes[Int(node)].population == nil {
      nodes[Int(node)].population = found.value
    }
  }

  private func readDates(_ nodes: inout [CooperationNetwork.Node], _ members: NodeMembers) throws {
    let ids = try scanner.identifiers([Vocabulary.since, Vocabulary.until, Vocabulary.pas + "date"])
    for (name, id) in ids.enumerated() {
      try scanner.values(of: members.ids, id) { place, value in
        guard let date = PartialDate(packed: value.inlineDate) else { return }
        let node = Int(members.nodes[place])
        if name != 1 { nodes[node].since = min(nodes[node].since ?? date, date) }
        if name != 0 { nodes[node].until = max(nodes[node].until ?? date, date) }
      }
    }
  }

  /// Completes a node by one of its identifiers: its country, its department, what the list of communes knows.
  private func completeByIdentifier(_ node: inout CooperationNetwork.Node, _ iri: String) {
    guard let (scheme, value) = surroundings.iris.identifierParts(of: iri) else { return }
    if node.country == nil { node.country = NetworkClasses.country(scheme, value) }
    switch scheme {
    case .departement: if node.department == nil { node.department = value }
    case .insee:
      if node.department == nil { node.department = PlaceCode.department(ofCommune: value) }
      guard node.point == nil || node.population == nil, let commune = surroundings.commune(value) else {
        return
      }
      node.point = node.point ?? commune.point
      node.population = node.population ?? commune.population
    default: break
    }
  }
}
