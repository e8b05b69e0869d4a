internal import PasserelleCore

/// How an element of a notice is told in ePO: a value, or a node with rules of its own.
indirect enum EPORule: Sendable {
  /// A relation from the thing to a value.
  case value(EPOPath, relation: String, EPOValue)
  /// A relation from the thing to a node.
  case node(EPOPath, relation: String, EPONode)
}

/// A node that stands for an element.
struct EPONode: Sendable {
  let classes: [String]
  /// What its IRI adds to that of the thing it belongs to; several of a name are numbered.
  let segment: String
  /// Whether it is told of even where nothing is known of it.
  let isAlways: Bool
  let rules: [EPORule]
}

/// What stands in an element.
enum EPOValue: Sendable {
  /// Words, with their language.
  case text
  /// Words without language.
  case plain
  /// A code of an authority list of the Publications Office, by the name of the list.
  case code(String)
  /// Whether a code is the one or the other; further codes say nothing.
  case flag(yes: String, no: String?)
  /// `true` or `false`.
  case indicator
  /// Whether something is used, as a code of its own.
  case usage
  case integer
  case decimal
  /// The address of a page.
  case address
  case date
  /// A moment, of a period: the names of its day and of its time.
  case moment(day: String, time: String)
  /// A CPV code.
  case classification
  /// A NUTS code.
  case territory
  /// An amount with its currency, as a node.
  case amount(segment: String)
  /// An identifier, as a node.
  case identifier(segment: String)
  /// A duration in its own unit, as a node.
  case duration(segment: String)
  /// A postal address, as a node.
  case postalAddress(segment: String)
  /// The thing that an identifier of the notice names.
  case reference(EPOReference)
}

/// The things of a notice that others refer to.
enum EPOReference: Sendable {
  case lot, tender, contract
}

/// The names of the tables, written out.
enum EPOName {
  private static let prefixes: [String: String] = [
    "epo": Vocabulary.epo, "dct": Vocabulary.dct, "skos": Vocabulary.skos, "org": Vocabulary.org,
    "rdfs": Vocabulary.rdfs, "adms": "http://www.w3.org/ns/adms#", "m8g": "http://data.europa.eu/m8g/",
    "locn": "http://www.w3.org/ns/locn#", "time": "http://www.w3.org/2006/time#",
  ]

  /// The IRI of `epo:Lot`; names of the tables alone come here.
  static func iri(_ name: String) -> String {
    let parts = name.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let prefix = prefixes[String(parts[0])] else {
      preconditionFailure("a name of a table has a prefix that is known: \(name)")
    }
    return prefix + parts[1]
  }

  /// The IRI of a code of an authority list.
  static func authority(_ list: String, _ code: String) -> String {
    "http://publications.europa.eu/resource/authority/" + list + "/" + code
  }
}

// How the tables write rules.
extension EPORule {
  static func value(_ path: String, _ relation: String, _ value: EPOValue) -> Self {
    .value(EPOPath(path), relation: EPOName.iri(relation), value)
  }

  static func text(_ path: String, _ relation: String) -> Self { value(path, relation, .text) }

  static func code(_ path: String, _ relation: String, _ list: String) -> Self {
    value(path, relation, .code(list))
  }

  static func indicator(_ path: String, _ relation: String) -> Self { value(path, relation, .indicator) }

  /// A node that is told of where something is known of it.
  static func node(
    _ path: String = "", _ relation: String, _ classes: String..., at segment: String, _ rules: [EPORule]
  ) -> Self {
    .node(
      EPOPath(path), relation: EPOName.iri(relation),
      EPONode(classes: classes.map(EPOName.iri), segment: segment, isAlways: false, rules: rules))
  }

  /// A node for every element of a path.
  static func each(
    _ path: String, _ relation: String, _ classes: String..., at segment: String, _ rules: [EPORule]
  ) -> Self {
    .node(
      EPOPath(path), relation: EPOName.iri(relation),
      EPONode(classes: classes.map(EPOName.iri), segment: segment, isAlways: true, rules: rules))
  }
}
