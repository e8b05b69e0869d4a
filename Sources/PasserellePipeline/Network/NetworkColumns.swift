import PasserelleCore
import PasserelleNetwork

/// The sections of the file of a network; a number never means another thing.
enum NetworkSection: UInt32, CaseIterable {
  case counts = 1
  case nodeIRIs = 10, nodeFrench, nodeEnglish, nodeKinds, nodeSubkinds, nodeCountries, nodeDepartments
  case nodeModes, nodeWords, nodeLatitudes, nodeLongitudes, nodePopulations, nodeSince, nodeUntil
  case nodeDemonstrations
  case aliasIRIs = 40, aliasNodes
  case edgeKinds = 60, edgeSources, edgeTargets, edgeSince, edgeUntil, edgeRoles, edgeDetails, edgeCounts
  case edgeAmounts, amountDigits, amountScales, recordStarts, records, statements, statementTexts, words
  case edgeDemonstrations
}

/// Lays the columns of a network out as bytes.
struct NetworkEncoder {
  private(set) var sections: [(section: NetworkSection, bytes: [UInt8])] = []

  /// Encodes a network.
  init(_ network: CooperationNetwork) {
    encode(network.nodes)
    var iris = TextPool()
    for alias in network.aliases { _ = iris.append(alias.iri) }
    put(.aliasIRIs, iris)
    put(.aliasNodes, network.aliases.map(\.node))
    let columns = network.edges.columns
    put(.edgeKinds, columns.kinds)
    put(.edgeSources, columns.sources)
    put(.edgeTargets, columns.targets)
    put(.edgeSince, columns.since)
    put(.edgeUntil, columns.until)
    put(.edgeRoles, columns.roles)
    put(.edgeDetails, columns.details)
    put(.edgeCounts, columns.counts)
    put(.edgeAmounts, columns.amounts)
    put(.amountDigits, columns.amountValues.map(\.digits))
    put(.amountScales, columns.amountValues.map { Int32($0.scale) })
    put(.recordStarts, columns.recordStarts)
    put(.records, columns.records.map(\.rawValue))
    put(.statements, columns.statements)
    put(.statementTexts, columns.statementTexts)
    put(.words, columns.words)
    put(.edgeDemonstrations, columns.demonstrations)
    put(.counts, [Int64(network.nodes.count), Int64(columns.count)])
  }

  private mutating func encode(_ nodes: [CooperationNetwork.Node]) {
    var (iris, french, english, words) = (TextPool(), TextPool(), TextPool(), TextPool())
    var numbers: [String: Int32] = [:]
    func number(_ text: String?) -> Int32 {
      guard let text else { return -1 }
      if let known = numbers[text] { return known }
      let made = words.append(text)
      numbers[text] = made
      return made
    }
    for node in nodes {
      _ = iris.append(node.iri)
      _ = french.append(node.label.french)
      _ = english.append(node.label.english)
    }
    put(.nodeIRIs, iris)
    put(.nodeFrench, french)
    put(.nodeEnglish, english)
    put(.nodeKinds, nodes.map { UInt8(NodeKind.allCases.firstIndex(of: $0.kind) ?? 0) })
    put(.nodeSubkinds, nodes.map { number($0.subkind) })
    put(.nodeCountries, nodes.map { number($0.country) })
    put(.nodeDepartments, nodes.map { number($0.department) })
    put(.nodeModes, nodes.map { number($0.mode) })
    put(.nodeWords, words)
    put(.nodeLatitudes, nodes.map { ($0.point?.latitude ?? .nan).bitPattern })
    put(.nodeLongitudes, nodes.map { ($0.point?.longitude ?? .nan).bitPattern })
    put(.nodePopulations, nodes.map { Int64($0.population ?? -1) })
    put(.nodeSince, nodes.map { $0.since?.packed ?? 0 })
    put(.nodeUntil, nodes.map { $0.until?.packed ?? 0 })
    put(.nodeDemonstrations, nodes.map { $0.isDemonstration ? UInt8(1) : 0 })
  }

  private mutating func put(_ section: NetworkSection, _ numbers: [some FixedWidthInteger]) {
    sections.append((section, numbers.map(\.littleEndian).withUnsafeBytes { Array($0) }))
  }

  /// The number of texts, their ends, their bytes.
  private mutating func put(_ section: NetworkSection, _ pool: TextPool) {
    let head = [UInt32(pool.count).littleEndian] + pool.ends.map(\.littleEndian)
    sections.append((section, head.withUnsafeBytes { Array($0) } + pool.bytes))
  }
}

/// Reads the columns of a network back; nil for those that do not hold together.
struct NetworkDecoder {
  /// Gives the bytes of a section.
  let bytes: (NetworkSection) -> [UInt8]

  /// The network.
  func network() -> CooperationNetwork? {
    let counts: [Int64] = numbers(.counts)
    guard counts.count == 2, let nodes = nodes(Int(clamping: counts[0])),
      let columns = columns(Int(clamping: counts[1]), nodes: nodes.count), let iris = pool(.aliasIRIs)
    else { return nil }
    let places: [Int32] = numbers(.aliasNodes)
    guard places.count == iris.count, areWithin(places, nodes.count) else { return nil }
    let aliases = places.enumerated().map { (iri: iris[Int32($0)] ?? "", node: $1) }
    return CooperationNetwork(nodes: nodes, columns: columns, aliases: aliases)
  }

  private func nodes(_ count: Int) -> [CooperationNetwork.Node]? {
    guard let iris = pool(.nodeIRIs), let french = pool(.nodeFrench), let english = pool(.nodeEnglish),
      let words = pool(.nodeWords)
    else { return nil }
    let kinds: [UInt8] = numbers(.nodeKinds)
    let codes: [[Int32]] = [
      numbers(.nodeSubkinds), numbers(.nodeCountries), numbers(.nodeDepartments), numbers(.nodeModes),
    ]
    let (latitudes, longitudes): ([UInt64], [UInt64]) = (numbers(.nodeLatitudes), numbers(.nodeLongitudes))
    let populations: [Int64] = numbers(.nodePopulations)
    let (since, until): ([Int32], [Int32]) = (numbers(.nodeSince), numbers(.nodeUntil))
    let demonstrations: [UInt8] = numbers(.nodeDemonstrations)
    let lengths =
      [
        iris.count, french.count, english.count, kinds.count, latitudes.count, longitudes.count,
        populations.count, since.count, until.count, demonstrations.count,
      ] + codes.map(\.count)
    guard lengths.allSatisfy({ $0 == count }), kinds.allSatisfy({ Int($0) < NodeKind.allCases.count }) else {
      return nil
    }
    let all = NodeKind.allCases
    return (0..<count).map { place in
      let number = Int32(place)
      let (latitude, longitude) = (
        Double(bitPattern: latitudes[place]), Double(bitPattern: longitudes[place])
      )
      return CooperationNetwork.Node(
        iri: iris[number] ?? "", label: LocalizedText(fr: french[number] ?? "", en: english[number] ?? ""),
        kind: all[Int(kinds[place])], subkind: words[codes[0][place]], country: words[codes[1][place]],
        department: words[codes[2][place]],
        point: latitude.isNaN ? nil : GeographicPoint(latitude: latitude, longitude: longitude),
        population: populations[place] < 0 ? nil : Int(populations[place]), mode: words[codes[3][place]],
        since: PartialDate(packed: since[place]), until: PartialDate(packed: until[place]),
        isDemonstration: demonstrations[place] != 0)
    }
  }

  private func columns(_ count: Int, nodes: Int) -> NetworkEdgeColumns? {
    var columns = NetworkEdgeColumns()
    columns.kinds = numbers(.edgeKinds)
    columns.sources = numbers(.edgeSources)
    columns.targets = numbers(.edgeTargets)
    columns.since = numbers(.edgeSince)
    columns.until = numbers(.edgeUntil)
    columns.roles = numbers(.edgeRoles)
    columns.details = numbers(.edgeDetails)
    columns.counts = numbers(.edgeCounts)
    columns.amounts = numbers(.edgeAmounts)
    let digits: [Int128] = numbers(.amountDigits)
    let scales: [Int32] = numbers(.amountScales)
    columns.recordStarts = numbers(.recordStarts)
    columns.records = (numbers(.records) as [Int64]).map { TermID(rawValue: $0) }
    columns.statements = numbers(.statements)
    columns.demonstrations = numbers(.edgeDemonstrations)
    guard let statementTexts = pool(.statementTexts), let words = pool(.words) else { return nil }
    columns.statementTexts = statementTexts
    columns.words = words
    let lengths = [
      columns.kinds.count, columns.sources.count, columns.targets.count, columns.since.count,
      columns.until.count, columns.roles.count, columns.details.count, columns.counts.count,
      columns.amounts.count, columns.recordStarts.count - 1, columns.statements.count,
      columns.demonstrations.count,
    ]
    guard lengths.allSatisfy({ $0 == count }), digits.count == scales.count,
      columns.kinds.allSatisfy({ Int($0) < EdgeKind.allCases.count }),
      scales.allSatisfy({ (0...28).contains($0) }), areWithin(columns.sources, nodes),
      areWithin(columns.targets, nodes), columns.amounts.allSatisfy({ $0 < digits.count }),
      zip(columns.recordStarts, columns.recordStarts.dropFirst()).allSatisfy({ $0 <= $1 }),
      columns.recordStarts.first == 0, Int(columns.recordStarts.last ?? 0) == columns.records.count
    else { return nil }
    columns.amountValues = zip(digits, scales).map { DecimalNumber(digits: $0, scale: Int($1)) }
    return columns
  }

  private func areWithin(_ places: [Int32], _ count: Int) -> Bool {
    places.allSatisfy { $0 >= 0 && Int($0) < count }
  }

  private func numbers<Number: FixedWidthInteger>(_ section: NetworkSection) -> [Number] {
    Self.numbers(bytes(section)[...])
  }

  private static func numbers<Number: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>) -> [Number] {
    let size = MemoryLayout<Number>.size
    return bytes.withUnsafeBytes { raw in
      (0..<(raw.count / size)).map {
        Number(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * size, as: Number.self))
      }
    }
  }

  private func pool(_ section: NetworkSection) -> TextPool? {
    let bytes = bytes(section)
    guard bytes.count >= 4 else { return nil }
    let head: [UInt32] = Self.numbers(bytes[..<4])
    let end = 4 + 4 * Int(head[0])
    guard end <= bytes.count else { return nil }
    return TextPool(bytes: Array(bytes[end...]), ends: Self.numbers(bytes[4..<end]))
  }
}
