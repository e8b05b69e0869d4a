internal import PasserelleCore
internal import PasserelleJSON
internal import PasserelleXML

/// What a release says in fields that have no relation of their own, one piece a field.
///
/// A piece is the release cut down to one field: `{"tender":{"items":[{"id":"1","attributes":[…]}]}}`, with the
/// identifiers that tell where it belongs, so that it can be laid over a release again.
struct OCDSRest {
  /// One field.
  struct Piece {
    /// The keys that lead to it.
    let keys: [String]
    /// The release cut down to it; nil where nothing of it may be kept.
    let value: JSONValue?

    /// The keys, joined by full stops.
    var path: String { keys.joined(separator: ".") }
  }

  /// The most bytes that a piece may have: larger ones are told of and not kept.
  static let mostBytes = 1 << 16

  /// Cuts out the fields that are not known.
  ///
  /// - Complexity: O(*n* · *f*) in the values beneath and the fields found.
  static func pieces(
    of value: JSONValue, known: OCDSKnownFields, under keys: [String], _ scrub: inout OCDSScrub
  ) -> [Piece] {
    var paths: [[String]] = []
    var seen: Set<[String]> = []
    walk(value, known, [], &paths, &seen)
    return paths.map { path in
      var cut = cut(value, path[...], isElement: false, &scrub)
      for key in keys.reversed() { cut = cut.map { .object([JSONMember(key, $0)]) } }
      return Piece(keys: keys + path, value: cut)
    }
  }

  /// The fields that are not known and are null: their keys, and the identifiers of the elements on the way.
  static func nulls(
    in value: JSONValue, known: OCDSKnownFields, under keys: [String], names: [String] = []
  ) -> [(keys: [String], names: [String])] {
    switch value {
    case .array(let elements):
      return elements.flatMap { element in
        let name = OCDSLayer.identifier(element).map { [$0] } ?? []
        return nulls(in: element, known: known, under: keys, names: names + name)
      }
    case .object(let members):
      return members.flatMap { member -> [(keys: [String], names: [String])] in
        let path = keys + [member.key]
        if let child = known.children[member.key] {
          return child.isWhole ? [] : nulls(in: member.value, known: child, under: path, names: names)
        }
        return member.value == .null ? [(path, names)] : []
      }
    default: return []
    }
  }

  private static func walk(
    _ value: JSONValue, _ known: OCDSKnownFields, _ keys: [String], _ paths: inout [[String]],
    _ seen: inout Set<[String]>
  ) {
    switch value {
    case .array(let elements):
      for element in elements { walk(element, known, keys, &paths, &seen) }
    case .object(let members):
      for member in members where !member.value.isVoid {
        if let child = known.children[member.key] {
          if !child.isWhole { walk(member.value, child, keys + [member.key], &paths, &seen) }
        } else if !known.isTranslation(member.key), seen.insert(keys + [member.key]).inserted {
          paths.append(keys + [member.key])
        }
      }
    default: break
    }
  }

  /// The value with one field alone, and the identifiers of what has it.
  private static func cut(
    _ value: JSONValue, _ keys: ArraySlice<String>, isElement: Bool, _ scrub: inout OCDSScrub
  ) -> JSONValue? {
    guard let key = keys.first else { return scrub.cleaned(value) }
    switch value {
    case .array(let elements):
      let cuts = elements.map { cut($0, keys, isElement: true, &scrub) }
      guard cuts.contains(where: { $0 != nil }) else { return nil }
      // Where nothing has an identifier, the place tells which it is.
      let isNameless = !elements.contains { $0["id"].map { !$0.isVoid } ?? false }
      return .array(isNameless ? cuts.map { $0 ?? .object([]) } : cuts.compactMap { $0 })
    case .object:
      guard let inner = value[key], !inner.isVoid else { return nil }
      guard !scrub.isPersonalParty(value) else { return nil }
      guard
        let kept = scrub.cleaned(
          member: key, holding: keys.dropFirst().isEmpty, of: value,
          { scrub in
            cut(inner, keys.dropFirst(), isElement: false, &scrub)
          })
      else { return nil }
      var members: [JSONMember] = []
      // Elements of lists, and organisations that are referred to, are known by their identifiers.
      if key != "id", isElement || value["name"] != nil, let identifier = value["id"]?.scalarText,
        !ContactDetails.isAddress(identifier)
      {
        members.append(JSONMember("id", .string(identifier)))
      }
      members.append(JSONMember(key, kept))
      return .object(members)
    default: return nil
    }
  }
}

/// Takes what belongs to natural persons out of values that nobody reads field by field.
struct OCDSScrub {
  /// The paths of what was dropped, by why.
  private(set) var contacts: [String] = []
  private(set) var persons: [String] = []
  private var keys: [String] = []

  /// Parts of keys, folded, under which contact details and persons stand.
  private static let personal: [StaticString] = [
    "contact", "email", "mail", "phone", "telefono", "fax", "mobile", "person", "signat", "signer",
    "signed", "author", "birth", "gender", "nationality", "passport", "iban", "bankaccount", "representat",
    "responsable", "responsible", "committee", "beneficialowner", "shareholder", "creator",
    "streetaddress", "firstname", "lastname", "surname", "curp", "evaluator", "jury",
  ]
  /// Keys of names of organisations and of persons.
  private static let names: Set<String> = [
    "name", "legalname", "fullname", "nombre", "nom", "label", "key", "buyername", "suppliername",
  ]

  /// The value of a member without what belongs to persons; nil where nothing is left.
  mutating func cleaned(
    member key: String, holding isLast: Bool, of object: JSONValue,
    _ body: (inout OCDSScrub) -> JSONValue?
  ) -> JSONValue? {
    keys.append(key)
    defer { keys.removeLast() }
    let folded = Self.folded(key)
    if Self.personal.contains(where: { ByteSearch.holds($0, in: folded[...]) }) {
      noteContact()
      return nil
    }
    if isLast, let text = object[key]?.stringValue, Self.isName(String(decoding: folded, as: UTF8.self)),
      Self.isPerson(text)
    {
      notePerson()
      return nil
    }
    return body(&self)
  }

  /// A value without what belongs to persons; nil where nothing is left.
  mutating func cleaned(_ value: JSONValue) -> JSONValue? {
    switch value {
    case .null: return nil
    case .bool: return value
    case .number(let text):
      guard !PersonalNumbers.isPersonal(text, scheme: nil) else {
        notePerson()
        return nil
      }
      return value
    case .string(let text):
      if PersonalNumbers.isPersonal(text, scheme: nil) {
        notePerson()
        return nil
      }
      var kept = text
      if let less = ContactDetails.removed(from: kept) {
        noteContact()
        kept = less
      }
      if let less = Signatures.removed(from: kept) {
        notePerson()
        kept = less
      }
      return kept.isEmpty ? nil : .string(kept)
    case .array(let elements):
      let kept = elements.compactMap { cleaned($0) }
      return kept.isEmpty ? nil : .array(kept)
    case .object(let members):
      if isPerson(value) {
        notePerson()
        return nil
      }
      let kept = members.compactMap { member in
        cleaned(member: member.key, holding: true, of: value) { $0.cleaned(member.value) }
          .map { JSONMember(member.key, $0) }
      }
      return kept.isEmpty ? nil : .object(kept)
    }
  }

  /// Whether an object describes a natural person.
  private func isPerson(_ object: JSONValue) -> Bool {
    if object["details"]?["scale"]?.stringValue == "selfEmployed" { return true }
    let scheme = object["scheme"]?.stringValue
    if let scheme, OCDSCodes.isPersonal(scheme: scheme) { return true }
    guard let number = object["id"]?.scalarText else { return false }
    return PersonalNumbers.isPersonal(number, scheme: scheme)
  }

  /// Whether an object is an organisation that is a natural person.
  func isPersonalParty(_ object: JSONValue) -> Bool {
    let marks = ["identifier", "address", "contactPoint", "roles", "additionalIdentifiers"]
    guard marks.contains(where: { object[$0] != nil }) else { return false }
    let name = object["name"]?.stringValue ?? object["identifier"]?["legalName"]?.stringValue
    guard
      isPerson(object) || object["identifier"].map({ isPerson($0) }) ?? false
        || name.map({ Self.isPerson($0) }) ?? false
    else { return false }
    // Where the organisation is stated it is told that it was a person.
    return true
  }

  /// The letters of a key, those of ASCII small: each key of each release is asked for.
  private static func folded(_ key: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(key.utf8.count)
    for byte in key.utf8 {
      switch byte {
      case 0x41...0x5A: bytes.append(byte + 0x20)
      case 0x61...0x7A, 0x80...: bytes.append(byte)
      default: continue
      }
    }
    return bytes
  }

  private static func isName(_ folded: String) -> Bool {
    names.contains(folded) || folded.hasSuffix("name")
  }

  private static func isPerson(_ name: String) -> Bool {
    PersonNames.isPerson(name) || OCDSGivenNames.isPerson(name)
  }

  private mutating func noteContact() {
    let path = keys.joined(separator: ".")
    if !contacts.contains(path) { contacts.append(path) }
  }

  private mutating func notePerson() {
    let path = keys.joined(separator: ".")
    if !persons.contains(path) { persons.append(path) }
  }
}
