/// Words of headings that tell what stands under them.
enum SectionHeading {
  /// The part that a heading opens, by the first of its telling words; nil where it tells nothing.
  static func section(_ heading: String) -> SpecificationSection? {
    let words = FoldedWords(heading)
    guard let match = lexicon.matches(in: words).first else { return nil }
    var section = lexicon.entries[match.entry].value
    section.name = heading
    return section
  }

  private static func part(
    _ kind: SpecificationClause.Kind, _ strength: Int = SpecificationSection.heading,
    _ fact: SpecificationSection.Fact? = nil
  ) -> SpecificationSection { SpecificationSection(kind: kind, strength: strength, fact: fact) }

  private static let lexicon = PhraseLexicon<SpecificationSection>([
    (
      """
      critere* d attribution; critere* de jugement; jugement des offres; critere* de choix; ponderation
      award criteri*; evaluation criteri*; criterio* de adjudicacao; notation des offres; analyse des offres
      """, part(.awardCriterion, 8)
    ),
    (
      """
      critere* de selection; selection des candidat*; capacite* du candidat; capacites; candidature*
      conditions de participation; selection criteri*; exclusion ground*; qualification; habilitacao
      pieces a fournir; documents a produire; justificatifs; references exigees; dossier de candidature
      """, part(.selectionCriterion, 8)
    ),
    (
      """
      exigences fonctionnelles; besoins fonctionnels; specifications fonctionnelles; fonctionnalite*; fonctionnel*
      functional requirement*; functional; functions; requisitos funcionais; funcionalidade*; usages; services attendus
      cas d usage; besoins; expression du besoin; description du besoin; attendus; prestations attendues
      perimetre; consistance des prestations; consistance des travaux; contenu des prestations; nature des prestations
      description des prestations; description des travaux; etendue des prestations; scope of work; scope; deliverable services
      ambito; objeto; requirements; exigences
      """, part(.functional)
    ),
    (
      """
      exigences techniques; specifications techniques; clauses techniques; prescriptions techniques; techniques
      technique; technical requirement*; technical; requisitos tecnicos; tecnic*; interoperabilite; interoperability
      donnees; data; dados; securite; security; seguranca; vie privee; privacy; architecture; materiaux; materiel*
      equipements; performance*; niveaux de service; service level*; normes; standards; accessibilite; hebergement
      interfaces; reseau*; environnement technique; cybersecurite; maintenance technique; protection des donnees
      exigences non fonctionnelles; non functional
      """, part(.technical)
    ),
    (
      """
      clauses administratives; dispositions administratives; modalites d execution; conditions d execution; penalite*
      prix; paiement; reglement des comptes; assurance*; garantie*; delais; delai; livrables; calendrier d execution
      planning; resiliation; litiges; sous traitance; facturation; duree; reception; recette; verification*
      administrative; contract conditions; payment; penalties; insurance; deliverables; timetable; schedule; warranty
      termination; clausulas administrativas; preco; pagamento; prazo*; penalidade*; garantias; gouvernance; pilotage
      obligations du titulaire; propriete intellectuelle; confidentialite; reversibilite; variantes; formation des prix
      clauses sociales; insertion; execution du marche; forme du marche; forme de l accord cadre
      """, part(.administrative)
    ),
    (
      """
      contexte; presentation; preambule; introduction; glossaire; definitions; historique; contact*; recours
      procedure; remise des offres; depot des offres; modalites de remise; renseignements; annexe*; sommaire
      context; background; glossary; submission; appeals; enquadramento; contexto; existant; etat des lieux
      situation actuelle; diagnostic; acheteur; pouvoir adjudicateur; identification; dematerialisation; visite
      """, part(.information, 9)
    ),
    ("objet du marche; objet de la consultation; objet; subject; purpose; object", part(.functional, 3)),
    ("lots; allotissement; decomposition en lots; division en lots", part(.functional, 3, .lots)),
    ("exigences non fonctionnelles; non functional requirement*", part(.technical)),
  ])
}
