import PasserelleCore

/// Finds what peers have and the city has not, or does not tell, and what may serve as a model.
struct DiagnosisGaps {
  let services: [DiagnosisService]
  let cells: [[DiagnosisCell]]
  let peers: [DiagnosisPeer]
  /// The sheets of other territories than the city.
  let sheets: [DiagnosisSheet]

  /// The most examples of one gap.
  private static let exampleLimit = 3

  /// The gaps, in the order of the services.
  ///
  /// - Parameter name: What a territory is called, by its IRI.
  /// - Returns: Examples are of peers first; sheets of other territories follow where there are few.
  func gaps(_ name: (String) throws -> String) rethrows -> [DiagnosisGap] {
    var result: [DiagnosisGap] = []
    for service in services.indices {
      let row = cells[service]
      guard let own = row.first, own.state != .yes else { continue }
      let others = Array(row.dropFirst())
      let having = others.indices.filter { others[$0].state == .yes }
      let hinted = others.indices.filter { others[$0].state == .unknown && !others[$0].hints.isEmpty }
      guard !having.isEmpty || !hinted.isEmpty else { continue }
      result.append(
        DiagnosisGap(
          service: service, state: own.state, hasHint: !own.hints.isEmpty, peers: having, hintedPeers: hinted,
          examples: try examples(service, having + hinted, others, name)))
    }
    return result
  }

  private func examples(
    _ service: Int, _ places: [Int], _ others: [DiagnosisCell], _ name: (String) throws -> String
  ) rethrows -> [DiagnosisGap.Example] {
    var found: [DiagnosisGap.Example] = []
    for place in places {
      for piece in others[place].evidence + others[place].hints
      where [.project, .sheet, .award].contains(piece.origin) {
        found.append(.init(peer: place, city: peers[place].city.label, evidence: piece))
      }
    }
    // A sheet says how it was done; an award only that it was bought.
    found.sort { left, right in
      let (one, other) = (Self.rank(left.evidence), Self.rank(right.evidence))
      if one != other { return one < other }
      return (left.peer ?? .max) < (right.peer ?? .max)
    }
    for sheet in sheets where found.count < Self.exampleLimit {
      guard let piece = sheet.evidence(service),
        !found.contains(where: { $0.evidence.source.record == piece.source.record })
      else { continue }
      found.append(
        .init(peer: nil, city: try sheet.territory.map(name) ?? sheet.cityName ?? "", evidence: piece))
    }
    return Array(found.prefix(Self.exampleLimit))
  }

  private static func rank(_ piece: DiagnosisEvidence) -> Int {
    switch piece.origin {
    case .sheet: 0
    case .project: 1
    default: 2
    }
  }
}
