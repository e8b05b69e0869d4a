public import PasserelleCore

extension DiagnosticCode {
  /// RDF that breaks the grammar.
  public static let rdfSyntax = DiagnosticCode(
    "rdf.syntax", .error,
    reason: LocalizedText(fr: "Le RDF est mal formé.", en: "The RDF is malformed."),
    remedy: LocalizedText(
      fr:
        "Corrigez le fichier à l’endroit indiqué. N-Triples et N-Quads n’y perdent que la ligne, une liste de nœuds "
        + "JSON-LD que le nœud ; en RDF/XML la lecture s’arrête là, en Turtle et TriG aussi, sauf si la reprise est "
        + "demandée.",
      en:
        "Correct the file at the place given. N-Triples and N-Quads lose only the line, a list of nodes of JSON-LD "
        + "only the node; in RDF/XML reading stops there, in Turtle and TriG too unless recovery is asked."))

  /// A term that RDF does not admit.
  public static let rdfTerm = DiagnosticCode(
    "rdf.term", .error,
    reason: LocalizedText(
      fr: "Un terme n’est pas admis en RDF.", en: "A term is not admitted in RDF."),
    remedy: LocalizedText(
      fr: "Corrigez le terme ; l’énoncé qui le contient est écarté.",
      en: "Correct the term; the statement that holds it is left out."))

  /// RDF beyond the limits.
  public static let rdfLimit = DiagnosticCode(
    "rdf.limit", .error,
    reason: LocalizedText(
      fr: "Le RDF dépasse les limites de lecture.", en: "The RDF is beyond the limits of reading."),
    remedy: LocalizedText(
      fr: "Vérifiez l’origine du fichier ; découpez-le, ou aplatissez ses listes.",
      en: "Check where the file comes from; cut it, or flatten its lists."))

  /// Every code that reading RDF can give, in the order of the documentation.
  public static let allRDF: [DiagnosticCode] = [.rdfSyntax, .rdfTerm, .rdfLimit]
}
