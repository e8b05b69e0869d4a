import PasserelleText

/// The parts of the standard forms of the European Union (Implementing Regulation (EU) 2015/1986), by number.
enum StandardForm {
  /// The part that a number names, by the longest beginning that is known.
  ///
  /// - Parameter number: A number such as `II.2.4`.
  /// - Returns: Nil for a number outside the forms.
  static func section(_ number: Substring) -> SpecificationSection? {
    var parts = number.split(separator: ".")
    while !parts.isEmpty {
      if let known = sections[parts.joined(separator: ".")] { return known }
      parts.removeLast()
    }
    return nil
  }

  /// Folded titles of parts, which stand on the line after the number and say nothing.
  static func isTitle(_ folded: String) -> Bool {
    titles.contains { folded.hasPrefix($0) } && folded.utf8.count < 180
  }

  private static func part(
    _ kind: SpecificationClause.Kind, _ strength: Int = SpecificationSection.fixed,
    _ fact: SpecificationSection.Fact? = nil
  ) -> SpecificationSection { SpecificationSection(kind: kind, strength: strength, fact: fact) }

  private static let sections: [String: SpecificationSection] = [
    "I": part(.information), "I.1": part(.information, SpecificationSection.fixed, .buyer),
    "II": part(.information),
    "II.1.1": part(.information, SpecificationSection.fixed, .title),
    "II.1.2": part(.information, SpecificationSection.fixed, .code),
    "II.1.4": part(.functional, SpecificationSection.soft),
    "II.1.5": part(.information, SpecificationSection.fixed, .amount),
    "II.1.6": part(.information, SpecificationSection.fixed, .lots),
    "II.2": part(.information),
    "II.2.1": part(.information, SpecificationSection.fixed, .lotTitle),
    "II.2.2": part(.information, SpecificationSection.fixed, .code),
    "II.2.3": part(.information, SpecificationSection.fixed, .place),
    "II.2.4": part(.functional, SpecificationSection.soft),
    "II.2.5": part(.awardCriterion),
    "II.2.6": part(.information, SpecificationSection.fixed, .amount),
    "II.2.7": part(.administrative, SpecificationSection.fixed, .duration),
    "II.2.9": part(.selectionCriterion), "II.2.11": part(.administrative),
    "II.2.14": part(.information, 7),
    "III.1": part(.selectionCriterion), "III.1.6": part(.administrative), "III.1.7": part(.administrative),
    "III.1.8": part(.administrative), "III.2.1": part(.selectionCriterion), "III.2.2": part(.administrative),
    "III.2.3": part(.administrative), "III.2": part(.information), "III": part(.information),
    "IV": part(.information), "IV.2.2": part(.information, SpecificationSection.fixed, .deadline),
    "VI": part(.information), "VI.3": part(.information, 7),
    "VI.5": part(.information, SpecificationSection.fixed, .published),
    "V": part(.information),
  ]

  private static let titles: [String] =
    """
    nom et adresses; procedure conjointe; communication; type de pouvoir adjudicateur; type d entite adjudicatrice
    activite principale; etendue du marche; intitule; code cpv principal; type de marche; description succincte
    valeur totale estimee; valeur totale du marche; information sur les lots; information s sur les lots
    description; code s cpv additionnel; lieu d execution; description des prestations; criteres d attribution
    valeur estimee; duree du marche; duree du contrat; informations sur les limites; variantes
    information sur les options; informations sur les catalogues; information sur les fonds
    informations complementaires; conditions de participation; habilitation a exercer; capacite economique
    capacite technique; informations sur les marches reserves; conditions liees au marche
    information relative a la profession; conditions particulieres d execution; informations sur les membres
    marche eligible au mps; type de procedure; informations sur l accord cadre; informations sur la reduction
    information sur la negociation; enchere electronique; information concernant l accord sur les marches publics
    renseignements d ordre administratif; publication anterieure; date limite de reception
    date d envoi estimee; langue s pouvant; delai minimal pendant; modalite d ouverture; modalites d ouverture
    renouvellement; informations sur les echanges; procedures de recours; instance chargee; organe charge
    introduction de recours; service aupres duquel; date d envoi du present avis; criteres de selection
    regles et criteres; cautionnements et garanties; modalites essentielles; forme juridique
    participants selectionnes; criteres d evaluation; information relative aux avis periodiques
    principales modalites de financement; objet du marche
    """.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map { TextFolding.fold(String($0)) }
}
