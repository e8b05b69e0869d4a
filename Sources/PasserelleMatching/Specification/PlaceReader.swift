import PasserelleCore
import PasserelleText

/// Says where a contract is performed: the place of performance, else where the notice is published, else the buyer's.
struct PlaceReader {
  let fields: [SpecificationSegmenter.Field]
  let lines: [SpecificationLine]
  let frontMatter: [(key: String, value: String)]

  /// The places, the main one first.
  func places(isNotice: Bool, buyerNumber: String?) -> [MatchPlace] {
    if let code = frontMatter.first(where: { $0.key == "insee" })?.value, let place = Self.commune(code) {
      return [place]
    }
    var found = Self.unique(
      fields.filter { $0.fact == .place }.flatMap { Self.places(in: $0.value, $0.label) })
    if found.isEmpty, !isNotice { found = Self.unique(lines.flatMap { Self.statedPlaces(in: $0.text) }) }
    if found.isEmpty {
      found = Self.unique(
        fields.filter { $0.fact == .buyerPlace && $0.label.hasPrefix("dep") }.flatMap {
          Self.departments($0.value)
        })
    }
    if found.isEmpty {
      found = Self.unique(
        fields.filter { $0.fact == .buyer || $0.fact == .buyerPlace }.flatMap {
          Self.places(in: $0.value, "")
        })
      found = Array(found.prefix(1))
    }
    if found.isEmpty, let place = MatchPlace.french("", buyerSiren: buyerNumber) { found = [place] }
    if found.isEmpty, !isNotice, let place = lines.lazy.compactMap({ Self.bodyPlace(in: $0.text) }).first {
      found = [place]
    }
    return found
  }

  /// Each place once; a department alone gives way to one of its communes.
  private static func unique(_ places: [MatchPlace]) -> [MatchPlace] {
    var result: [MatchPlace] = []
    for place in places {
      if let same = result.firstIndex(where: {
        $0.coarse == place.coarse && ($0.fine == nil || place.fine == nil)
      }) {
        if result[same].fine == nil { result[same] = place }
      } else if !result.contains(place) {
        result.append(place)
      }
    }
    return result
  }

  private static func commune(_ code: String) -> MatchPlace? {
    PlaceCode.isCommune(code)
      ? PlaceCode.department(ofCommune: code).map { MatchPlace(coarse: $0, fine: code) } : nil
  }

  /// The places of a text about places: INSEE codes named so, postal codes, NUTS codes, departments named so.
  static func places(in text: String, _ label: String) -> [MatchPlace] {
    let words = FoldedWords(text)
    let parts = words.words.map { String(decoding: words.bytes[$0], as: UTF8.self) }
    var found: [MatchPlace] = []
    for (index, part) in parts.enumerated() {
      let code = part.uppercased()
      let before = index > 0 ? parts[index - 1] : ""
      if before == "insee" || (before == "commune" && index > 1 && parts[index - 2] == "code"),
        let place = commune(code)
      {
        found.append(place)
      } else if code.hasPrefix("FR"), (2...5).contains(code.utf8.count),
        let department = NUTSDepartment.department(code),
        code.utf8.count > 2
      {
        found.append(MatchPlace(coarse: department))
      } else if before == "bp" || before == "cs" {
        continue
      } else if PlaceCode.isPostal(code), isTown(parts, after: index),
        let department = PlaceCode.department(ofPostal: code)
      {
        found.append(MatchPlace(coarse: department))
      } else if before == "departement" || (before == "no" && index > 1 && parts[index - 2] == "departement"),
        PlaceCode.isDepartment(code)
      {
        found.append(MatchPlace(coarse: code))
      }
    }
    if found.isEmpty, label == "code nuts" || text.utf8.count <= 12 {
      found = nuts(in: text).compactMap {
        NUTSDepartment.department($0).map { MatchPlace(coarse: $0) }
      }
    }
    return found
  }

  /// Whether a five-digit word is followed by a town, the end, or a comma: not by a unit.
  private static func isTown(_ parts: [String], after index: Int) -> Bool {
    guard index + 1 < parts.count else { return true }
    let next = parts[index + 1]
    return !["euros", "euro", "eur", "ht", "m2", "m", "habitants", "habitant", "heures", "km", "tonnes"]
      .contains(next)
      && !(next.first?.isNumber ?? false && next.utf8.count == 3)
  }

  /// The places of a sentence that says where.
  private static func statedPlaces(in text: String) -> [MatchPlace] {
    let folded = TextFolding.fold(text)
    let cues = [
      "lieu principal d execution", "lieu d execution", "code commune", "code insee", "lieu de livraison",
      "place of performance", "code nuts", "local de execucao",
    ]
    guard cues.contains(where: { folded.contains($0) }) else { return [] }
    return places(in: text, "")
  }

  /// What public bodies are called that sit in one department, folded.
  private static let bodies: Set<String> = [
    "ville", "commune", "mairie", "metropole", "agglomeration", "communaute", "departement", "ccas",
    "syndicat", "sivom",
    "office", "prefecture", "hopital", "lycee", "college",
  ]

  /// The place of a body named with its department or postal code in brackets: `la ville de Valence (26)`.
  private static func bodyPlace(in text: String) -> MatchPlace? {
    for open in text.indices where text[open] == "(" {
      let code = text[text.index(after: open)...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard (2...5).contains(code.utf8.count), code.endIndex < text.endIndex, text[code.endIndex] == ")"
      else {
        continue
      }
      let words = TextFolding.fold(String(text[..<open].suffix(100))).split { !$0.isLetter }.suffix(9)
      // The name of a place has a capital letter right before the bracket, where a number of things has none.
      let name = text[..<open].split { $0 == " " || $0 == "\u{A0}" || $0 == "-" || $0 == "’" || $0 == "'" }
        .last
      guard name?.first?.isUppercase == true, words.contains(where: { bodies.contains(String($0)) }) else {
        continue
      }
      let value = code.uppercased()
      if PlaceCode.isDepartment(value) { return MatchPlace(coarse: value) }
      if PlaceCode.isPostal(value), let department = PlaceCode.department(ofPostal: value) {
        return MatchPlace(coarse: department)
      }
    }
    return nil
  }

  /// `971, 978`, or the codes at the head of `32 Syndicat départemental`.
  private static func departments(_ text: String) -> [MatchPlace] {
    let value = text.split(separator: ":", maxSplits: 1).last.map(String.init) ?? text
    var found: [MatchPlace] = []
    for part in value.split(whereSeparator: { $0 == "," || $0 == " " }) {
      let code = part.uppercased()
      let padded = code.utf8.count == 1 ? "0" + code : code
      guard PlaceCode.isDepartment(padded) else { break }
      found.append(MatchPlace(coarse: padded))
    }
    return found
  }

  /// The codes of the nomenclature of territorial units in a text, such as `FRJ24`.
  private static func nuts(in text: String) -> [String] {
    text.split(whereSeparator: { !$0.isASCII || !($0.isLetter || $0.isNumber) }).map(String.init)
      .filter { $0.hasPrefix("FR") && (3...5).contains($0.utf8.count) }
  }
}
