import PasserelleText

/// The words that tell how binding a clause is.
enum ObligationCues {
  /// What a marker says.
  enum Marker: Sendable, Hashable {
    case mandatory, recommended
    /// `peut`: an option of the contractor, or a faculty that the thing bought must give its users.
    case faculty
    /// `option`, `facultatif`: an option whoever is meant.
    case optional
  }

  /// The markers of a language; those of all for another.
  static func lexicon(_ language: TextLanguage) -> PhraseLexicon<Marker> {
    switch language {
    case .french: french
    case .english: english
    case .portuguese: portuguese
    default: all
    }
  }

  /// Folded subjects whose faculty is the contractor's option.
  static let contractors: Set<String> = [
    "titulaire", "titulaires", "candidat", "candidats", "soumissionnaire", "soumissionnaires", "prestataire",
    "fournisseur", "entreprise", "entrepreneur", "attributaire", "groupement", "offre", "offres",
    "contractor",
    "supplier", "tenderer", "tenderers", "bidder", "provider", "adjudicatario", "concorrente", "concorrentes",
    "fornecedor", "cocontratante", "proposta",
  ]

  private typealias Rows = [(phrases: String, value: Marker)]

  private static let frenchRows: Rows = [
    (
      """
      doit; doivent; devra; devront; est tenu de; sont tenus de; est tenue de; obligatoire; obligatoires; obligatoirement
      imperativement; imperatif; imperatifs; exige; exigee; exigees; exiges; requis; requise; requises; impose; imposee; imposes
      est interdit*; sont interdit*; ne peut; ne peuvent; ne pourra; ne pourront; ne peut pas; au minimum; a minima
      s engage a; s engagent a; il est demande; est demande; est demandee; sont demandes; sont demandees; il convient de
      il appartient au; est exclu; exclusivement; au moins; au plus; indispensable*; necessairement; faut; interdit de
      """, .mandatory
    ),
    (
      """
      devrait; devraient; est souhaite; est souhaitee; sont souhaites; sont souhaitees; souhaitable*; de preference; preferentiellement
      recommande; recommandee; recommandes; il est conseille; conseille; privilegie*; idealement; dans la mesure du possible
      sera apprecie; serait apprecie; appreciee; seraient apprecie*; encourage; encouragee; encourages; un plus
      """, .recommended
    ),
    ("peut; peuvent; pourra; pourront; pourrait; pourraient; possibilite de; a la possibilite", .faculty),
    (
      """
      en option; option; optionnel*; facultatif; facultative; facultatifs; facultatives; facultativement; variante libre
      le cas echeant; eventuellement; prestation supplementaire eventuelle; prestations supplementaires eventuelles; pse
      a titre facultatif
      """, .optional
    ),
  ]

  private static let englishRows: Rows = [
    (
      """
      shall; must; is required; are required; required to; mandatory; obligatory; has to; have to; may not; cannot; shall not
      at least; no more than; is prohibited; are prohibited; compulsory; will be required
      """, .mandatory
    ),
    (
      "should; preferably; desirable; recommended; ideally; where possible; is preferred; are preferred",
      .recommended
    ),
    ("may; can; might; could", .faculty),
    ("optional*; as an option; option; if applicable; where applicable", .optional),
  ]

  private static let portugueseRows: Rows = [
    (
      """
      deve; devem; devera; deverao; obrigatori*; e exigid*; sao exigid*; exige se; tem de; tem que; nao pode; nao podem
      no minimo; pelo menos; compromete se; imprescindivel; indispensavel; e proibid*
      """, .mandatory
    ),
    (
      "deveria; deveriam; preferencialmente; de preferencia; desejavel; recomenda se; recomendad*; idealmente",
      .recommended
    ),
    ("pode; podem; podera; poderao", .faculty),
    ("opcional; opcionais; opcionalmente; facultativ*; em opcao; se aplicavel; eventualmente", .optional),
  ]

  private static let french = PhraseLexicon<Marker>(frenchRows)
  private static let english = PhraseLexicon<Marker>(englishRows)
  private static let portuguese = PhraseLexicon<Marker>(portugueseRows)
  private static let all = PhraseLexicon<Marker>(frenchRows + englishRows + portugueseRows)
}
