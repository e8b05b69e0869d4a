import PasserelleCore
import PasserelleRendering
import PasserelleText

extension SourcingNote {
  /// Two sentences: what adequacy is, and how the list is to be read.
  mutating func writeMethod() {
    section("Méthode", "Method")
    let order = say(
      "les fournisseurs sont présentés par niveau puis par ordre alphabétique : la décision appartient à l’acheteur.",
      "vendors are presented by band and then in alphabetical order: the decision is the buyer’s.")
    let factors = say(
      "l’historique de l’acheteur, le nom du fournisseur, la distance et le nombre de marchés passés",
      "the buyer’s history, the vendor’s name, the distance and the number of past awards")
    let reading =
      switch isNeutral {
      case true?:
        say(
          "Le classement est neutre, car il laisse aussi de côté \(factors), et ",
          "The ranking is neutral, for it also leaves out \(factors), and ")
      case false?:
        say(
          "Le classement n’est pas neutre, car il tient compte aussi de certains de ces éléments : \(factors) ; ",
          "The ranking is not neutral, for it also takes in some of these: \(factors); ")
      case nil: ""
      }
    let sentence = reading + order
    blocks.append(
      .paragraph([
        .plain(
          say(
            "L’adéquation dit la ressemblance entre le besoin et ce que l’on sait d’un fournisseur (marchés passés, "
              + "profil déclaré, fiches), jamais une chance de l’emporter ; rien de la renommée, de la taille ni de "
              + "l’origine n’y entre. ",
            "Adequacy tells the likeness between the need and what is known of a vendor (past awards, declared "
              + "profile, sheets), never a chance of winning; nothing of fame, size or origin enters it. ")
            + Self.capitalised(sentence))
      ]))
  }

  mutating func writeVendors() {
    section("Fournisseurs par niveau d’adéquation", "Vendors by band of adequacy")
    let vendors = alphabetical(answer["vendors"].list)
    guard !vendors.isEmpty else {
      paragraph(
        "Aucun fournisseur connu ne ressemble à ce besoin. Cela ne dit rien de ceux qui ne sont pas dans les données.",
        "No known vendor resembles this need. This says nothing of those who are not in the data.")
      return
    }
    if let all = answer["vendorsWithEvidence"].int, all > vendors.count {
      paragraph(
        "\(format.count(vendors.count, "fournisseur est présenté", "fournisseurs sont présentés")), sur \(format.number(all)) pour lesquels il y a "
          + "des indices.",
        "\(format.count(vendors.count, "vendor is", "vendors are")) presented, of \(format.number(all)) for whom there is evidence."
      )
    }
    let known = ["strong", "some", "weak"]
    let others = Set(vendors.map { $0["band"].string ?? "" }).subtracting(known).sorted()
    for band in known + others {
      let members = vendors.filter { ($0["band"].string ?? "") == band }
      guard !members.isEmpty else { continue }
      let label = band.isEmpty ? say("niveau inconnu", "unknown band") : Words.band(band)[language]
      blocks.append(.heading(level: 2, [.plain(Self.capitalised(label) + " (\(members.count))")]))
      for vendor in members { write(vendor) }
    }
  }

  mutating func writeNewcomers() {
    let newcomers = alphabetical(answer["newcomers"].list)
    guard !newcomers.isEmpty else { return }
    section("Nouveaux entrants", "Newcomers")
    paragraph(
      "Ces fournisseurs n’ont aucun marché connu ; une place leur est réservée sur la foi de leur profil déclaré, "
        + "qui n’a pas été vérifié.",
      "These vendors have no known award; a place is reserved for them on the strength of their declared profile, "
        + "which has not been checked.")
    for vendor in newcomers { write(vendor) }
  }

  /// Vendors by name without regard to case or accents, then by IRI.
  private func alphabetical(_ vendors: [Value]) -> [Value] {
    vendors.enumerated()
      .map { offset, vendor in
        (
          key: TextFolding.fold(Self.name(vendor)), iri: vendor["vendor"].string ?? "", offset: offset,
          vendor: vendor
        )
      }
      .sorted { ($0.key, $0.iri, $0.offset) < ($1.key, $1.iri, $1.offset) }
      .map(\.vendor)
  }

  static func name(_ vendor: Value) -> String { vendor["name"].string ?? vendor["vendor"].string ?? "?" }

  /// A text with a capital first letter.
  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
