internal import PasserelleCore
internal import PasserelleJSON

/// The fields of a source that no relation names: of each thing one object of JSON, field by field.
package enum SourceFields {
  /// The most bytes that fields of one literal have together, so that no term of a store is very long.
  static let mostBytes = 1 << 16

  private static let json = Datatype.other(Vocabulary.rdf + "JSON")

  /// The literals that hold fields, sorted by their names; several where they are long.
  static func literals(of fields: [SourceField]) -> [Term] {
    var literals: [Term] = []
    var bytes: [UInt8] = []
    for field in distinct(fields) {
      let name = JSONValue.string(field.name).legibleBytes
      if !bytes.isEmpty, bytes.count + name.count + field.json.count + 3 > mostBytes {
        literals.append(literal(bytes))
        bytes.removeAll(keepingCapacity: true)
      }
      bytes.append(UInt8(ascii: bytes.isEmpty ? "{" : ","))
      bytes += name
      bytes.append(UInt8(ascii: ":"))
      bytes += field.json
    }
    if !bytes.isEmpty { literals.append(literal(bytes)) }
    return literals
  }

  private static func literal(_ open: [UInt8]) -> Term {
    .literal(Literal(String(decoding: open + [UInt8(ascii: "}")], as: UTF8.self), json))
  }

  /// Fields by name, each name once: elements of one identifier are one.
  private static func distinct(_ fields: [SourceField]) -> [SourceField] {
    let sorted = fields.enumerated().sorted {
      if $0.element.name == $1.element.name { return $0.offset < $1.offset }
      return $0.element.name.utf8.lexicographicallyPrecedes($1.element.name.utf8)
    }.map(\.element)
    var result: [SourceField] = []
    for field in sorted {
      guard let last = result.last, last.name == field.name else {
        result.append(field)
        continue
      }
      guard last.json != field.json,
        let first = try? JSONDocument.parse([UInt8(ascii: "[")] + last.json + [UInt8(ascii: "]")]),
        let second = try? JSONDocument.parse([UInt8(ascii: "[")] + field.json + [UInt8(ascii: "]")]),
        let one = first.arrayValue?.first, let other = second.arrayValue?.first
      else { continue }
      result[result.count - 1] = SourceField(
        name: field.name, json: OCDSLayer.joined(one, other).legibleBytes)
    }
    return result
  }

  /// The fields that a literal holds; nil where it is no object of JSON.
  static func fields(in literal: String) -> [SourceField]? {
    guard let members = try? JSONDocument.parse(Array(literal.utf8)).objectValue else { return nil }
    return members.map { SourceField(name: $0.key, json: $0.value.legibleBytes) }
  }

  /// What the fields of a thing say, a piece of a release each, by path.
  static func pieces(of thing: StatedThing) -> [JSONValue] {
    var fields = thing.values(ProcessVocabulary.sourceFields).flatMap { self.fields(in: $0) ?? [] }
    // As fields were kept before: a thing each.
    fields += thing.parts(ProcessVocabulary.hasSourceField).compactMap { part in
      guard let path = part.value(ProcessVocabulary.path), let text = part.value(ProcessVocabulary.json)
      else { return nil }
      return former(path: path, json: text, name: part.iri, of: thing.iri)
    }
    var paths: [String: JSONValue] = [:]
    let sorted = fields.map { (name: $0.plainName, field: $0) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var order: [String] = []
    for (_, field) in sorted {
      guard let piece = field.piece else { continue }
      let path = field.path
      if let others = paths[path] {
        paths[path] = OCDSLayer.joined(others, piece)
      } else {
        order.append(path)
        paths[path] = piece
      }
    }
    return order.compactMap { paths[$0] }
  }

  /// A field that was kept as a thing: its path, the piece of the release, and its IRI beneath that of its owner.
  static func former(path: String, json: String, name: String, of owner: String) -> SourceField? {
    guard let piece = try? JSONDocument.parse(Array(json.utf8)) else { return nil }
    let keys = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let field = owner + subject(beneath: "") + path
    // The identifiers of elements stand behind the path.
    let plain = name.percentDecoded
    let known = field.percentDecoded
    let isBeneath = plain.utf8.starts(with: known.utf8)
    let marks = isBeneath ? String(decoding: plain.utf8.dropFirst(known.utf8.count), as: UTF8.self) : ""
    return SourceField(piece, at: keys, of: marks.split(separator: "@").map(String.init))
  }

  /// What stands between the IRI of a thing and the name of its field where fields are things.
  static func subject(beneath owner: String) -> String { owner + "/field/" }
}
