internal import PasserelleCore
internal import PasserelleJSON

extension OCDSWriter {
  /// A release with the fields of its source that have no relation of their own.
  func completed(_ release: JSONValue) -> JSONValue {
    var result = release
    for thing in draft.things {
      for piece in SourceFields.pieces(of: thing) {
        result = OCDSLayer.completed(result, by: known(piece, of: thing))
      }
    }
    return result
  }

  /// A piece with the identifiers of this release, without what the release has no place for.
  private func known(_ piece: JSONValue, of thing: StatedThing) -> JSONValue {
    let members = (piece.objectValue ?? []).map { member in
      guard member.key == "awards", let award = member.value.arrayValue?.first else { return member }
      // A record holds one award.
      return JSONMember("awards", .array([Self.named(award, identifier(of: thing))]))
    }
    return references(in: .object(members))
  }

  private static func named(_ value: JSONValue, _ identifier: String) -> JSONValue {
    .object(
      [JSONMember("id", .string(identifier))] + (value.objectValue ?? []).filter { $0.key != "id" })
  }

  /// IRIs of organisations, which pieces have in place of references, by the references of this release.
  private func references(in value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(references))
    case .object(let members):
      return .object(
        members.map { member in
          if member.key == "id", let iri = member.value.stringValue, let party = draft.parties[iri] {
            return JSONMember("id", .string(party.id))
          }
          return JSONMember(member.key, references(in: member.value))
        })
    default: return value
    }
  }
}
