internal import PasserelleCore
internal import PasserelleXML

extension IATIMapper {
  /// States the places where the activity is carried out.
  mutating func stateLocations() {
    for (place, element) in root.all("location").enumerated() {
      var iri = subject + "/location/\(place + 1)"
      var codes: [String] = []
      var isKnown = false
      for identifier in element.all("location-id") + element.all("administrative") {
        let vocabulary = (identifier.attribute("vocabulary") ?? "").trimmed.uppercased()
        let code = (identifier.attribute("code") ?? "").trimmed
        guard IATIRecord.isReference(code) else { continue }
        let isOwn = identifier.name == "location-id"
        switch vocabulary {
        case "G1" where TableScheme.allows(code, .geonames):
          let geonames = iris.identifier(.geonames, code)
          if isOwn, !isKnown {
            iri = geonames
            isKnown = true
          } else if !isOwn {
            codes.append("geonames:" + code)
          }
        case "": continue
        default: codes.append("iati-\(vocabulary.lowercased()):\(code)")
        }
      }
      // 1.0x has it in a gazetteer entry.
      if let entry = element.first("gazetteer-entry"), !isKnown,
        (entry.attribute("gazetteer-ref") ?? "").uppercased().hasPrefix("G"),
        TableScheme.allows(entry.text.trimmed, .geonames)
      {
        iri = iris.identifier(.geonames, entry.text.trimmed)
        isKnown = true
      }
      let names = texts(element, "name")
      let point = point(of: element)
      guard isKnown || !names.isEmpty || point != nil || !codes.isEmpty else { continue }
      state(Vocabulary.locatedIn, .iri(iri))
      statements.add(iri, Vocabulary.type, .iri(isKnown ? Vocabulary.territory : Vocabulary.site))
      for name in names { statements.add(iri, Vocabulary.label, name) }
      for text in texts(element, "description") { statements.add(iri, Vocabulary.description, text) }
      for code in codes { statements.add(iri, Vocabulary.identifier, .string(code)) }
      if let point {
        statements.add(iri, Vocabulary.latitude, .decimal(point.latitude))
        statements.add(iri, Vocabulary.longitude, .decimal(point.longitude))
      }
    }
  }

  /// The coordinates of a location: `pos` with degrees north and east (2.0x, 1.04), or attributes (1.0x).
  private mutating func point(
    of location: XMLElement
  ) -> (latitude: DecimalNumber, longitude: DecimalNumber)? {
    var parts: [String] = []
    if let position = location.first("point")?.first("pos")?.text.trimmed, !position.isEmpty {
      parts = position.split { $0.isWhitespace || $0 == "," }.map(String.init)
    } else if let element = location.first("coordinates"), let north = element.attribute("latitude"),
      let east = element.attribute("longitude")
    {
      parts = [north.trimmed, east.trimmed]
    } else {
      return nil
    }
    guard parts.count == 2, let north = DecimalNumber(parts[0]), let east = DecimalNumber(parts[1]),
      DecimalNumber(-90) <= north, north <= DecimalNumber(90), DecimalNumber(-180) <= east,
      east <= DecimalNumber(180)
    else {
      amend(.iatiPoint, "location/point/pos", parts.joined(separator: " "))
      return nil
    }
    // Zero north, zero east stands for a place that nobody looked up.
    guard !north.isZero || !east.isZero else {
      report(.iatiPoint, "location/point/pos", parts.joined(separator: " "))
      return nil
    }
    return (north, east)
  }
}
