import PasserelleCore

/// The properties of nodes or edges as typed columns, in the order in which they come up.
///
/// A key that holds whole and binary numbers holds binary ones; any other mixture holds texts.
struct GraphColumns {
  /// What a column holds.
  enum Kind {
    case text
    case integer
    case number
    case flag
  }

  /// A column with the name under which it is written.
  struct Column {
    let key: String
    var kind: Kind
  }

  /// The columns.
  private(set) var columns: [Column] = []
  private var places: [String: Int] = [:]
  private var written: Set<String>

  /// Starts with keys that are taken by what every node or edge has.
  init(reserved: [String], _ attributes: some Sequence<[NodeEdgeGraph.Attribute]>) {
    written = Set(reserved)
    for list in attributes {
      for attribute in list { add(attribute) }
    }
  }

  /// The place of an attribute's column.
  func place(of key: String) -> Int? { places[key] }

  /// The value as a column holds it: a text where the column mixes kinds, nil for what is no finite number.
  func value(_ value: NodeEdgeGraph.Value, in place: Int) -> NodeEdgeGraph.Value? {
    switch (value, columns[place].kind) {
    case (.number(let number), _) where !number.isFinite: nil
    case (.integer(let number), .number): .number(Double(number))
    case (.text, .text), (.integer, .integer), (.number, .number), (.flag, .flag): value
    default: .text(value.plainText)
    }
  }

  private mutating func add(_ attribute: NodeEdgeGraph.Attribute) {
    let kind = Self.kind(of: attribute.value)
    if let place = places[attribute.key] {
      let known = columns[place].kind
      guard known != kind else { return }
      let numbers: [Kind] = [.integer, .number]
      columns[place].kind = numbers.contains(known) && numbers.contains(kind) ? .number : .text
      return
    }
    var name = Self.name(attribute.key)
    while !written.insert(name).inserted { name += "_" }
    places[attribute.key] = columns.count
    columns.append(Column(key: name, kind: kind))
  }

  private static func kind(of value: NodeEdgeGraph.Value) -> Kind {
    switch value {
    case .text: .text
    case .integer: .integer
    case .number: .number
    case .flag: .flag
    }
  }

  /// A key as every format takes it: ASCII letters, digits and `_`, no digit first.
  private static func name(_ key: String) -> String {
    let kept = String(
      key.unicodeScalars.map { scalar -> Character in
        scalar.isASCII && scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
          ? Character(scalar) : "_"
      })
    guard let first = kept.first else { return "_" }
    return first.isNumber ? "_" + kept : kept
  }
}

extension NodeEdgeGraph.Value {
  /// The value as a text without format of a language.
  var plainText: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): number.plainText
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}

extension Double {
  /// The shortest writing that reads back as the same number; whole numbers without a point.
  var plainText: String {
    if self == rounded(), magnitude < 1e15 { return String(Int(self)) }
    return description
  }
}

extension NodeEdgeGraph {
  /// The nodes and edges that can be written: edges whose ends are nodes.
  ///
  /// An edge that leads nowhere is a mistake of its maker that no format can express.
  var validEdges: [Edge] {
    edges.allSatisfy(isWhole) ? edges : edges.filter(isWhole)
  }

  private func isWhole(_ edge: Edge) -> Bool {
    nodes.indices.contains(edge.source) && nodes.indices.contains(edge.target)
  }
}

extension GeographicPoint {
  /// The point where it lies on the globe, longitudes from −180 to 180; nil where it does not.
  var valid: GeographicPoint? {
    guard latitude.isFinite, longitude.isFinite, abs(latitude) <= 90, abs(longitude) <= 360 else {
      return nil
    }
    guard abs(longitude) > 180 else { return self }
    return GeographicPoint(latitude: latitude, longitude: longitude - (longitude > 0 ? 360 : -360))
  }
}

extension PartialDate {
  /// The first day that the date may mean, as a whole date.
  var firstDate: PartialDate? { PartialDate(daysSince1970: firstDay) }
  /// The last day that the date may mean, as a whole date.
  var lastDate: PartialDate? { PartialDate(daysSince1970: lastDay) }
}
