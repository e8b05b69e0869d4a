internal import PasserelleCore
internal import PasserelleText

extension AwardMapper {
  /// States the place of performance.
  mutating func statePlace(_ place: AwardRecord.Place) {
    if let name = text(place.name) { state(Vocabulary.placeName, .string(name)) }
    if let commune = place.commune { stateCode(commune, as: .commune) }
    if let postal = place.postal { stateCode(postal, as: .postal) }
    if let code = place.code { stateCode(code, as: PlaceReading.Kind(label: place.codeType)) }
  }

  private mutating func stateCode(_ field: AwardRecord.Field, as kind: PlaceReading.Kind?) {
    let code = field.value.trimmed.uppercased()
    guard !code.isEmpty else { return }
    let own = PartyNumber.read(record.buyer.number?.value ?? "", type: nil)?.siren
      .flatMap { CompanyNumber.territory(ofSiren: $0)?.commune }
    guard let reading = PlaceReading.read(code, as: kind, buyersCommune: own) else {
      amend(.placeInvalid, field)
      return
    }
    switch reading.place {
    case .commune(let code): state(Vocabulary.placeOfPerformance, .iri(iris.identifier(.insee, code)))
    case .department(let code):
      state(Vocabulary.placeOfPerformance, .iri(iris.identifier(.departement, code)))
    case .postal(let code): state(Vocabulary.postalCode, .string(code))
    case .country(let code): state(Vocabulary.placeOfPerformance, .iri(Vocabulary.country(alpha3: code)))
    case .nuts(let code): state(Vocabulary.placeOfPerformance, .iri(Vocabulary.nuts(code)))
    case .other(let kind, let code): state(Vocabulary.placeCode, .string(kind + ":" + code))
    }
    if reading.isOtherKind { amend(.placeKind, field, replacement: reading.description) }
    if reading.isRepaired { amend(.placeRepaired, field, replacement: reading.description) }
  }
}

/// What the code of a place means, whatever its label says.
struct PlaceReading {
  /// The kinds of code that DECP names.
  enum Kind: Equatable {
    case postal, commune, department, region, country, district, canton

    /// Reads a label such as `Code postal`; nil for none or an unknown one.
    init?(label: String?) {
      let words = TextFolding.fold(label ?? "").split(separator: " ")
      switch words.last {
      case "postal": self = .postal
      case "commune", "insee": self = .commune
      case "departement": self = .department
      case "region": self = .region
      case "pays": self = .country
      case "arrondissement": self = .district
      case "canton": self = .canton
      default: return nil
      }
    }
  }

  /// A place by the code that names it.
  enum Place: Equatable {
    case postal(String), commune(String), department(String), country(String), nuts(String)
    case other(kind: String, code: String)
  }

  var place: Place
  /// Whether the code is of another kind than its label says.
  var isOtherKind = false
  /// Whether digits were restored or taken away.
  var isRepaired = false

  /// The code with its kind, for diagnostics.
  var description: String {
    switch place {
    case .postal(let code): "postal " + code
    case .commune(let code): "commune " + code
    case .department(let code): "department " + code
    case .country(let code): "country " + code
    case .nuts(let code): "NUTS " + code
    case .other(let kind, let code): kind + " " + code
    }
  }

  /// Reads a code.
  ///
  /// - Parameters:
  ///   - code: The code in upper case.
  ///   - kind: What its label says.
  ///   - buyersCommune: The commune that buys, which a code equal to it names whatever its label.
  /// - Returns: Nil for a code that names nothing, or may name several places.
  static func read(_ code: String, as kind: Kind?, buyersCommune: String?) -> PlaceReading? {
    switch kind {
    case .postal: postal(code, buyersCommune)
    case .commune: commune(code)
    case .department: department(code)
    case .region: nuts(code, isExpected: true)
    case .country: country(code)
    case .district: administrative(code, "arrondissement")
    case .canton: administrative(code, "canton")
    case nil: nil
    }
  }

  private static func postal(_ code: String, _ buyersCommune: String?) -> PlaceReading? {
    // Postal codes of delivery offices end in nought; a code that is the buyer's own and does not is the commune's.
    if code == buyersCommune, !code.hasSuffix("0"), !PlaceCode.isPostal(code) || isInseeNumber(code) {
      return PlaceReading(place: .commune(code), isOtherKind: true)
    }
    if PlaceCode.isPostal(code) { return PlaceReading(place: .postal(code)) }
    let inner = code.hasPrefix("FR") ? String(code.dropFirst(2)) : "0" + code
    let isWhole = code.hasPrefix("FR") || inner.hasSuffix("0")
    if inner.utf8.count == 5, code.utf8.count != 5, isWhole, PlaceCode.isPostal(inner) {
      return PlaceReading(place: .postal(inner), isRepaired: true)
    }
    return otherKind(code)
  }

  private static func commune(_ code: String) -> PlaceReading? {
    if PlaceCode.isCommune(code) {
      return isSurelyPostal(code)
        ? PlaceReading(place: .postal(code), isOtherKind: true) : PlaceReading(place: .commune(code))
    }
    return otherKind(code)
  }

  /// Whether the number of a code is one that its department's communes have.
  private static func isInseeNumber(_ code: String) -> Bool {
    guard let department = PlaceCode.department(ofCommune: code),
      let greatest = CommuneNumbers.greatest[department],
      let number = Int(code.dropFirst(department.utf8.count))
    else { return false }
    // Paris is one commune, and its districts from 101 on.
    if department == "75" { return number == 56 || (101...greatest).contains(number) }
    return (1...greatest).contains(number)
  }

  private static func department(_ code: String) -> PlaceReading? {
    if PlaceCode.isDepartment(code) { return PlaceReading(place: .department(code)) }
    let padded = code.utf8.count == 1 ? "0" + code : code.hasPrefix("0") ? String(code.dropFirst()) : code
    if padded != code, padded.utf8.count == 2, PlaceCode.isDepartment(padded) {
      return PlaceReading(place: .department(padded), isRepaired: true)
    }
    // A postal or commune code names its department as well, which is all that the label promises.
    if let inside = PlaceCode.department(ofPostal: code), PlaceCode.isPostal(code) {
      return PlaceReading(place: .department(inside), isRepaired: true)
    }
    return otherKind(code)
  }

  /// A code that is not of its label's kind but can only be of one other.
  private static func otherKind(_ code: String) -> PlaceReading? {
    if PlaceCode.isDepartment(code) { return PlaceReading(place: .department(code), isOtherKind: true) }
    if isSurelyPostal(code) { return PlaceReading(place: .postal(code), isOtherKind: true) }
    return nuts(code, isExpected: false)
  }

  /// Whether five digits can only be a postal code, no commune's.
  private static func isSurelyPostal(_ code: String) -> Bool {
    PlaceCode.isPostal(code) && (!isInseeNumber(code) || code.hasSuffix("00"))
  }

  private static func nuts(_ code: String, isExpected: Bool) -> PlaceReading? {
    if (3...5).contains(code.utf8.count), code.hasPrefix("FR"), NUTSCode.isFrench(code) {
      return PlaceReading(place: .nuts(code), isOtherKind: !isExpected)
    }
    guard isExpected else { return nil }
    if RegionCode.all.contains(code) { return PlaceReading(place: .other(kind: "region", code: code)) }
    if let country = CountryCode.alpha3(code) {
      return PlaceReading(place: .country(country), isOtherKind: true)
    }
    return nil
  }

  private static func country(_ code: String) -> PlaceReading? {
    if let country = CountryCode.alpha3(code) { return PlaceReading(place: .country(country)) }
    return nuts(code, isExpected: false)
  }

  private static func administrative(_ code: String, _ kind: String) -> PlaceReading? {
    let digits = code.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    guard digits, (3...4).contains(code.utf8.count), PlaceCode.isDepartment(String(code.prefix(2))) else {
      return isSurelyPostal(code) ? PlaceReading(place: .postal(code), isOtherKind: true) : nil
    }
    return PlaceReading(place: .other(kind: kind, code: code))
  }
}
