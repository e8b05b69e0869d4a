import PasserelleResolution

extension StoredMention {
  /// Writes the mention.
  func write(to writer: inout ResolutionWriter) {
    writer.add(mention.id)
    writer.add(Int(mention.kind.rawValue))
    writer.add(records)
    writer.add(mention.names) { $0.add($1) }
    writer.add(mention.formerNames) { $0.add($1) }
    writer.add(mention.identifiers) {
      $0.add($1.scheme.rawValue)
      $0.add($1.value)
    }
    writer.add(mention.country)
    for text in [mention.place.town, mention.place.postcode, mention.place.department, mention.place.commune]
    {
      writer.add(text)
    }
    writer.add(mention.activities) {
      $0.add($1.code)
      $0.add($1.count)
    }
    writer.add(mention.neighbours) { $0.add($1) }
    writer.add(mention.source)
  }

  /// Reads a mention; nil where the bytes are of another shape.
  init?(_ reader: inout ResolutionByteReader) {
    guard let id = reader.text(),
      let kind = reader.integer().flatMap({ UInt8(exactly: $0) }).flatMap(Mention.Kind.init),
      let records = reader.integer(), let names = reader.list({ $0.text() }),
      let former = reader.list({ $0.text() }),
      let identifiers = reader.list({ reader -> Mention.Identifier? in
        guard let scheme = reader.text().flatMap(EntityIdentifierScheme.init(rawValue:)),
          let value = reader.text()
        else { return nil }
        return Mention.Identifier(scheme, value)
      }), let country = reader.text(), let town = reader.text(), let postcode = reader.text(),
      let department = reader.text(), let commune = reader.text(),
      let activities = reader.list({ reader -> Mention.CountedCode? in
        guard let code = reader.text(), let count = reader.integer() else { return nil }
        return Mention.CountedCode(code, count: count)
      }), let neighbours = reader.list({ $0.number() }), let source = reader.text()
    else { return nil }
    self.init(
      mention: Mention(
        id: id, kind: kind, names: names, formerNames: former, identifiers: identifiers, country: country,
        place: Mention.Place(town: town, postcode: postcode, department: department, commune: commune),
        activities: activities, neighbours: neighbours, source: source),
      records: records)
  }
}
