/// The words that tell what a clause is about, with how much each tells.
enum ClauseCues {
  /// What a cue speaks for.
  struct Cue: Sendable {
    let kind: SpecificationClause.Kind
    let weight: Int
  }

  static let lexicon = PhraseLexicon<Cue>(
    rows.map { (phrases: $0.phrases, value: Cue(kind: $0.kind, weight: $0.weight)) })

  private static let rows: [(kind: SpecificationClause.Kind, weight: Int, phrases: String)] = [
    // Procedure: appeals, addresses, electronic submission.
    (
      .information, 9,
      """
      tribunal administratif; tribunal judiciaire; procedures de recours; introduction de recours; refere precontractuel
      refere contractuel; delais de recours; voies de recours; recours gracieux; recours contentieux
      recours pour exces de pouvoir; recours de pleine juridiction; code de justice administrative
      telephone; telecopieur; courriel; profil d acheteur; profil acheteur; plateforme de dematerialisation
      plate forme de dematerialisation; voie dematerialisee; par voie electronique; remise des plis; depot des plis
      pli electronique; copie de sauvegarde; signature electronique; fuseau horaire; format des fichiers; adresse internet
      point de contact; points de contact; horaires d ouverture au public; site internet https; www
      avis d appel public; avis implique; nombre de titulaires; presente consultation est passee; procedure adaptee; appel d offres ouvert
      appel d offres restreint; ouverture des plis; accord sur les marches publics; unite monetaire
      refus des variantes; variantes sont autorisees; variantes ne sont pas; variantes autorisees
      variantes exigees; variantes seront; aucune variante; delai de validite des offres; validite des offres
      langue francaise; redigees en francais; dossier de consultation des entreprises; telecharge*; retrait du dossier
      pouvoir adjudicateur se reserve; infructu*; declaration sans suite; negociation; enchere electronique
      numero de reference; formulaire standard; avis de marche; avis periodique; submission of tenders; appeal
      review procedures; e mail; contact point; electronic submission; recurso; correio eletronico; plataforma eletronica
      repond point par point; a ces exigences; de ces exigences; exigences de ce chapitre; valeurs indiquees
      pendant l analyse des offres; lors de l analyse des offres; l ensemble des echanges; questions des candidats; renseignements complementaires; marche public simplifie
      marches publics simplifies; visite des lieux; visite obligatoire; visite est obligatoire; visite de site
      nombre de lots; lot maximum; offrir pour un seul lot; offre pour plusieurs lots; offres pour plusieurs lots
      offres pour tous les lots; offre pour tous les lots; plusieurs lots; objet dispose de lots
      """
    ),
    (
      .information, 4,
      """
      les candidats; le candidat; le soumissionnaire; les soumissionnaires; remise des offres; reception des offres
      leur offre; son offre; les offres; offre de base; la consultation; presente consultation; dce; plis
      reglement de la consultation; reglement de consultation; documents de la consultation; documents du marche
      the tenderer*; tenderers; bidder*; os concorrentes; concorrente*; procedure; attribue*
      analyse des offres; jugement des offres; dans l offre; code nuts; code cpv; lieu principal d execution est
      lieu d execution est; se situe; est situee; pour rappel; lieux d execution; lieu d execution; a titre indicatif; a titre informatif; pour information
      date previsionnelle; siege; seance publique; lots separes; alloti; allotis; divise en lots; decoupe en lots; sera divise en; est divise en; est divisee en; sont divisees en
      decompose en lots; marche unique; lot unique; non alloti; pas alloti; marche public alloti; marches sont mono attributaires
      """
    ),
    (
      .information, 2,
      """
      article r; articles r; article l; articles l; code de la commande publique; decret no; decret n
      en application de; en vertu de
      """
    ),
    // Admission.
    (
      .selectionCriterion, 9,
      """
      chiffre d affaires; lettre de candidature; declaration sur l honneur; declaration du candidat; dume
      formulaire dc1; formulaire dc2; dc1; dc2; dc4; effectifs moyens; moyens humains du candidat; redressement judiciaire
      interdiction de soumissionner; interdictions de soumissionner; interdit de soumissionner; capacites professionnelles
      capacites techniques et financieres; capacite economique et financiere; capacite technique et professionnelle
      capacite professionnelle; capacites juridiques; aptitude a exercer; certificats de qualification*; qualibat; qualifelec
      extraits de bilan; titres d etudes; references requises; liste des principales fournitures
      liste des principaux services; liste des principales livraisons; liste des travaux executes; attestations de bonne execution
      trois derniers exercices; trois dernieres annees; cinq dernieres annees; 3 dernieres annees; 5 dernieres annees
      3 derniers exercices; registre de commerce; registre du commerce; extrait kbis; k bis; obligations sociales et fiscales
      attestations fiscales; garanties professionnelles techniques et financieres; travailleurs handicapes; l5212; codes du travail; candidature; candidatures
      atelier protege; ateliers proteges; marche reserve; marches reserves; groupements d operateurs; inscrit au tableau
      turnover; selection criteria; similar contracts; last three years; financial standing; volume de negocios
      registre professionnel; ordre des architectes; outillage materiel; equipement technique dont; assurance des risques professionnels
      qualifications professionnelles; profession particuliere; certificats de capacite; agrement prefectoral
      """
    ),
    // Award.
    (
      .awardCriterion, 12,
      """
      ponderation; critere prix; valeur technique de l offre; criteres d attribution; critere d attribution; sous critere*
      offre economiquement la plus avantageuse; note technique; note financiere; notee sur; note sur; moins disant*
      criteres ponderes; ponderes; award criteria; weighting; criterio de adjudicacao; criteres enonces
      criteres enumeres; critere 1; critere 2; critere 3; critere 4; formule de notation; jugement des offres sera; mieux disant*
      """
    ),
    // The contract and its execution.
    (
      .administrative, 7,
      """
      penalite*; retenue de garantie; avance de; avance est; une avance; aucune avance; caution; garantie a premiere demande
      cautionnement; revisable*; revision des prix; actualisation; actualisable*; prix fermes; prix ferme; prix unitaires
      prix forfaitaire*; prix global; bordereau des prix; acomptes; mandat administratif; delai global de paiement
      delai de paiement; paiement; paiements; facture; factures; facturation; chorus; ressources propres; fonds propres
      autofinancement; subvention*; sous traitance; sous traitant*; groupement conjoint; groupement solidaire; en groupement; groupement momentane; mandataire; solidaire; cotraitant*
      conjoint; responsabilite civile professionnelle; assurance decennale; font l objet d une garantie; garantie minimale; duree de garantie; forme de marche; marche ordinaire; reparties en; attestation d assurance; resiliation; resilie; ccag; cahier des clauses administratives
      clauses administratives generales; ccap; acte d engagement; ordre de service; reconductible*; reconduction*
      reconduit; renouvelable*; tacite*; duree du marche; duree de l accord cadre; la duree est; duree initiale; duree maximale
      duree totale; duree globale; duree de la periode; periode initiale; durees; a compter de la notification; a compter de sa notification; date de notification
      delai d execution; delais d execution; tranche ferme; tranche optionnelle; tranches optionnelles; tranche conditionnelle
      montant minimum; montant maximum
      sans minimum; sans montant; minimum et maximum; montant annuel; marches de prestations similaires; prestations similaires; en 2 tranches; en 3 tranches; a tranches
      marche similaire; emission des bons de commande; regi par; regie par
      clause de reexamen; avenant; insertion sociale; insertion professionnelle; clause sociale; clause d insertion; heures d insertion
      reception des prestations; operations de verification; verification d aptitude; admission; propriete intellectuelle
      confidentialite; comite de pilotage; comite de suivi; reunion de lancement; bilan annuel; livrable; livrables
      payment; invoice*; penalty; penalties; liquidated damages; insurance; subcontract*; termination; price revision
      preco base; fatura*; pagamento; penalidade*; caucao; subcontrat*; seguro*; prazo de execucao
      comite consultatif de reglement amiable; differends; force majeure; litiges; cession de creances; nantissement; droit applicable; duree de validite du marche; minimum annuel
      maximum annuel; notification du marche; montant total du marche; estimation de la valeur; valeur estimee; montant estim*
      financement; budget communal; budget de; avance forfaitaire; taux de tva; ordres de service; periode de preparation
      """
    ),
    (
      .administrative, 3,
      """
      marche subsequent; marches subsequents; accord cadre; bons de commande; bon de commande; mono attributaire; monoattributaire; multi attributaire
      multiattributaire; groupement de commandes; livre dans; delai de livraison; delais de livraison
      """
    ),
    // What is bought.
    (
      .functional, 6,
      """
      porte sur; portent sur; a pour objet; ont pour objet; vise a; visent a; relatif a la fourniture; relatif a des
      relatif aux; relative a la; consiste en; consistent en; consiste a; pour la fourniture; for the supply; tem por objeto
      """
    ),
    // How the thing must be made.
    (
      .technical, 3,
      """
      norme; normes; iso; iec; etsi; dtu; rfc; rgaa; wcag; rgpd; gdpr; conforme a la norme; conformes aux normes; certifie*
      ip65; ip66; ip67; ip68; ik08; ik10; protocole*; api; apis; interface; interfaces; format ouvert; formats ouverts
      interoperab*; standard ouvert; standards ouverts; chiffre; chiffree*; chiffrement; authentification; journalis*
      sauvegarde*; hebergement; heberge*; serveur*; base de donnees; open source; code source; licence libre; logiciel libre
      bande passante; debit; latence; disponibilite de; taux de disponibilite; temps de reponse; sla; redondan*; haute disponibilite
      puissance; tension; courant; watt*; kw; kwh; kva; lux; lumen*; kelvin; decibel*; db; hertz; mhz; ghz; volt*
      diametre; epaisseur; millimetre*; centimetre*; mm; hauteur comprise; hauteur de; poids; dimension*; tolerance*
      acier; aluminium; beton; pvc; polyethylene; galvanise*; inox; materiau; materiaux; enrobe*; peinture; revetement
      etancheite; etanche; isolation; resistance mecanique; mecanique; electrique*; batterie*; alimentation; autonomie
      fibre optique; lorawan; zhaga; dali; modbus; bacnet; mqtt; opc; json; xml; ocpp; gtfs; netex; siri; datex
      spectre; capteur*; antenne*; passerelle*; firmware; micrologiciel; mise a jour; mises a jour; correctif*; vulnerabilite*
      performance*; precision; incertitude; mesure*; etalonn*; calibr*; frequence; temperature; humidite; pression
      securite informatique; cloisonne*; vpn; tls; https; sso; saml; oauth; ldap; annuaire; certificat electronique
      encrypt*; authenticat*; bandwidth; uptime; availability; backup*; server*; hosting; compliant with; standards; protocol*
      encripta*; servidor*; norma; normas; interface*; voltage; power supply; materials; waterproof; durability
      cablage; reseau informatique; donnees personnelles; donnees a caractere personnel; pseudonymis*; anonymis*
      purge*; conserve*; duree de conservation; reversib*; indice de protection; classe energetique; rendement
      plan d execution; plans d execution; etudes d execution; doe; dossier des ouvrages executes; essais; epreuves; controle technique
      """
    ),
    // What it must do.
    (
      .functional, 3,
      """
      permet; permettent; permettre; permettra; permettant; affiche; affichent; consulte*; visualise*; signale; signalent
      recoit; recoivent; choisit; choisissent; utilisateur*; usager*; habitant*; citoyen*; agent*; l agent; elu; elus
      tableau de bord; carte; application mobile; portail; notification aux; alerte*; recherche; formulaire*; compte citoyen
      fourniture*; fournir; livraison*; installation; pose; mise en place; mise en service; prestation*; prestations de
      realisation; realiser; travaux de; travaux; entretien; maintenance; nettoyage; location; mission; missions; etude; etudes
      assistance; accompagnement; formation; formations; exploitation; acquisition; achat; renovation; construction
      amenagement; rehabilitation; transport; collecte; traitement; gestion; conception; developpement; organisation; animation
      maitrise d oeuvre; has to; allows; enable*; user*; citizen*; display*; notify; supply; supplies; delivery; installation
      maintenance; works; services; fornecimento; aquisicao; instalacao; manutencao; servicos; permite; permitir; utilizador*
      consiste; consistent; comprend; comprennent; concerne
      """
    ),
  ]
}
