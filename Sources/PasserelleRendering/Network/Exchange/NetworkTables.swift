public import PasserelleCore

/// The nodes and the edges of a network as two tables, with the columns that Gephi takes from spreadsheets.
public enum NetworkTables {
  /// One row a node: identifier, name, kind, place, size, community and what else is known.
  public static func nodes(_ graph: NodeEdgeGraph) -> Table {
    let fixed = [
      Table.Column("id", .init(verbatim: "id")), .init("label", .init(fr: "Nom", en: "Name")),
      .init("kind", .init(fr: "Code de nature", en: "Kind code")),
      .init("kind_label", .init(fr: "Nature", en: "Kind")),
      .init("country", .init(fr: "Pays", en: "Country")),
      .init("latitude", .init(verbatim: "Latitude"), .right),
      .init("longitude", .init(verbatim: "Longitude"), .right),
      .init("size", .init(fr: "Taille", en: "Size"), .right),
      .init("community", .init(fr: "Communauté", en: "Community"), .right),
    ]
    let columns = GraphColumns(reserved: fixed.map(\.key), graph.nodes.lazy.map(\.attributes))
    return Table(
      columns: fixed + columns.tableColumns,
      rows: graph.nodes.map { node in
        let point = node.point?.valid
        let cells: [Table.Cell] = [
          .text(node.id), .text(node.label), .text(node.kind), .text(node.kindLabel), cell(node.country),
          number(point?.latitude, digits: 5), number(point?.longitude, digits: 5),
          number(node.size, digits: 6), node.community.map { .int($0) } ?? .empty,
        ]
        return cells + columns.cells(node.attributes)
      })
  }

  /// One row an edge: its ends by identifier and by name, kind, direction, weight, dates and what else is known.
  public static func edges(_ graph: NodeEdgeGraph) -> Table {
    let fixed = [
      Table.Column("id", .init(verbatim: "id")),
      .init("source", .init(fr: "Identifiant de départ", en: "Source identifier")),
      .init("target", .init(fr: "Identifiant d’arrivée", en: "Target identifier")),
      .init("source_label", .init(fr: "Départ", en: "Source")),
      .init("target_label", .init(fr: "Arrivée", en: "Target")),
      .init("type", .init(fr: "Orientation", en: "Direction")),
      .init("kind", .init(fr: "Code de nature", en: "Kind code")),
      .init("kind_label", .init(fr: "Nature", en: "Kind")),
      .init("weight", .init(fr: "Poids", en: "Weight"), .right),
      .init("since", .init(fr: "Depuis", en: "Since")), .init("until", .init(fr: "Jusqu’à", en: "Until")),
    ]
    let edges = graph.validEdges
    let columns = GraphColumns(reserved: fixed.map(\.key), edges.lazy.map(\.attributes))
    return Table(
      columns: fixed + columns.tableColumns,
      rows: edges.map { edge in
        let (source, target) = (graph.nodes[edge.source], graph.nodes[edge.target])
        let cells: [Table.Cell] = [
          .text(edge.id), .text(source.id), .text(target.id), .text(source.label), .text(target.label),
          .text(edge.isDirected ? "Directed" : "Undirected"), .text(edge.kind), .text(edge.kindLabel),
          number(edge.weight, digits: 6), edge.since.map { .date($0) } ?? .empty,
          edge.until.map { .date($0) } ?? .empty,
        ]
        return cells + columns.cells(edge.attributes)
      })
  }

  private static func cell(_ text: String?) -> Table.Cell { text.map { .text($0) } ?? .empty }

  fileprivate static func number(_ value: Double?, digits: Int) -> Table.Cell {
    value.flatMap { $0.isFinite ? .number($0, digits: digits) : nil } ?? .empty
  }
}

extension GraphColumns {
  fileprivate var tableColumns: [Table.Column] {
    columns.map {
      Table.Column(
        $0.key, .init(verbatim: $0.key), $0.kind == .integer || $0.kind == .number ? .right : .left)
    }
  }

  fileprivate func cells(_ attributes: [NodeEdgeGraph.Attribute]) -> [Table.Cell] {
    var cells = [Table.Cell](repeating: .empty, count: columns.count)
    for attribute in attributes {
      guard let place = place(of: attribute.key), let value = value(attribute.value, in: place) else {
        continue
      }
      cells[place] =
        switch value {
        case .text(let text): .text(text)
        case .integer(let number): .int(number)
        case .number(let number): NetworkTables.number(number, digits: 9)
        case .flag(let flag): .text(flag ? "true" : "false")
        }
    }
    return cells
  }
}
