internal import PasserelleCore
internal import PasserelleJSON

extension AwardMapper {
  // Items

  /// What the items of a call or award say of it.
  struct Items {
    var codes: [CPVCode] = []
    var others: [String] = []
    var texts: [AwardRecord.Field] = []
  }

  /// Reads items: CPV codes with the main ones first, other codes with their scheme, texts.
  mutating func items(_ list: [(value: JSONValue, path: String)], of release: OCDSRelease) -> Items {
    var items = Items()
    var further: [CPVCode] = []
    var seen: Set<String> = []
    for (item, path) in list {
      let (texts, main, additional) = reading(release) { reader in
        let main = reader.object(item, "classification", path).map { ($0, path + ".classification") }
        let texts =
          [reader.text(item, "description", path)] + reader.translations(item, "description", path)
          + [reader.text(main?.0, "description", path + ".classification")]
        return (texts, main, reader.list(item, "additionalClassifications", path))
      }
      for text in texts.compactMap({ $0 }) where seen.insert(text.value).inserted { items.texts.append(text) }
      if let main { classify(main.0, main.1, &items.codes, &items.others, of: release) }
      for (code, path) in additional { classify(code, path, &further, &items.others, of: release) }
    }
    items.codes += further.filter { !items.codes.contains($0) }
    return items
  }

  private mutating func classify(
    _ classification: JSONValue, _ path: String, _ codes: inout [CPVCode], _ others: inout [String],
    of release: OCDSRelease
  ) {
    let (scheme, field) = reading(release) { reader in
      (reader.field(classification, "scheme", path), reader.field(classification, "id", path))
    }
    guard let field else { return }
    let name = scheme?.value.trimmed ?? ""
    if name.uppercased() == "CPV" || name.uppercased() == "EU-CPV" {
      if let code = cpv(field), !codes.contains(code) { codes.append(code) }
    } else if let written = text(field) {
      let code = name.isEmpty ? written : name + ":" + written
      if !others.contains(code) { others.append(code) }
    }
  }

  /// States what items say, the first CPV code as the main one.
  mutating func stateItems(_ subject: String, _ items: Items, notRepeating titles: [String] = []) {
    for (rank, code) in items.codes.enumerated() {
      statements.add(
        subject, rank == 0 ? Vocabulary.hasMainClassification : Vocabulary.hasAdditionalClassification,
        .iri(code.iri))
    }
    for code in items.others { statements.add(subject, Vocabulary.classificationCode, .string(code)) }
    let known = titles.map(Self.spaced)
    for text in items.texts where known.isEmpty || !known.contains(Self.spaced(text.value)) {
      stateText(subject, Vocabulary.text, text)
    }
  }

  /// A text with single blanks, by which two writings of it are compared.
  private static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // Places

  /// States the places where items or a tender are delivered.
  mutating func statePlaces(
    _ subject: String, _ holders: [(value: JSONValue, path: String)], of release: OCDSRelease
  ) {
    var stated: Set<Term> = []
    func once(_ mapper: inout AwardMapper, _ relation: String, _ object: Term) {
      if stated.insert(object).inserted { mapper.statements.add(subject, relation, object) }
    }
    for (holder, path) in holders {
      let (addresses, locations) = reading(release) { reader in
        (
          reader.list(holder, "deliveryAddress", path) + reader.list(holder, "deliveryAddresses", path),
          reader.list(holder, "deliveryLocation", path) + reader.list(holder, "deliveryLocations", path)
        )
      }
      for (address, path) in addresses {
        let fields = reading(release) { reader in
          ["country", "countryName", "locality", "postalCode"].map { reader.field(address, $0, path) }
        }
        let country = (fields[0] ?? fields[1])?.value.trimmed.uppercased()
        let code = country.flatMap { CountryCode.alpha3($0) }
        if let code { once(&self, Vocabulary.placeOfPerformance, .iri(Vocabulary.country(alpha3: code))) }
        if let town = text(fields[2]) { once(&self, Vocabulary.placeName, .string(town)) }
        if code == "FRA", let postal = fields[3] {
          let compact = CompanyNumber.compact(postal.value)
          if PlaceCode.isPostal(compact) {
            once(&self, Vocabulary.postalCode, .string(compact))
            if let department = PlaceCode.department(ofPostal: compact) {
              once(
                &self, Vocabulary.placeOfPerformance, .iri(iris.identifier(.departement, department)))
            }
          } else {
            amend(.placeInvalid, postal)
          }
        }
      }
      for (location, path) in locations {
        let (scheme, codes) = reading(release) { reader in
          let gazetteer = reader.object(location, "gazetteer", path)
          return (
            reader.field(gazetteer, "scheme", path)?.value.trimmed.uppercased() ?? "",
            reader.texts(gazetteer, "identifiers", path + ".gazetteer")
          )
        }
        for code in codes {
          if scheme == "NUTS", NUTSDepartment.isCode(code) {
            once(&self, Vocabulary.placeOfPerformance, .iri(Vocabulary.nuts(code)))
            if let department = NUTSDepartment.department(code) {
              once(
                &self, Vocabulary.placeOfPerformance, .iri(iris.identifier(.departement, department)))
            }
          } else {
            once(&self, Vocabulary.placeCode, .string(scheme + ":" + code))
          }
        }
      }
    }
  }
}
