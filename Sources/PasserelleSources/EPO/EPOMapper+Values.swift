internal import PasserelleCore
internal import PasserelleXML

extension EPOMapper {
  /// Tells a value: of an attribute where one is named, else of the text; nodes are numbered by the rank, from 0, of
  /// the element among those of its path.
  ///
  /// - Returns: Whether it was told: there was one, and it is sound.
  mutating func tell(
    _ value: EPOValue, of element: XMLElement, _ attribute: String?, _ subject: String, _ relation: String,
    rank: Int
  ) -> Bool {
    switch value {
    case .moment(let day, let time):
      return stateIfAny(moment(element, day: day, time: time), subject, relation)
    case .postalAddress(let segment): return stateAddress(element, of: subject, relation, at: segment)
    default: break
    }
    let content = attribute.map { element.attribute($0)?.trimmed ?? "" } ?? element.content ?? ""
    guard !content.isEmpty, !Self.isWithheld(content) else { return false }
    switch value {
    case .amount(let segment):
      return stateAmount(element, content, of: subject, relation, at: Self.numbered(segment, rank))
    case .identifier(let segment):
      return stateIdentifier(element, of: subject, relation, at: Self.numbered(segment, rank))
    case .duration(let segment):
      return stateDuration(element, content, of: subject, relation, at: Self.numbered(segment, rank))
    case .reference(let kind):
      return stateIfAny(reference(content, kind).map(Term.iri), subject, relation)
    default:
      return stateIfAny(term(value, element, content), subject, relation)
    }
  }

  private mutating func stateIfAny(_ object: Term?, _ subject: String, _ relation: String) -> Bool {
    guard let object else { return false }
    state(subject, relation, object)
    return true
  }

  static func numbered(_ segment: String, _ rank: Int) -> String {
    rank == 0 ? segment : segment + "/\(rank + 1)"
  }

  /// What a value without node of its own is told as; nil where it is not sound.
  private mutating func term(_ value: EPOValue, _ element: XMLElement, _ content: String) -> Term? {
    switch value {
    case .text: return text(element)
    case .plain: return plain(element).map { .string($0) }
    case .code(let list): return code(content, element).map { .iri(EPOName.authority(list, $0)) }
    case .flag(let yes, let no):
      return content == yes ? .boolean(true) : content == no ? .boolean(false) : nil
    case .indicator: return Self.boolean(content).map { .boolean($0) }
    case .usage:
      return Self.boolean(content).map { .iri(EPOName.authority("usage", $0 ? "used" : "n-used")) }
    case .integer: return Int(content).map { .integer($0) } ?? refuse(.amountInvalid, element, content)
    case .decimal:
      return DecimalNumber(content).map { .decimal($0) } ?? refuse(.amountInvalid, element, content)
    case .address: return address(element, content)
    case .date:
      return Self.isDay(content) ? .literal(Literal(content, .date)) : refuse(.dateInvalid, element, content)
    case .classification:
      return CPVCode.read(content).map { .iri($0.code.iri) } ?? refuse(.cpvInvalid, element, content)
    case .territory:
      return NUTSDepartment.isCode(content)
        ? .iri(Vocabulary.nuts(content)) : refuse(.placeInvalid, element, content)
    case .moment, .postalAddress, .amount, .identifier, .duration, .reference: return nil
    }
  }

  private mutating func refuse(_ code: DiagnosticCode, _ element: XMLElement, _ content: String) -> Term? {
    report(code, element, content)
    return nil
  }

  // Texts

  /// The words of an element without contact details, in their language.
  mutating func text(_ element: XMLElement) -> Term? {
    guard let clean = plain(element) else { return nil }
    return NoticeMapper.term(clean, element.attribute("languageID").map(LanguageTag.tag) ?? noticeLanguage)
  }

  /// The words of an element without contact details.
  mutating func plain(_ element: XMLElement) -> String? {
    guard let content = element.content, !Self.isWithheld(content),
      let result = TextCleaner.clean(element.text)
    else { return nil }
    if result.findings.contains(.contact) { report(.privacyContact, element) }
    return result.text.isEmpty ? nil : result.text
  }

  /// Whether a value stands in the place of one that is withheld from publication.
  static func isWithheld(_ content: String) -> Bool {
    content == "-1" || content.hasPrefix("-1.0") || content.hasPrefix("1970-01-01")
      || content.lowercased() == "unpublished"
  }

  /// The address of a page, without anybody's mailbox in it.
  private mutating func address(_ element: XMLElement, _ content: String) -> Term? {
    if content.contains("@") {
      report(.privacyContact, element)
      return nil
    }
    guard !content.contains(where: \.isWhitespace) else { return nil }
    return .literal(Literal(content, .other(Vocabulary.xsd + "anyURI")))
  }

  // Codes

  /// A code that can stand in the IRI of an authority list.
  private mutating func code(_ content: String, _ element: XMLElement) -> String? {
    let isCode =
      content.utf8.count <= 80
      && content.utf8.allSatisfy { byte in
        switch byte {
        case 48...57, 65...90, 97...122, 45, 46, 95: true
        default: false
        }
      }
    if !isCode { report(.listUnknown, element, content) }
    return isCode ? content : nil
  }

  static func boolean(_ content: String) -> Bool? {
    switch content {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  func isTrue(_ element: XMLElement?) -> Bool { element?.content.flatMap(Self.boolean) == true }

  private func reference(_ content: String, _ kind: EPOReference) -> String? {
    switch kind {
    case .lot: lots[content]
    case .tender: call + "/tender/" + NoticeKey.part(content)
    case .contract: contract(content)
    }
  }

  // Dates

  /// Whether a text is a day of the calendar, with or without zone, as `xsd:date` wants it.
  static func isDay(_ content: String) -> Bool {
    guard let date = PartialDate(iso: content.prefix(10)), date.precision == .day else { return false }
    let zone = content.utf8.dropFirst(10)
    return zone.isEmpty || zone.elementsEqual("Z".utf8)
      || Instant(iso: "\(content.prefix(10))T00:00:00\(content.dropFirst(10))") != nil
  }

  /// The moment of a day and a time, the zone of the time first.
  private mutating func moment(_ period: XMLElement, day: String, time: String) -> Term? {
    guard let day = period.first(day), let content = day.content, !Self.isWithheld(content) else {
      return nil
    }
    guard Self.isDay(content) else {
      report(.dateInvalid, day, content)
      return nil
    }
    guard let time = period.first(time)?.content else { return .literal(Literal(content, .date)) }
    let hasZone = time.hasSuffix("Z") || time.dropFirst(5).contains { $0 == "+" || $0 == "-" }
    let written = "\(content.prefix(10))T\(time)" + (hasZone ? "" : String(content.dropFirst(10)))
    return Instant(iso: written) == nil
      ? .literal(Literal(content, .date)) : .literal(Literal(written, .dateTime))
  }

  // Nodes

  private mutating func stateAmount(
    _ element: XMLElement, _ content: String, of subject: String, _ relation: String, at segment: String
  ) -> Bool {
    guard let amount = DecimalNumber(content) else {
      report(.amountInvalid, element, content)
      return false
    }
    let node = subject + "/" + segment
    stateNode(node, "epo:MonetaryValue", of: subject, relation)
    state(node, EPOName.iri("epo:hasAmountValue"), .decimal(amount))
    if let currency = element.attribute("currencyID").flatMap({ code($0, element) }) {
      state(node, EPOName.iri("epo:hasCurrency"), .iri(EPOName.authority("currency", currency)))
    }
    return true
  }

  private mutating func stateIdentifier(
    _ element: XMLElement, of subject: String, _ relation: String, at segment: String
  ) -> Bool {
    guard let text = plain(element) else { return false }
    let node = subject + "/" + segment
    stateNode(node, "adms:Identifier", of: subject, relation)
    state(node, EPOName.iri("skos:notation"), .string(text))
    if let scheme = element.attribute("schemeName"), !scheme.isEmpty {
      state(node, EPOName.iri("epo:hasScheme"), .string(scheme))
    }
    return true
  }

  private mutating func stateDuration(
    _ element: XMLElement, _ content: String, of subject: String, _ relation: String, at segment: String
  ) -> Bool {
    guard let number = DecimalNumber(content) else {
      report(.durationInvalid, element, content)
      return false
    }
    let node = subject + "/" + segment
    stateNode(node, "epo:SpecificDuration", of: subject, relation)
    state(node, EPOName.iri("time:numericDuration"), .decimal(number))
    let units = [
      "DAY": "time:unitDay", "WEEK": "time:unitWeek", "MONTH": "time:unitMonth", "YEAR": "time:unitYear",
    ]
    if let unit = units[element.attribute("unitCode") ?? ""] {
      state(node, "time:unitType", EPOName.iri(unit))
    }
    return true
  }

  /// A postal address; the whole of it in one line where it has a street or a department.
  mutating func stateAddress(
    _ element: XMLElement, of subject: String, _ relation: String, at segment: String
  ) -> Bool {
    let node = subject + "/" + segment
    var isTold = apply(EPOAddress.parts, to: node, at: element)
    var line: [String] = []
    for path in EPOAddress.line {
      line += path.elements(from: element, root: notice.root).compactMap { plain($0) }
    }
    if !line.isEmpty {
      for path in EPOAddress.end {
        line += path.elements(from: element, root: notice.root).compactMap { plain($0) }
      }
      isTold = true
      state(node, EPOName.iri("locn:fullAddress"), .string(line.joined(separator: ", ")))
    }
    if isTold { stateNode(node, "locn:Address", of: subject, relation) }
    return isTold
  }
}

/// The parts of a postal address.
enum EPOAddress {
  static let parts: [EPORule] = [
    .code("Country/IdentificationCode", "epo:hasCountryCode", "country"),
    .value("CountrySubentityCode", "epo:hasNutsCode", .territory),
    .value("PostalZone", "locn:postCode", .plain),
    .value("CityName", "locn:postName", .plain),
  ]
  static let line = ["Department", "StreetName", "AdditionalStreetName", "AddressLine/Line"].map {
    EPOPath($0)
  }
  static let end = ["CityName", "PostalZone", "Country/IdentificationCode"].map { EPOPath($0) }
}
