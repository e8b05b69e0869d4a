import PasserelleCore

/// What a request asks of the graph, by the SPARQL 1.1 Protocol and the Graph Store HTTP Protocol.
enum GraphRequest {
  /// A query.
  case query(Asked)
  /// The statements of a graph; nil for the default graph.
  case graph(String?)
  /// What the service can do.
  case description
  /// The list of what there is.
  case welcome

  /// A query with its dataset.
  struct Asked {
    var text: String
    var defaultGraphs: [String] = []
    var namedGraphs: [String] = []
  }

  /// The greatest length of a query, in bytes.
  static let queryLimit = 1 << 20

  /// Reads a request.
  ///
  /// - Throws: ``WebRefusal`` for what is not served.
  init(_ request: WebRequest) throws(WebRefusal) {
    switch request.path {
    case "/": self = .welcome
    case "/sparql", "/query": self = try Self.protocolRequest(request)
    case "/graph": self = try Self.graphRequest(request)
    default:
      throw WebRefusal(
        404,
        LocalizedText(
          fr: "Rien n’est servi ici ; les adresses sont /sparql et /graph.",
          en: "Nothing is served here; the addresses are /sparql and /graph."))
    }
  }

  private static func protocolRequest(_ request: WebRequest) throws(WebRefusal) -> GraphRequest {
    var asked = Asked(text: "")
    var texts: [String] = []
    var fields = request.fields
    switch request.method {
    case "GET", "HEAD": break
    case "POST":
      switch request.contentType {
      case "application/x-www-form-urlencoded":
        guard let body = String(validating: request.body, as: UTF8.self) else { throw notUTF8 }
        fields += FormDecoding.fields(body)
      case "application/sparql-query":
        guard let body = String(validating: request.body, as: UTF8.self) else { throw notUTF8 }
        texts.append(body)
      case "application/sparql-update": throw noUpdate
      default:
        throw WebRefusal(
          415,
          LocalizedText(
            fr: "Envoyez application/sparql-query ou application/x-www-form-urlencoded.",
            en: "Send application/sparql-query or application/x-www-form-urlencoded."))
      }
    default: throw WebRefusal.method(request.method, allowed: "GET, HEAD, POST")
    }
    for field in fields {
      switch field.name {
      case "query": texts.append(field.value)
      case "update": throw noUpdate
      case "default-graph-uri": asked.defaultGraphs.append(field.value)
      case "named-graph-uri": asked.namedGraphs.append(field.value)
      default: break
      }
    }
    guard let text = texts.first else {
      if request.method != "POST" { return .description }
      throw WebRefusal(
        400, LocalizedText(fr: "Le champ « query » manque.", en: "The field 'query' is missing."))
    }
    guard texts.count == 1 else {
      throw WebRefusal(
        400, LocalizedText(fr: "Il y a plusieurs champs « query ».", en: "There are several fields 'query'."))
    }
    guard text.utf8.count <= queryLimit else {
      throw WebRefusal(
        413,
        LocalizedText(
          fr: "La requête est trop longue (1 Mio au plus).", en: "The query is too long (1 MiB at most)."))
    }
    asked.text = text
    return .query(asked)
  }

  private static func graphRequest(_ request: WebRequest) throws(WebRefusal) -> GraphRequest {
    guard ["GET", "HEAD"].contains(request.method) else {
      throw WebRefusal.method(request.method, allowed: "GET, HEAD")
    }
    let names = request.fields.filter { $0.name == "graph" }
    let isDefault = request.fields.contains { $0.name == "default" }
    guard names.count + (isDefault ? 1 : 0) == 1 else {
      throw WebRefusal(
        400,
        LocalizedText(
          fr: "Nommez un graphe : /graph?graph=IRI, ou /graph?default.",
          en: "Name one graph: /graph?graph=IRI, or /graph?default."))
    }
    guard let name = names.first?.value else { return .graph(nil) }
    guard name.contains(":"), name.utf8.allSatisfy({ $0 > 0x20 && !"<>\"{}|^`\\".utf8.contains($0) }) else {
      throw WebRefusal(
        400, LocalizedText(fr: "« \(name) » n’est pas une IRI.", en: "'\(name)' is no IRI."))
    }
    return .graph(name)
  }

  private static let noUpdate = WebRefusal(
    403,
    LocalizedText(
      fr:
        "Ce service ne fait que lire : les données viennent des fichiers que « passerelle ingest » et « load » ont lus.",
      en: "This service only reads: data come from files that 'passerelle ingest' and 'load' have read."))
  private static let notUTF8 = WebRefusal(
    400, LocalizedText(fr: "Le corps n’est pas en UTF-8.", en: "The body is not in UTF-8."))
}

/// Why a request is not answered.
struct WebRefusal: Error {
  let status: Int
  let message: LocalizedText
  var headers: [(name: String, value: String)] = []

  init(_ status: Int, _ message: LocalizedText, headers: [(name: String, value: String)] = []) {
    self.status = status
    self.message = message
    self.headers = headers
  }

  static func method(_ method: String, allowed: String) -> WebRefusal {
    WebRefusal(
      405,
      LocalizedText(
        fr: "La méthode \(method) n’est pas servie ici (\(allowed)) : ce service ne fait que lire.",
        en: "The method \(method) is not served here (\(allowed)): this service only reads."),
      headers: [("Allow", allowed)])
  }
}
