internal import PasserelleCore

/// The errors of evaluations.
enum SPARQLErrors {
  static func timeout(_ limit: Duration) -> PasserelleError {
    let seconds = limit.components.seconds
    return PasserelleError(
      .sparqlTimeout,
      LocalizedText(
        fr: "La requête SPARQL a été arrêtée après \(seconds) s. Précisez-la, ou accordez-lui plus de temps.",
        en: "The SPARQL query was stopped after \(seconds) s. Make it more precise, or allow it more time."))
  }

  static func stopped() -> PasserelleError {
    PasserelleError(
      .sparqlStopped,
      LocalizedText(
        fr: "La requête SPARQL a été arrêtée à la demande.", en: "The SPARQL query was stopped on request."))
  }

  static func rows(_ limit: Int) -> PasserelleError {
    PasserelleError(
      .sparqlLimit,
      LocalizedText(
        fr: "La requête SPARQL donne plus de \(limit) lignes dans une étape. Précisez-la, par exemple avec "
          + "une relation de plus entre ses variables.",
        en: "The SPARQL query gives more than \(limit) rows in one step. Make it more precise, for instance "
          + "with one more relation between its variables."))
  }

  static func memory(_ limit: Int, _ operation: MemoryUse) -> PasserelleError {
    let (name, size) = (operation.name, limit >> 20)
    return PasserelleError(
      .sparqlLimit,
      LocalizedText(
        fr: "La requête SPARQL demande plus de \(size) Mio de mémoire (\(name.french)). Précisez-la, ou "
          + "accordez-lui plus de mémoire.",
        en: "The SPARQL query takes more than \(size) MiB of memory (\(name.english)). Make it more "
          + "precise, or allow it more memory."))
  }

  static func regularExpression(_ pattern: String) -> PasserelleError {
    PasserelleError(
      .sparqlLimit,
      LocalizedText(
        fr: "L’expression régulière « \(pattern) » demande trop de calcul. Simplifiez-la, en évitant les "
          + "répétitions imbriquées.",
        en: "The regular expression “\(pattern)” takes too much work. Make it simpler, without repetitions "
          + "within repetitions."))
  }

  static func service(_ name: String) -> PasserelleError {
    PasserelleError(
      .sparqlService,
      LocalizedText(
        fr: "La requête interroge un autre service (SERVICE \(name)), ce qui n’est pas permis. Chargez ses "
          + "données, ou écrivez SERVICE SILENT pour vous en passer.",
        en: "The query asks another service (SERVICE \(name)), which is not allowed. Load its data, or write "
          + "SERVICE SILENT to do without."))
  }

  static func search(_ french: String, _ english: String) -> PasserelleError {
    PasserelleError(.sparqlSyntax, LocalizedText(fr: french, en: english))
  }

  static func openPathEnds() -> PasserelleError {
    search(
      "pas:shortestPath cherche entre deux nœuds connus : donnez une valeur aux deux bouts, par d’autres relations du "
        + "même groupe ou par VALUES avant lui.",
      "pas:shortestPath searches between two known nodes: give both ends a value, by other relations of the same "
        + "group or by VALUES before it.")
  }

  static func noTextAccess() -> PasserelleError {
    search(
      "pas:matches cherche dans un index de textes, et ces données n’en ont pas.",
      "pas:matches searches a text index, and these data have none.")
  }

  static func update(_ french: String, _ english: String) -> PasserelleError {
    PasserelleError(.sparqlUpdate, LocalizedText(fr: french, en: english))
  }
}
