public import Passerelle
public import PasserelleCore

/// Answers requests from one workspace: SPARQL 1.1 Protocol for queries at `/sparql`, Graph Store HTTP Protocol for
/// reading at `/graph`.
///
/// Used by one thread; each request sees one state of the store.
public final class GraphService {
  private let workspace: Workspace
  private let timeout: Duration
  private let isRaw: Bool
  private let language: MessageLanguage

  /// Makes a service.
  ///
  /// - Parameters:
  ///   - workspace: What is asked.
  ///   - timeout: How long an evaluation may take.
  ///   - isRaw: Whether queries see things called as their records call them; else what is one thing has one IRI.
  ///     Graphs are always given as recorded.
  ///   - language: The language of messages for clients that ask for none.
  public init(
    _ workspace: Workspace, timeout: Duration, isRaw: Bool = false, language: MessageLanguage
  ) {
    self.workspace = workspace
    self.timeout = timeout
    self.isRaw = isRaw
    self.language = language
  }

  /// Answers a request; what goes wrong becomes a response that says so.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - stopFlag: Asks the evaluation to stop, when nobody waits any more.
  /// - Returns: The response.
  public func respond(to request: WebRequest, stopFlag: StopFlag) -> WebResponse {
    let language = Self.language(of: request) ?? language
    do {
      return try answer(GraphRequest(request), MediaRanges(request.header("accept")), stopFlag)
    } catch let refusal as WebRefusal {
      return WebResponse(refusal.status, text: refusal.message[language], headers: refusal.headers)
    } catch let error as PasserelleError {
      let place = error.location.map { "\($0): " } ?? ""
      return WebResponse(
        Self.status(of: error.code), text: "[\(error.code)] \(place)\(error.message[language])")
    } catch {
      return WebResponse(500, text: language.say("Erreur interne.", "Internal error."))
    }
  }

  private func answer(
    _ request: GraphRequest, _ accepted: MediaRanges, _ stopFlag: StopFlag
  ) throws -> WebResponse {
    switch request {
    case .welcome: return WebResponse(200, text: language.say(Self.welcome.french, Self.welcome.english))
    case .description:
      return WebResponse(200, type: "text/turtle; charset=utf-8", Array(ServiceDescription.turtle.utf8))
    case .query(let asked):
      guard accepted.best(of: Self.tableTypes.map(\.type) + Self.graphTypes) != nil else {
        throw Self.notAcceptable
      }
      let query = try GraphQuery(
        asked.text, file: "query", defaultGraphs: asked.defaultGraphs, namedGraphs: asked.namedGraphs)
      return try response(to: query, accepted, stopFlag)
    case .graph(let name):
      guard accepted.best(of: Self.graphTypes) != nil else { throw Self.notAcceptable }
      let pattern = name.map { "GRAPH <\($0)> { ?s ?p ?o }" } ?? "?s ?p ?o"
      let query = try GraphQuery("CONSTRUCT { ?s ?p ?o } WHERE { \(pattern) }", file: "graph")
      let answer = try workspace.answer(to: query, isRaw: true, timeout: timeout, stopFlag: stopFlag)
      guard !answer.isEmpty || name == nil else {
        throw WebRefusal(
          404, LocalizedText(fr: "Aucun graphe ne s’appelle ainsi.", en: "No graph has that name."))
      }
      return try response(answer, accepted)
    }
  }

  /// The formats of tables, the first where the client has no wish.
  private static let tableTypes: [(type: String, format: GraphQuery.Format)] = [
    ("application/sparql-results+json", .json), ("application/sparql-results+xml", .xml), ("text/csv", .csv),
    ("text/tab-separated-values", .tsv), ("application/json", .json), ("application/xml", .xml),
  ]
  /// The formats of triples, the first where the client has no wish.
  private static let graphFormats: [(type: String, format: GraphQuery.Format)] = [
    ("text/turtle", .turtle), ("application/n-triples", .ntriples), ("application/ld+json", .jsonld),
    ("application/rdf+xml", .rdfxml), ("text/plain", .ntriples),
  ]
  private static let graphTypes = graphFormats.map(\.type)

  /// The answer to a query: tables are written as they come, so that no value is made a text of its own.
  private func response(
    to query: GraphQuery, _ accepted: MediaRanges, _ stopFlag: StopFlag
  ) throws -> WebResponse {
    let type = accepted.best(of: Self.tableTypes.map(\.type))
    guard let format = Self.tableTypes.first(where: { $0.type == type }) else {
      return try response(
        workspace.answer(to: query, isRaw: isRaw, timeout: timeout, stopFlag: stopFlag), accepted)
    }
    var bytes: [UInt8] = []
    let answer = try workspace.write(
      query, isRaw: isRaw, timeout: timeout, stopFlag: stopFlag, as: format.format
    ) {
      bytes.append(contentsOf: $0)
    }
    if let answer { return try response(answer, accepted) }
    return WebResponse(200, type: Self.named(format.type), bytes)
  }

  private func response(_ answer: GraphAnswer, _ accepted: MediaRanges) throws -> WebResponse {
    let formats = answer.isGraph ? Self.graphFormats : Self.tableTypes
    guard let type = accepted.best(of: formats.map(\.type)),
      let format = formats.first(where: { $0.type == type })?.format, let bytes = try answer.bytes(format)
    else { throw Self.notAcceptable }
    return WebResponse(200, type: Self.named(type), bytes)
  }

  private static func named(_ type: String) -> String {
    type.hasPrefix("text/") ? type + "; charset=utf-8" : type
  }

  private static let notAcceptable = WebRefusal(
    406,
    LocalizedText(
      fr:
        "Aucun des formats demandés n’est servi ; tableaux : \(tableTypes.map(\.type).joined(separator: ", ")) ; triplets : \(graphTypes.joined(separator: ", ")).",
      en:
        "None of the formats asked for is served; tables: \(tableTypes.map(\.type).joined(separator: ", ")); triples: \(graphTypes.joined(separator: ", "))."
    ))

  private static func status(of code: PasserelleError.Code) -> Int {
    switch code {
    case .sparqlSyntax, .sparqlService, .queryInvalid: 400
    case .sparqlTimeout, .sparqlStopped, .sparqlLimit: 503
    default: 500
    }
  }

  private static func language(of request: WebRequest) -> MessageLanguage? {
    guard let header = request.header("accept-language") else { return nil }
    return MessageLanguage(rawValue: String(header.lowercased().prefix(2)))
  }

  private static let welcome = LocalizedText(
    fr: "Passerelle : requêtes SPARQL 1.1 à /sparql, graphes à /graph?graph=IRI.",
    en: "Passerelle: SPARQL 1.1 queries at /sparql, graphs at /graph?graph=IRI.")
}

/// What the service says of itself (SPARQL 1.1 Service Description).
enum ServiceDescription {
  static let turtle = """
    @prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
    @prefix formats: <http://www.w3.org/ns/formats/> .

    [] a sd:Service ;
      sd:endpoint </sparql> ;
      sd:supportedLanguage sd:SPARQL11Query ;
      sd:feature sd:UnionDefaultGraph ;
      sd:resultFormat formats:SPARQL_Results_JSON , formats:SPARQL_Results_XML , formats:SPARQL_Results_CSV ,
        formats:SPARQL_Results_TSV , formats:Turtle , formats:N-Triples , formats:JSON-LD , formats:RDF_XML .

    """
}
