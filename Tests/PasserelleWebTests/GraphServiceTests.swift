import PasserelleCore
import PasserelleWeb
import Testing

@Suite struct GraphServiceTests {
  private static let fixture = Result { try WebFixture() }
  private static let titles =
    "SELECT ?t { ?d a pas:Document ; dct:title ?t . FILTER(LANG(?t) = \"fr\") } ORDER BY ?t LIMIT 2"

  private let service: GraphService

  init() throws { service = try Self.fixture.get().service() }

  private func respond(
    _ method: String, _ target: String, accept: String? = nil, type: String? = nil, _ body: String = ""
  ) -> (status: Int, type: String, body: String) {
    var headers: [(name: String, value: String)] = []
    if let accept { headers.append(("Accept", accept)) }
    if let type { headers.append(("Content-Type", type)) }
    let response = service.respond(
      to: WebRequest(method: method, target: target, headers: headers, body: Array(body.utf8)),
      stopFlag: StopFlag())
    let found = response.headers.first { $0.name == "Content-Type" }?.value ?? ""
    return (response.status, found, String(decoding: response.body, as: UTF8.self))
  }

  private func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      if scalar.properties.isAlphabetic, byte < 0x80 { return String(scalar) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }.joined()
  }

  @Test func answersInEachFormOfRequest() {
    let query = escaped(Self.titles)
    let answers = [
      respond("GET", "/sparql?query=" + query), respond("GET", "/query?x=y&query=" + query),
      respond("POST", "/sparql", type: "application/x-www-form-urlencoded; charset=utf-8", "query=" + query),
      respond("POST", "/sparql", type: "application/sparql-query", Self.titles),
    ]
    for answer in answers {
      #expect(answer.status == 200)
      #expect(answer.type == "application/sparql-results+json")
      #expect(answer.body == answers[0].body)
    }
    #expect(answers[0].body.contains("\"vars\":[\"t\"]"))
  }

  @Test func givesTheFormatAskedFor() {
    let cases = [
      ("*/*", "application/sparql-results+json"), ("text/csv", "text/csv; charset=utf-8"),
      ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
      ("application/sparql-results+xml;q=0.9, text/csv;q=0.1", "application/sparql-results+xml"),
      ("text/*", "text/csv; charset=utf-8"), ("application/json", "application/json"),
      ("text/html, */*;q=0.1", "application/sparql-results+json"),
    ]
    for (accept, type) in cases {
      let answer = respond("POST", "/sparql", accept: accept, type: "application/sparql-query", Self.titles)
      #expect(answer.status == 200)
      #expect(answer.type == type)
    }
    for accept in ["text/html", "image/png;q=1", "text/csv;q=0"] {
      #expect(
        respond("POST", "/sparql", accept: accept, type: "application/sparql-query", Self.titles).status
          == 406)
    }
    let triples = "CONSTRUCT { ?d dct:title ?t } WHERE { ?d dct:title ?t }"
    let turtle = respond("POST", "/sparql", type: "application/sparql-query", triples)
    #expect(turtle.type == "text/turtle; charset=utf-8")
    #expect(turtle.body.contains("title"))
    for type in ["application/n-triples", "application/ld+json", "application/rdf+xml"] {
      let answer = respond("POST", "/sparql", accept: type, type: "application/sparql-query", triples)
      #expect(answer.status == 200 && answer.type.hasPrefix(type))
    }
    #expect(
      respond("POST", "/sparql", accept: "text/csv", type: "application/sparql-query", triples).status == 406)
    #expect(
      respond("POST", "/sparql", accept: "text/turtle", type: "application/sparql-query", Self.titles).status
        == 406)
    #expect(
      respond("POST", "/sparql", accept: "text/csv", type: "application/sparql-query", "ASK {}").body
        == "true\r\n")
  }

  @Test func asksTheGraphsThatTheRequestNames() throws {
    let count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    let graph = try #require(
      respond(
        "POST", "/sparql", accept: "text/csv", type: "application/sparql-query",
        "SELECT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g LIMIT 1"
      ).body.split(separator: "\r\n").last.map(String.init))
    let all = respond("GET", "/sparql?query=" + escaped(count), accept: "text/csv").body
    let one = respond(
      "GET", "/sparql?query=" + escaped(count) + "&default-graph-uri=" + escaped(graph), accept: "text/csv"
    ).body
    let none = respond(
      "POST", "/sparql?default-graph-uri=" + escaped("http://e/none"), accept: "text/csv",
      type: "application/sparql-query", count
    ).body
    #expect(none == "n\r\n0\r\n")
    #expect(one != none && one != all)
    let named = respond(
      "GET",
      "/sparql?named-graph-uri=" + escaped(graph) + "&query="
        + escaped("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"), accept: "text/csv"
    ).body
    #expect(named == "g\r\n\(graph)\r\n")
    let lines = respond("GET", "/graph?graph=" + escaped(graph), accept: "application/n-triples")
    #expect(lines.status == 200 && lines.type.hasPrefix("application/n-triples"))
    #expect("n\r\n\(lines.body.split(separator: "\n").count)\r\n" == one)
    #expect(respond("GET", "/graph?graph=" + escaped("http://e/none")).status == 404)
    #expect(
      "n\r\n\(respond("GET", "/graph?default", accept: "application/n-triples").body.split(separator: "\n").count)\r\n"
        == all)
  }

  @Test func refusesWhatItDoesNotServe() {
    let refused: [(status: Int, method: String, target: String, type: String?, body: String)] = [
      (400, "GET", "/sparql?query=" + escaped("SELECT"), nil, ""),
      (400, "POST", "/sparql", "application/sparql-query", "ASK {"),
      (400, "POST", "/sparql", "application/x-www-form-urlencoded", "x=y"),
      (400, "GET", "/sparql?query=a&query=b", nil, ""), (415, "POST", "/sparql", "text/plain", "ASK {}"),
      (415, "POST", "/sparql", nil, "ASK {}"), (405, "PUT", "/sparql", nil, ""),
      (403, "POST", "/sparql", "application/sparql-update", "CLEAR ALL"),
      (403, "POST", "/sparql", "application/x-www-form-urlencoded", "update=CLEAR+ALL"),
      (405, "DELETE", "/graph?default", nil, ""), (405, "PUT", "/graph?graph=http://e/g", "text/turtle", ""),
      (400, "GET", "/graph", nil, ""), (400, "GET", "/graph?default&graph=http://e/g", nil, ""),
      (400, "GET", "/graph?graph=" + escaped("http://e/> } { ?s ?p ?o }"), nil, ""),
      (404, "GET", "/other", nil, ""),
      (400, "POST", "/sparql", "application/sparql-query", "SELECT * { SERVICE <http://e/> { ?s ?p ?o } }"),
    ]
    for one in refused {
      let answer = respond(one.method, one.target, type: one.type, one.body)
      #expect(
        answer.status == one.status, Comment(rawValue: one.method + " " + one.target + " " + answer.body))
      #expect(answer.type == "text/plain; charset=utf-8")
    }
    let syntax = respond("POST", "/sparql", type: "application/sparql-query", "SELECT * {\n ?s ?p }")
    #expect(syntax.body.contains("[sparql.syntax] query:2:"))
  }

  @Test func stopsAtTheTimeAllowed() throws {
    let short = try Self.fixture.get().service(timeout: .milliseconds(30))
    let heavy = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    let request = WebRequest(
      method: "POST", target: "/sparql", headers: [("Content-Type", "application/sparql-query")],
      body: Array(heavy.utf8))
    #expect(short.respond(to: request, stopFlag: StopFlag()).status == 503)
    let stopped = StopFlag()
    stopped.stop()
    #expect(service.respond(to: request, stopFlag: stopped).status == 503)
  }

  @Test func describesItself() {
    #expect(respond("GET", "/sparql").body.contains("sd:SPARQL11Query"))
    #expect(respond("GET", "/").status == 200)
  }
}
