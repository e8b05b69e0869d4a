import PasserelleText

/// Words of procedure, period and place that open titles and say nothing of the subject, folded, not stemmed.
///
/// Some stand in labels all the same (`data acquisition`): they keep a small weight there.
enum ConceptBoilerplate {
  /// Whether a folded word says how, when or for whom rather than what.
  static func contains(_ folded: String, language: TextLanguage) -> Bool {
    words(of: language).contains(folded)
  }

  private static func words(of language: TextLanguage) -> Set<String> {
    switch language {
    case .french: french
    case .english: english
    case .portuguese: portuguese
    case .spanish: spanish
    case .italian: italian
    case .german: german
    case .dutch: dutch
    case .neutral: all
    }
  }

  private static let french = set(
    """
    marche marches accord accords cadre lot lots fourniture fournitures acquisition acquisitions achat achats
    prestation prestations realisation execution attribution consultation procedure appel offres offre contrat
    contrats convention commande commandes bon bons objet relatif relative relatifs relatives concernant
    pluriannuel annuel annuelle annee annees ans an mois tranche phase avenant titre besoin besoins compte
    commune communes ville villes mairie departement departementale region regional regionale metropole
    communaute agglomeration intercommunal intercommunale municipal municipale municipaux syndicat
    divers diverses autre autres ensemble mise oeuvre cas type types
    """)

  private static let english = set(
    """
    contract contracts framework agreement lot lots supply supplies purchase procurement acquisition provision
    delivery tender tenders call award procedure order orders annual year years month months period phase
    council city town borough county district municipal municipality regional region department
    various miscellaneous other others related set type types
    """)

  private static let portuguese = set(
    """
    aquisicao aquisicoes fornecimento fornecimentos prestacao prestacoes contratacao contrato contratos
    contratual procedimento procedimentos concurso publico publica publicos publicas ajuste direto directo
    consulta previa acordo acordos quadro lote lotes objeto objecto presente ambito abrigo regime execucao
    realizacao elaboracao ano anos mes meses dia dias periodo plurianual anual fase continuo continuada
    continuado parcelar proposta propostas convite adjudicacao despesa termos nomeadamente respetivo
    respetivos respetiva respetivas diverso diversos diversa diversas vario varios varia varias outro outros
    outra outras municipio municipios municipal municipais camara freguesia freguesias junta concelho uniao
    distrito regiao regional rua avenida praca largo lda sa unipessoal caderno encargos destinado destinada
    tipo tipos relativo relativos relativa relativas referente sito vista necessidade necessidades
    """)

  private static let spanish = set(
    """
    contrato contratos contratacion suministro suministros adquisicion compra prestacion ejecucion realizacion
    licitacion procedimiento acuerdo marco lote lotes objeto ano anos mes meses anual periodo fase diverso
    diversos diversas otro otros otras municipio municipal ayuntamiento provincia region comarca tipo tipos
    """)

  private static let italian = set(
    """
    contratto contratti fornitura forniture acquisto acquisizione affidamento appalto gara procedura accordo
    quadro lotto lotti esecuzione realizzazione anno anni mese mesi annuale periodo fase vari varie altro altri
    altre comune comuni comunale provincia regione regionale tipo tipi
    """)

  private static let german = set(
    """
    vertrag rahmenvertrag rahmenvereinbarung lieferung beschaffung kauf vergabe ausschreibung verfahren los lose
    ausfuhrung durchfuhrung jahr jahre monat monate zeitraum phase verschiedene diverse sonstige andere gemeinde
    stadt landkreis kreis bezirk region
    """)

  private static let dutch = set(
    """
    overeenkomst raamovereenkomst levering leveringen aankoop aanschaf aanbesteding procedure opdracht perceel
    percelen uitvoering jaar jaren maand maanden periode fase diverse overige andere gemeente stad provincie
    regio
    """)

  private static let all = french.union(english).union(portuguese).union(spanish).union(italian).union(german)
    .union(dutch)

  private static func set(_ words: String) -> Set<String> {
    Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
