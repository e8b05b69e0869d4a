internal import PasserelleCore
internal import PasserelleXML

extension IATIMapper {
  /// A country, region or sector with its share.
  struct Part {
    /// What the share is of: the IRI of a thing, or the code of a country.
    let target: Term
    let percentage: DecimalNumber?
  }

  // Where

  /// States the countries and regions that receive.
  mutating func stateRecipients() {
    var parts: [Part] = []
    var holders = [root]
    // Where the activity itself names none, its transactions do.
    if root.first("recipient-country") == nil, root.first("recipient-region") == nil {
      holders = root.all("transaction")
    }
    let isOwn = holders.first?.name == root.name
    for holder in holders {
      for element in holder.all("recipient-country") {
        let code = (element.attribute("code") ?? "").trimmed.uppercased()
        guard IATICodes.isCountry(code) else {
          amend(.iatiCode, "recipient-country/@code", code)
          continue
        }
        if stated.insert("country " + code).inserted { state(Vocabulary.country, .string(code)) }
        parts.append(
          Part(target: .string(code), percentage: percentage(element, "recipient-country")))
      }
      for element in holder.all("recipient-region") {
        guard let iri = region(element) else { continue }
        if stated.insert("region " + iri).inserted { state(Vocabulary.operatesIn, .iri(iri)) }
        // Each vocabulary sums to a whole; only that of the OECD goes with the countries.
        guard ["", "1"].contains(element.attribute("vocabulary")?.trimmed ?? "") else { continue }
        parts.append(Part(target: .iri(iri), percentage: percentage(element, "recipient-region")))
      }
    }
    if isOwn { stateShares(parts, "recipient-country") }
  }

  private mutating func region(_ element: XMLElement) -> String? {
    let code = (element.attribute("code") ?? "").trimmed
    guard IATIRecord.isReference(code) else { return nil }
    let vocabulary = element.attribute("vocabulary")?.trimmed ?? ""
    let isOECD = ["", "1"].contains(vocabulary)
    let names = narratives(element, "recipient-region")
    guard !isOECD || IATICodes.regions[code] != nil else {
      amend(.iatiCode, "recipient-region/@code", code)
      return nil
    }
    let scheme = isOECD ? "dac-region:" : vocabulary == "2" ? "un-region:" : "iati-region:\(vocabulary):"
    let iri = iris.identifier(.local, scheme + code)
    guard stated.insert(iri).inserted else { return iri }
    statements.add(iri, Vocabulary.type, .iri(Vocabulary.worldRegion))
    statements.add(iri, Vocabulary.identifier, .string(scheme + code))
    stateLabels(of: iri, isOECD ? IATICodes.regions[code] : nil, names)
    return iri
  }

  // What for

  /// States the sectors, and the goals of sustainable development among the tags.
  mutating func stateSectors() {
    var parts: [String: [Part]] = [:]
    let isOwn = root.first("sector") != nil
    let elements = (isOwn ? [root] : root.all("transaction")).flatMap { $0.all("sector") }
    for element in elements {
      let written = element.attribute("vocabulary")?.trimmed ?? ""
      let vocabulary = IATICodes.sectorVocabularies[written] ?? written
      guard let iri = sector(element, vocabulary) else { continue }
      if stated.insert("theme " + iri).inserted { state(Vocabulary.hasTheme, .iri(iri)) }
      parts[vocabulary, default: []].append(
        Part(target: .iri(iri), percentage: percentage(element, "sector")))
    }
    if isOwn {
      for vocabulary in parts.keys.sorted() { stateShares(parts[vocabulary] ?? [], "sector") }
    }
    for element in root.all("tag") {
      let vocabulary = ["2": "7", "3": "8"][element.attribute("vocabulary")?.trimmed ?? ""]
      guard let vocabulary, let iri = sector(element, vocabulary) else { continue }
      if stated.insert("theme " + iri).inserted { state(Vocabulary.hasTheme, .iri(iri)) }
    }
  }

  /// The concept of a sector.
  private mutating func sector(_ element: XMLElement, _ vocabulary: String) -> String? {
    let code = (element.attribute("code") ?? "").trimmed
    guard IATIRecord.isReference(code) else {
      report(.iatiCode, "sector/@code", code)
      return nil
    }
    let names = narratives(element, "sector")
    switch vocabulary {
    case "1", "2":
      let category = String(code.prefix(3))
      let isShaped =
        code.utf8.count == (vocabulary == "1" ? 5 : 3)
        && code.utf8.allSatisfy { (48...57).contains($0) }
      guard isShaped, let label = IATICodes.sectors[category] else {
        amend(.iatiCode, "sector/@code", code)
        return nil
      }
      let wide = concept("dac-sector:" + category, label, vocabulary == "2" ? names : [])
      guard vocabulary == "1" else { return wide }
      let narrow = concept("dac-sector:" + code, nil, names)
      if stated.insert(narrow + " broader").inserted {
        statements.add(narrow, Vocabulary.broader, .iri(wide))
      }
      return narrow
    case "7", "8":
      let parts = code.split(separator: ".", omittingEmptySubsequences: false)
      guard let goal = Int(parts[0]), (1...17).contains(goal), parts.count == (vocabulary == "7" ? 1 : 2),
        parts.dropFirst().allSatisfy({ (1...2).contains($0.utf8.count) })
      else {
        amend(.iatiCode, "sector/@code", code)
        return nil
      }
      // The IRIs of the United Nations.
      let iri = "http://metadata.un.org/sdg/" + code.lowercased()
      if stated.insert(iri).inserted {
        statements.add(iri, Vocabulary.type, .iri(Vocabulary.theme))
        statements.add(iri, Vocabulary.identifier, .string("sdg:" + code.lowercased()))
        stateLabels(of: iri, nil, names)
      }
      return iri
    case "98", "99":
      // Codes of a publisher's own mean something with its name only.
      let owner = reporter.isEmpty ? record.identifier : reporter
      return concept("iati-sector:\(vocabulary):\(owner):\(code)", nil, names)
    default: return concept("iati-sector:\(vocabulary):\(code)", nil, names)
    }
  }

  private mutating func concept(
    _ identifier: String, _ label: LocalizedText?, _ names: [Term]
  ) -> String {
    let iri = iris.identifier(.local, identifier)
    if stated.insert(iri).inserted {
      statements.add(iri, Vocabulary.type, .iri(Vocabulary.theme))
      statements.add(iri, Vocabulary.identifier, .string(identifier))
      stateLabels(of: iri, label, names)
    }
    return iri
  }

  /// States the names that the product knows, else those of the source.
  private mutating func stateLabels(of iri: String, _ known: LocalizedText?, _ names: [Term]) {
    guard let known else {
      for name in names { statements.add(iri, Vocabulary.label, name) }
      return
    }
    statements.add(iri, Vocabulary.label, .string(known.french, language: "fr"))
    statements.add(iri, Vocabulary.label, .string(known.english, language: "en"))
  }

  /// States the policy markers: those that the activity serves as stakes, those that it was found not to serve as
  /// claims that say so.
  mutating func stateMarkers() {
    for (place, element) in root.all("policy-marker").enumerated() {
      let vocabulary = element.attribute("vocabulary")?.trimmed ?? ""
      let code = (element.attribute("code") ?? "").trimmed
      guard IATIRecord.isReference(code) else { continue }
      let isOECD = ["", "1", "DAC"].contains(vocabulary)
      if isOECD, IATICodes.markers[code] == nil {
        report(.iatiCode, "policy-marker/@code", code)
        continue
      }
      let names = narratives(element, "policy-marker")
      let iri = concept(
        isOECD ? "dac-marker:" + code : "iati-marker:\(vocabulary):\(reporter):\(code)",
        isOECD ? IATICodes.markers[code] : nil, names)
      let written = element.attribute("significance")?.trimmed ?? ""
      let significance = Int(written)
      guard let significance, (0...4).contains(significance) else {
        // A publisher's own markers need no significance.
        if !written.isEmpty || isOECD { report(.iatiCode, "policy-marker/@significance", written) }
        if written.isEmpty { state(Vocabulary.hasStake, .iri(iri)) }
        continue
      }
      let claim = subject + "/marker/\(place + 1)"
      if significance > 0 { state(Vocabulary.hasStake, .iri(iri)) }
      statements.add(claim, Vocabulary.type, .iri(Vocabulary.claim))
      statements.add(claim, Vocabulary.claimSubject, .iri(subject))
      statements.add(claim, Vocabulary.claimPredicate, .iri(Vocabulary.hasStake))
      statements.add(claim, Vocabulary.claimObject, .iri(iri))
      statements.add(claim, Vocabulary.modality, .string(significance > 0 ? "asserted" : "negated"))
      statements.add(claim, Vocabulary.grade, .string(written))
    }
  }

  // Shares

  /// States the shares, and tells where they do not make a whole.
  private mutating func stateShares(_ parts: [Part], _ field: String) {
    let given = parts.compactMap(\.percentage)
    guard !given.isEmpty else {
      if parts.count > 1 { report(.iatiPercentages, field) }
      return
    }
    let sum = given.reduce(DecimalNumber.zero) { $0.adding($1) ?? $0 }
    // Publishers round to one or two places.
    let isWhole =
      DecimalNumber(digits: 9_990, scale: 2) <= sum && sum <= DecimalNumber(digits: 10_010, scale: 2)
    if !isWhole || given.count < parts.count { report(.iatiPercentages, field, sum.description) }
    for part in parts {
      guard let percentage = part.percentage else { continue }
      shares += 1
      let node = subject + "/share/\(shares)"
      state(Vocabulary.hasShare, .iri(node))
      statements.add(node, Vocabulary.type, .iri(Vocabulary.quantity))
      statements.add(node, Vocabulary.numericValue, .decimal(percentage))
      statements.add(node, Vocabulary.unit, .string("percent"))
      let relation = part.target.iriValue == nil ? Vocabulary.country : Vocabulary.scope
      statements.add(node, relation, part.target)
    }
  }
}
