import PasserelleText

/// Finds names of brands, types and models in a clause.
enum BrandScanner {
  /// What shows that a name is one.
  enum Sign: Sendable, Hashable {
    /// It stands in the table of brands.
    case knownBrand
    /// `de marque`, `modèle`, `référence` stands before it.
    case announced
    /// ® or ™ stands after it.
    case trademark
    /// A capitalised name with digits.
    case productName
  }

  /// A name in a clause.
  struct Mention: Hashable {
    let words: String
    let sign: Sign
  }

  /// The names after which no equivalent is admitted, in order, each once.
  static func mentions(in text: String) -> [Mention] {
    let words = split(text)
    let folded = words.map { TextFolding.fold(String($0)) }
    var found: [Mention] = []
    var index = 0
    while index < words.count {
      let (mention, length) = mention(words, folded, at: index)
      if let mention, !admitsEquivalent(folded, from: index),
        !found.contains(where: { $0.words == mention.words })
      {
        found.append(mention)
      }
      index += max(1, length)
    }
    return found
  }

  /// The words of a text with their signs of trade marks, other punctuation taken off.
  private static func split(_ text: String) -> [Substring] {
    text.split { $0 == " " || "'’«»\"(),;:!?/".contains($0) }.map { word in
      var word = word
      while let last = word.last, last == "." || last == "…" { word = word.dropLast() }
      return word
    }.filter { !$0.isEmpty }
  }

  private static func mention(_ words: [Substring], _ folded: [String], at index: Int) -> (Mention?, Int) {
    let word = words[index]
    if word.contains("®") || word.contains("™") {
      // The sign may stand alone after the name.
      let isAlone = folded[index].isEmpty
      let name = isAlone && index > 0 ? String(words[index - 1]) : String(word)
      return (Mention(words: name.filter { $0 != "®" && $0 != "™" }, sign: .trademark), 1)
    }
    if let length = announcement(folded, at: index), index + length < words.count {
      let name = named(words, folded, from: index + length)
      if !name.isEmpty {
        return (Mention(words: name.joined(separator: " "), sign: .announced), length + name.count)
      }
    }
    guard isCapitalised(word) else { return (nil, 1) }
    if let length = BrandTable.length(ofBrandAt: index, in: folded) {
      let name = words[index..<(index + length)].joined(separator: " ")
      // Names that are also common words count only where they are written as names within a sentence.
      return (Mention(words: name, sign: .knownBrand), length)
    }
    if isProductName(word), !StandardNames.isStandard(words, folded, at: index) {
      return (Mention(words: String(word), sign: .productName), 1)
    }
    return (nil, 1)
  }

  /// The words of an announcement at a place: `de marque`, `marque`, `type`, `modèle`, `référence`.
  private static func announcement(_ folded: [String], at index: Int) -> Int? {
    switch folded[index] {
    case "marque", "brand", "marca", "fabricant", "brevet": return 1
    case "modele", "model", "modelo", "reference", "ref", "type", "tipo", "gamme", "serie": return 1
    case "marques": return 1
    default: return nil
    }
  }

  /// The capitalised name that an announcement names; empty for a common word, a standard or a class of things.
  private static func named(_ words: [Substring], _ folded: [String], from start: Int) -> [String] {
    var name: [String] = []
    var index = start
    while index < words.count, name.count < 3,
      isCapitalised(words[index]) || (!name.isEmpty && hasDigit(words[index]))
    {
      if StandardNames.isStandard(words, folded, at: index) { break }
      name.append(String(words[index]))
      index += 1
    }
    // `type A`, `type 2`, `modèle B`: a class of the trade, no product.
    guard let first = name.first, first.count > 2 || name.count > 1 else { return [] }
    if hasDigit(first[...]), !isProductName(first[...]), name.count == 1 { return [] }
    // Initials are mostly names of the trade: `type AFC`, `modèle IFC`.
    if !first.contains(where: \.isLowercase), !hasDigit(first[...]),
      BrandTable.length(ofBrandAt: start, in: folded) == nil
    {
      return []
    }
    return name
  }

  private static func isCapitalised(_ word: Substring) -> Bool { word.first?.isUppercase ?? false }
  private static func hasDigit(_ word: Substring) -> Bool { word.contains(where: \.isNumber) }

  /// `Lynx350`, `GX-400`, `DS2CD2143`: letters first and two digits or more, five characters or more.
  private static func isProductName(_ word: Substring) -> Bool {
    let digits = word.filter(\.isNumber).count
    let letters = word.filter(\.isLetter).count
    guard word.count >= 5, letters >= 2, word.first?.isLetter == true,
      !word.contains(where: { ".%°€=".contains($0) })
    else { return false }
    let hasLowercase = word.contains(where: \.isLowercase)
    // A year or a rank is no product: `AO-2020-12`, `TO001`.
    let firstDigit = word.first(where: \.isNumber)
    let isReference = word.firstRange(of: "20") != nil && digits >= 4 || firstDigit == "0"
    return !isReference && ((hasLowercase && letters >= 3 && digits >= 2) || digits >= 3)
  }

  private static let equivalents = PhraseLexicon<Bool>([
    (
      """
      ou equivalent*; ou similaire*; techniquement equivalent*; ou techniquement equivalent*; ou de qualite equivalente
      ou toute solution equivalente; ou tout autre; ou de performance equivalente; ou de meme nature; equivalent accepte
      or equivalent; or similar; ou equivalente*; ou tout produit equivalent; ou tout systeme equivalent; ou autre; ou compatible
      ou semelhante; ou produit equivalent; par exemple
      """, true
    )
  ])

  /// Whether an equivalent is admitted after a place.
  private static func admitsEquivalent(_ folded: [String], from index: Int) -> Bool {
    let rest = FoldedWords(folded: Array(folded[index...].joined(separator: " ").utf8))
    return !equivalents.matches(in: rest).isEmpty
  }
}

/// Names that look like products and are standards, protocols, labels or units.
enum StandardNames {
  /// Whether the word at a place is a standard or belongs to one named just before.
  static func isStandard(_ words: [Substring], _ folded: [String], at index: Int) -> Bool {
    let word = folded[index].split(separator: " ").first.map(String.init) ?? ""
    if isName(word) { return true }
    // `NF EN 12464-1`, `ISO/IEC 27001`, `norme C15-100`.
    return folded[max(0, index - 3)..<index].contains { prefixes.contains($0) || standards.contains($0) }
  }

  private static func isName(_ word: String) -> Bool {
    if standards.contains(word) { return true }
    let letters = String(word.prefix { $0.isLetter })
    return letters.count < word.count && prefixes.contains(letters)
  }

  private static let prefixes: Set<String> = set(
    """
    nf en iso iec cei din astm ansi ieee rfc dtu ccag ccap cctp ip ik rj usb pm co no ral sha aes tls ssl h utf epsg wgs lot
    bp cs r l d f t s c rn rd cpv code cat lte edi html css ean gs1 ds ce ue afnor apsad s61 e nra pn dn hdpe pehd pvc xp
    lod talq itu cie epc e2 a1 euro classe p rgf93 rgf lambert pcm pse m crit air art article phase tranche annexe hd uhd full mpeg g ref3 covid ipv wpa s1
    """)
  private static let standards: Set<String> = set(
    """
    lorawan zhaga datex gtfs netex siri ocpp ocpi modbus bacnet dali mqtt knx opc onvif wifi bluetooth zigbee ethernet
    html5 css3 ipv4 ipv6 sha256 sha512 aes256 h264 h265 utf8 mp3 mp4 wcag rgaa rgpd gdpr norme normes standard label labels
    iso27001 iso9001 iso14001 iso50001 hds secnumcloud rj45 oauth2 saml2 ogc sensorthings ngsi inspire wms wfs geojson
    cityjson citygml ifc dcat pm10 co2 no2 nb iot 3gpp pcm16 lambert93 rgf93 covid19 covid qualibat qualifelec
    """)

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
