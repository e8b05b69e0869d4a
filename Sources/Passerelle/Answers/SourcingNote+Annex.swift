import PasserelleCore

extension SourcingNote {
  mutating func writeAnnex() {
    blocks.append(.pageBreak)
    section("Annexe : pour rejouer la recherche", "Annex: to replay the run")
    let run = answer["run"]
    let facts: [(String, String?)] = [
      (say("Recherche", "Run"), input.run),
      ("Instant", input.instant.description),
      (
        say("État des données", "State of the data"),
        input.sequence.map { String($0) } ?? run["sequence"].scalar
      ),
      (say("Modèle", "Model"), input.model ?? run["model"].string ?? answer["weights"].string),
      (say("SHA-256 du modèle", "SHA-256 of the model"), input.modelHash ?? run["modelHash"].string),
      (say("SHA-256 du besoin", "SHA-256 of the need"), input.needHash ?? run["needHash"].string),
      (say("SHA-256 de la réponse", "SHA-256 of the answer"), input.answerHash ?? run["answerHash"].string),
      (say("Programme", "Program"), input.program ?? run["program"].string),
      (say("Commande", "Command"), "passerelle audit replay \(input.run)"),
    ]
    let parameters = Value(input.parameters ?? run["parameters"].value).flattened().map {
      ($0.path, Optional($0.text))
    }
    let known = (facts + parameters).compactMap { name, text in text.map { (name, $0) } }
    blocks.append(
      .table(
        .init(
          caption: say("État, empreintes et paramètres", "State, hashes and parameters"),
          columns: [.init(say("Nom", "Name"), parts: 2), .init(say("Valeur", "Value"), parts: 5)],
          rows: known.map { Self.row([$0.0, $0.1]) }, hasRowHeadings: true)))
  }
}
