import PasserelleCore
import PasserelleOntology
import Testing

@Suite struct QuestionLibraryTests {
  private static let head = """
    # format: passerelle-ontology/1
    # question: things
    # group: officer
    # title:
    #   fr: "Choses"
    #   en: "Things"
    # description:
    #   fr: "Les choses."
    #   en: "The things."
    # parameters:
    #   name:
    #     type: text
    #     required: true
    #     label:
    #       fr: "Nom"
    #       en: "Name"
    # example:
    #   name: "a"
    # columns:
    #   thing:
    #     kind: thing
    #     label:
    #       fr: "Chose"
    #       en: "Thing"

    """

  private static func load(
    _ query: String, head: String = head, file: String = "things"
  ) throws -> QuestionLibrary {
    let prefixes = try Ontology.load(files: [
      ("Schemas/prefixes.yaml", "format: passerelle-ontology/1\nprefixes:\n  pas: \"https://e/\"\n")
    ]).prefixes
    return try QuestionLibrary.load(files: [("Questions/\(file).rq", head + query)], prefixes: prefixes)
  }

  @Test func readsAQuestion() throws {
    let question = try #require(try Self.load("SELECT ?thing { ?thing pas:name $name }\n").question("things"))
    #expect(question.title == LocalizedText(fr: "Choses", en: "Things"))
    #expect(question.parameters.map(\.name) == ["name"])
    #expect(question.parameters[0].kind == .text)
    #expect(question.columns.map(\.kind) == [.thing])
    #expect(question.example == [QuestionArgument("name", "a")])
    #expect(question.sparql == "SELECT ?thing { ?thing pas:name $name }")
  }

  @Test func refusesPartsThatDoNotFit() {
    let good = "SELECT ?thing { ?thing pas:name $name }"
    let cases: [(head: String, query: String, file: String)] = [
      (Self.head, "SELECT ?thing { ?thing pas:name ?name }", "things"),
      (Self.head, good + " LIMIT $limit", "things"),
      (Self.head, "SELECT ?thing { ?thing foo:name $name }", "things"),
      (Self.head, good, "others"),
      (Self.head.replacing("type: text", with: "type: word"), good, "things"),
      (Self.head.replacing("group: officer", with: "group: chief"), good, "things"),
      (Self.head.replacing("kind: thing", with: "kind: code"), good, "things"),
      (Self.head.replacing("    required: true\n", with: "    required: false\n"), good, "things"),
      (Self.head.replacing("name: \"a\"", with: "other: \"a\""), good, "things"),
      (Self.head.replacing("en: \"Things\"", with: "en: \"\""), good, "things"),
      (Self.head.replacing("# group", with: "# colour: red\n# group"), good, "things"),
      (Self.head.replacing("passerelle-ontology/1", with: "passerelle-ontology/9"), good, "things"),
    ]
    for (index, one) in cases.enumerated() {
      #expect(throws: PasserelleError.self, "case \(index)") {
        try Self.load(one.query, head: one.head, file: one.file)
      }
    }
  }

  @Test func findsParametersOutsideOfStringsAndComments() {
    let tokens = QuestionTokens(
      """
      PREFIX e: <http://e/$no>
      SELECT ?x { # $no "
        ?x e:a-b:c "$no \\" $no" , '''$no ' $no''' , $yes ; p:q $yes2 . FILTER(?x < $yes && ?y > 2) }
      """)
    #expect(tokens.parameters == ["yes", "yes2"])
    #expect(tokens.prefixes == ["e", "p"])
    #expect(tokens.declared == ["e"])
    let whole = tokens.parts.map { part in
      switch part {
      case .text(let text): text
      case .parameter(let name): "$" + name
      }
    }.joined()
    #expect(whole.contains("'''$no ' $no''' , $yes ; p:q $yes2 ."))
    #expect(QuestionTokens("SELECT \"open $no").parameters.isEmpty)
    #expect(QuestionTokens("").parts == [.text("")])
  }

  @Test func suggestsTheNearestName() {
    let names = ["city-contracts", "city-labels", "budgets"]
    #expect(NearestName.of("city-contrat", in: names) == "city-contracts")
    #expect(NearestName.of("bugdets", in: names) == "budgets")
    #expect(NearestName.of("labels", in: names) == "city-labels")
    #expect(NearestName.of("zzzzzz", in: names) == nil)
    #expect(NearestName.of("", in: names) == nil)
  }

  @Test func theShippedQuestionsAreThoseBuiltIn() throws {
    let path = OntologyFolder.path
    let ontology = try Ontology.load(from: path)
    let shipped = try QuestionLibrary.load(from: path, prefixes: ontology.prefixes)
    let embedded = try QuestionLibrary.load(files: EmbeddedOntology.files, prefixes: ontology.prefixes)
    #expect(shipped.questions == embedded.questions)
    for question in shipped.questions {
      #expect(
        question.title.french.count <= 60 && question.title.english.count <= 60,
        Comment(rawValue: question.id))
      for column in question.columns {
        #expect(column.label.french.count <= OntologyChecker.labelLimit, Comment(rawValue: question.id))
        guard case .code(let list) = column.kind else { continue }
        #expect(ontology.codeList(list) != nil, Comment(rawValue: question.id + list))
      }
    }
  }
}
