import PasserelleText

/// The labels that notices put before a colon, and what follows each of them.
enum NoticeLabel {
  /// The part that a label names.
  ///
  /// - Parameter label: What stands before the colon, folded.
  /// - Returns: Nil for words that are no label.
  static func section(_ label: String) -> SpecificationSection? {
    var label = label[...]
    for nature in ["services ", "fournitures ", "travaux "] where label.hasPrefix(nature + "nom et adresse") {
      label = label.dropFirst(nature.utf8.count)
    }
    // A label is its phrase and little else.
    let row = rows.first { label.hasPrefix($0.label) && label.utf8.count <= $0.label.utf8.count + $0.slack }
    return row?.section
  }

  private struct Row: Sendable {
    let label: String
    let slack: Int
    let section: SpecificationSection
  }

  /// Rows in the order of the table, longer labels first.
  private static let rows: [Row] = groups.flatMap { group in
    group.labels.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map { label in
      let folded = TextFolding.fold(String(label))
      return Row(label: folded, slack: label.contains("*") ? 160 : 4, section: group.section)
    }
  }
  .sorted { ($1.label.utf8.count, $0.label) < ($0.label.utf8.count, $1.label) }

  private struct Group {
    let section: SpecificationSection
    let labels: String
  }

  private static func group(
    _ kind: SpecificationClause.Kind, _ strength: Int, _ fact: SpecificationSection.Fact?,
    keepsLot: Bool = false,
    _ labels: String
  ) -> Group {
    Group(
      section: SpecificationSection(kind: kind, strength: strength, fact: fact, keepsLot: keepsLot),
      labels: labels)
  }

  private static let fixed = SpecificationSection.fixed
  private static let soft = SpecificationSection.soft

  private static let groups: [Group] = [
    group(
      .information, fixed, .buyer,
      """
      nom et adresse officiels de l organisme acheteur; nom et adresses; pouvoir adjudicateur; acheteur
      acheteur public; entite adjudicatrice; maitre d ouvrage; organisme acheteur; nom de l acheteur
      contracting authority; buyer; entidade adjudicante; collectivite
      """),
    group(
      .information, fixed, .buyerPlace,
      """
      adresse; correspondant; telephone; telecopieur; courriel; tel; fax; a l attention de; point s de contact
      adresse internet*; adresse principale; adresse du profil*; adresse s internet
      principale s activite s*; departement s de publication; dept
      code d identification national; n national d identification; siret; siren
      """),
    group(
      .functional, 8, .title,
      """
      objet du marche; objet; objet de la consultation; objet du contrat; intitule; intitule du marche; titre
      subject; title; subject matter; objeto; objeto do contrato; objeto do procedimento; designacao do contrato
      """),
    group(
      .functional, soft, nil,
      """
      caracteristiques principales; quantites fournitures et services*; quantite ou etendue; description succincte
      description des prestations; description; description of the procurement; descricao; quantidades
      """),
    group(
      .information, fixed, .code, keepsLot: true,
      """
      cpv*; c p v*; code cpv*; codes cpv*; code s cpv*; descripteur principal; descripteur supplementaire
      objet principal; objets supplementaires; main cpv code; objets principaux; classification cpv
      """),
    group(
      .information, fixed, nil, keepsLot: true,
      """
      mots descripteurs; categorie de services; type de marche de*; informations complementaires sur les lots
      """),
    group(
      .information, fixed, .place,
      """
      lieu d execution*; lieu de livraison; lieu principal d execution*; lieu; code nuts; place of performance
      local de execucao; lieu d execution et de livraison; lieu s d execution
      """),
    group(
      .administrative, fixed, .duration, keepsLot: true,
      """
      duree du marche ou delai d execution; duree du marche*; duree de l accord cadre; duree; delai d execution
      duration; prazo de execucao; duree en mois; duree en jours; duree du contrat
      """),
    group(
      .administrative, fixed, nil,
      """
      date previsionnelle de*; cautionnement et garanties exiges; cautionnements et garanties*
      modalites essentielles de financement*; modalites de financement*; forme juridique que devra revetir*
      nombre de reconductions*; calendrier des marches ulterieurs*; penalites; garantie; assurances
      forme de marche
      """),
    group(
      .administrative, 8, nil,
      "options; l execution du marche est soumise*; conditions particulieres d execution"),
    group(
      .information, fixed, .amount, keepsLot: true,
      """
      estimation de la valeur h t; estimation de la valeur; valeur maximum estimee h t; valeur maximum estimee
      cout estime ht; cout estime h t; valeur estimee; valeur estimee h t; montant estime; valeur totale estimee
      valeur hors tva; estimated value; preco base; budget; budget previsionnel; montant maximum; montant estimatif
      estimation; enveloppe; enveloppe previsionnelle; valeur minimum estimee h t; montant minimum
      """),
    group(
      .functional, soft, .lots,
      """
      division en lots; allotissement; renseignements relatifs aux lots; liste des lots; lots; decomposition en lots
      informations sur les lots; informations sur les lots separes; division into lots; divisao em lotes
      """),
    group(
      .information, fixed, nil,
      """
      prestations divisees en lots; possibilite de presenter une offre pour*; marche divise en lots
      ce marche est divise en lots; des variantes*; variantes
      langues pouvant etre utilisees*; langue s pouvant*; unite monetaire*; type de procedure; procedure
      delai minimum de validite*; autres renseignements; autres informations
      numero de reference*; reference de la consultation; reference; conditions de remise*; conditions et mode*
      conditions d obtention*; documents payant; adresse aupres*; adresse a laquelle*; instance chargee*
      organe charge*; service aupres duquel*; precisions concernant*; references completes; reference de ted
      informations pratiques; calendrier previsionnel*; le present marche a un caractere*; marche periodique
      une enchere electronique*; modalites d ouverture*; la procedure d achat du present avis*
      pour retrouver cet avis*; references du ou des projet*; annonce; date et heure locales; type de marche
      criteres objectifs de limitation*
      identification du projet; numero de la consultation
      """),
    group(
      .information, 7, nil,
      """
      renseignements complementaires; informations complementaires; autres renseignements demandes
      additional information; outras informacoes
      """),
    group(
      .selectionCriterion, fixed, nil,
      """
      conditions de participation*; justifications a produire*; situation juridique*; situation propre*
      capacite economique*; capacite technique*; reference professionnelle*; references professionnelles*
      criteres de selection*; documents a produire*; formulaire dc*; formulaire attri*; la prestation est reservee*
      niveau x specifique s*; niveau specifique*; liste et description succincte des criteres de selection*
      marche reserve; references requises; selection criteria; conditions for participation
      """),
    group(
      .awardCriterion, fixed, nil,
      """
      criteres d attribution; criteres de jugement*; criteres d attributions; criteres de choix; award criteria
      criterio de adjudicacao; criterios de adjudicacao; critere d attribution; criteres d analyse des offres
      jugement des offres
      """),
    group(
      .information, fixed, .deadline,
      """
      date limite de reponse; date limite de reception*; date limite de remise*; date limite; deadline*
      time limit for receipt*; prazo para apresentacao*; date et heure limites*; limite de remise*
      """),
    group(
      .information, fixed, .published,
      """
      date d envoi du present avis*; publie le; date de publication; publication date; date d envoi
      data de publicacao; published
      """),
  ]
}
