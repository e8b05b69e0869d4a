internal import PasserelleCore
internal import PasserelleXML

/// The attributes of an element of RDF/XML by what they mean.
struct RDFXMLAttributes {
  private(set) var identifier: String?
  private(set) var about: String?
  private(set) var nodeID: String?
  private(set) var resource: String?
  private(set) var datatype: String?
  private(set) var parseType: String?
  private(set) var language: String?
  private(set) var base: String?
  /// The attributes that state a property, in the order of the document.
  private(set) var properties: [(iri: String, value: String)] = []

  /// Sorts attributes out.
  ///
  /// - Throws: ``RDFFault`` for an attribute that may not stand anywhere.
  init(_ attributes: [XMLPullReader.Attribute]) throws {
    for attribute in attributes {
      switch attribute.namespace {
      case RDFNames.xml:
        if attribute.name == "lang" { language = attribute.value }
        if attribute.name == "base" { base = attribute.value }
      case RDFNames.rdf: try take(attribute)
      case "":
        // Attributes whose name starts so are the XML specifications' own.
        if attribute.name.lowercased().hasPrefix("xml") { continue }
        // As the first form of the syntax had them (§6.1.4).
        guard ["ID", "about", "resource", "parseType", "type"].contains(attribute.name) else {
          throw RDFFault.grammar(
            fr: "l’attribut « \(attribute.name) » n’a pas d’espace de noms",
            en: "the attribute “\(attribute.name)” has no namespace")
        }
        try take(attribute)
      default: properties.append((attribute.namespace + attribute.name, attribute.value))
      }
    }
  }

  private mutating func take(_ attribute: XMLPullReader.Attribute) throws {
    switch attribute.name {
    case "ID": identifier = attribute.value
    case "about": about = attribute.value
    case "nodeID": nodeID = attribute.value
    case "resource": resource = attribute.value
    case "datatype": datatype = attribute.value
    case "parseType": parseType = attribute.value
    case let name where RDFNames.notAttributes.contains(name):
      throw RDFFault.grammar(fr: "rdf:\(name) n’est pas un attribut", en: "rdf:\(name) is no attribute")
    default: properties.append((RDFNames.rdf + attribute.name, attribute.value))
    }
  }

  /// Whether there is none but those of XML.
  var isEmpty: Bool {
    identifier == nil && about == nil && nodeID == nil && resource == nil && datatype == nil
      && parseType == nil && properties.isEmpty
  }
}

/// Names of RDF/XML (§5.1, §6.1.4 and §7.2.2 to 7.2.4).
enum RDFNames {
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let xml = "http://www.w3.org/XML/1998/namespace"
  static let type = rdf + "type"
  private static let core = ["RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype"]
  private static let old = ["aboutEach", "aboutEachPrefix", "bagID"]
  /// Names of the RDF namespace that no node bears.
  static let notNodes = Set(core + old + ["li"])
  /// Names of the RDF namespace that no property bears.
  static let notProperties = Set(core + old + ["Description"])
  /// Names of the RDF namespace that no attribute bears.
  static let notAttributes = Set(old + ["RDF", "Description", "li"])
}

/// The names of XML.
enum XMLName {
  /// Whether a text is a name without colon (Namespaces in XML §3, XML 1.0 fifth edition §2.3).
  static func isNCName(_ text: String) -> Bool {
    var isFirst = true
    for scalar in text.unicodeScalars {
      let value = scalar.value
      guard isFirst ? TermBytes.startsLabel(value) : TermBytes.continuesLabel(value) || value == 0x2E else {
        return false
      }
      isFirst = false
    }
    return !isFirst
  }
}
