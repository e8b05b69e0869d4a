/// The words that warnings of substance are told by, in French, English and Portuguese, folded.
enum SubstanceCues {
  /// What a phrase speaks of.
  enum Cue: Sendable, Hashable {
    /// Identification by the face, the gait or emotions: of persons seen from afar unless the text says otherwise.
    case remoteBiometrics
    /// Any other biometrics.
    case biometrics
    /// Following persons.
    case tracking
    /// Following, where the sentence must also speak of persons and of cameras or of real time.
    case following
    case realTime, plate, link, person
    /// What a vehicle's plate leads to.
    case driver
    case publicSpace, camera, access
    case personalData
    /// A person as user of a service, whose list is personal data.
    case user
    case abroad, transfer, disclosure, sale, thirdParty, publication
    case anonymous, condition, medical
    // Negation
    case negator, forbidding, exempted, never, contrast, light, subordinate, performance, discussion
  }

  static let lexicon = PhraseLexicon<Cue>(rows.map { (phrases: $0.1, value: $0.0) })

  private static let rows: [(Cue, String)] = [
    (
      .remoteBiometrics,
      """
      reconnaissance* facial*; reconnaissance* de visage*; reconnaissance* des visage*; reconnaissance* du visage
      reconnaissance* par le visage; identification facial*; identification par le visage; comparaison facial*
      comparaison de visages; comparaison des visages; reconnaitre les visages; reconnaitre des visages
      identification des visages; identification de visages; identifient les visages; identifie les visages; compare les visages; comparent les visages; comparer les visages; identifier les visages; par leur visage; par leurs visages
      reconnaissance de la demarche; reconnaissance d emotions; reconnaissance des emotions; reconnaissance emotionnelle
      analyse d emotions; analyse des emotions; analyse emotionnelle; detection d emotions; detection des emotions
      detecte les emotions; detecter les emotions; analyser les emotions; detectent les emotions
      facial recognition; face recognition; face matching; match faces; matches faces; matching faces; match their faces; facial identification; facial matching; recognise faces; recognize faces
      gait recognition; gait analysis; emotion recognition; emotion detection; emotion analysis
      reconhecimento facial; reconhecimento de emocoes; reconhecimento da marcha
      """
    ),
    (
      .biometrics,
      """
      biometri*; empreinte digitale; empreintes digitales; empreinte palmaire; empreintes palmaires; reseau veineux
      reconnaissance de l iris; reconnaissance d iris; reconnaissance de la main; contour de la main; fingerprint*; finger print*
      iris recognition; iris scan*; palm recognition; hand recognition; vein recognition; impressao digital; impressoes digitais
      identification vocale des personnes; reconnaissance du locuteur; speaker identification
      """
    ),
    (
      .tracking,
      """
      reidentification; re identification; reidentifier; re identifier; pistage des personnes; tracage des personnes
      tracage des individus; parcours individuel*; suivi individuel des deplacements
      track individuals; tracks individuals; track persons; track people; tracking of persons; tracking of individuals
      tracking individuals; tracking of pedestrians; tracking of people; tracking people
      """
    ),
    (
      .following,
      "suivi; suivre; suit; suivent; suivie; suivies; suivis; tracked; follows; trace; tracer; tracage; followed; following; follow; track; tracking; tracks; rastreamento; seguimento"
    ),
    (.realTime, "temps reel; en direct; real time; tempo real; live"),
    (
      .plate,
      """
      plaque d immatriculation; plaques d immatriculation; plaque mineralogique; plaques mineralogiques; plaques lues; plaque lue
      lecture de plaque*; lecture des plaques; plaques des vehicules; plaque du vehicule; immatriculation*; lapi
      number plate*; licence plate*; license plate*; anpr; alpr; matricula*
      """
    ),
    (
      .link,
      """
      associe*; rapproche*; rapprochement*; croise*; croisement*; relie*; corrobore*; couple*; combine*; identifi*; linked; link
      matched; match; matching; combined; associated
      """
    ),
    (
      .person,
      """
      personne; personnes; individu; individus; pieton; pietons; passant; passants; citoyen*; badaud*; foule; foules; population
      person; persons; people; individual; individuals; pedestrian*; passers by; passer by; crowd*; citizen*; peoes; pessoas
      """
    ),
    (
      .driver,
      "conducteur*; occupant*; proprietaire*; titulaire de la carte grise; driver*; owner*; keeper; condutor*"
    ),
    (
      .publicSpace,
      """
      espace public; espaces publics; voie publique; voies publiques; voirie; place publique; places publiques; rue; rues
      sur la place; sur les places; de la place; passant; passants; pieton; pietons; pietonne*; foule; foules; manifestation*; centre ville
      transports en commun; transports publics; gare; gares; stade; stades; gradins; spectateur*; parvis; ville; urbain; urbaine
      public space*; street*; squares; pedestrian*; passers by; town centre; city centre; crowd*; railway station; stations
      public transport; via publica; espaco publico; espacos publicos; rua; ruas
      """
    ),
    (
      .camera,
      """
      camera; cameras; videoprotection; video protection; videosurveillance; video surveillance; cctv; videovigilancia; images
      surveillance; supervision urbaine
      """
    ),
    (
      .access,
      """
      badge*; controle d acces; controles d acces; acces a; acces au; acces aux; l acces; acces du; pointage; pointeuse*; badgeuse*
      temps de travail; horaires variables; authentification; ouverture de session; poste de travail; postes de travail
      deverrouill*; serrure*; locaux; batiment*; salle des serveurs; salle serveur*; coffre*; armoire*; restaurant scolaire; cantine
      passeport*; carte nationale d identite; cartes nationales d identite; titres d identite; smartphone*; tablette*
      access control; access to; staff access; time clock; clocking; server room; premises; login; unlock*; doors; door; employees
      controlo de acesso; controlo de assiduidade; agents
      """
    ),
    (
      .personalData,
      """
      donnee personnelle; donnees personnelles; donnee a caractere personnel; donnees a caractere personnel; donnees nominatives
      donnee nominative; informations nominatives; informations personnelles; donnees de sante; donnees biometriques
      liste nominative; listes nominatives; noms et adresses; nom et adresse; personal data; personal information
      names and addresses; personally identifiable; dados pessoais
      """
    ),
    (
      .user,
      """
      donnees des usagers; donnees des abonnes; donnees des habitants; donnees des clients; donnees des eleves; donnees des patients
      donnees des voyageurs; donnees des citoyens; donnees des allocataires; donnees des visiteurs; donnees des agents
      donnees des administres; donnees d usagers; fichier des abonnes; fichier des usagers; fichier des habitants; fichier clients
      fichier des clients; fichier des adherents; coordonnees des usagers; coordonnees des abonnes; coordonnees des habitants
      user data; customer data; data of residents; data of users; data of citizens; subscriber data; resident data
      """
    ),
    (
      .abroad,
      """
      hors de l union; hors union; hors de l ue; hors ue; hors de l europe; hors europe; hors de l espace economique; hors eee
      en dehors de l union; en dehors de l ue; en dehors de l europe; pays tiers; etats unis; outside the eu; outside the european
      outside of the eu; outside of the european; outside europe; outside the eea; third countr*; united states; fora da uniao
      pais terceiro; paises terceiros
      """
    ),
    (
      .transfer,
      """
      transfert*; transfer; transferer; transfere*; transmission; transmis; transmise*; transmet*; transmettre; heberg*; stock*
      export*; envoy*; envoi; transferred; transfers; transferring; hosted; hosting; stored; sent; transferid*; transferencia*
      """
    ),
    (
      .disclosure,
      """
      communique*; communiquer; communication; partage*; partager; fourni*; disclos*; shared; share; shares; provided; mis a disposition
      mises a disposition; mise a disposition; louer; loue; louees
      """
    ),
    (
      .sale,
      """
      vend; vendre; vente; vendues; vendus; revendre; revente; revend; revendues; revendus; ceder; cede; cedees; cession
      commercialis*; monetis*; sell; sold; sells; resell; resold; sale; monetiz*; monetise*; venda; vender
      """
    ),
    (
      .thirdParty,
      """
      a des tiers; aux tiers; a un tiers; avec des tiers; a des partenaires; a des fins commerciales; a des fins publicitaires
      to third parties; with third parties; for commercial purposes; a terceiros
      """
    ),
    (
      .publication,
      """
      publie; publier; publiee*; publies; publication; open data; donnees ouvertes; mise en ligne; mis en ligne; mises en ligne
      diffus*; published; publish; publishes; made public; available as open data; dados abertos; publicad*
      """
    ),
    (
      .anonymous,
      "anonym*; agrege*; agregation; sans donnee personnelle; aggregated; depersonnalis*; supprim*; efface*; masque*; occult*; retire*; removed; deleted; not contain"
    ),
    (
      .medical,
      """
      echograph*; echographe*; ecograf*; ocular*; oculaire*; foetal*; fetal; ophtalmo*; oftalmo*; ophthalm*; corne*; forestier*; forest
      ultrasound; nouveau ne; nouveaux nes; poids et taille
      """
    ),
    (
      .condition,
      """
      accord ecrit; accord prealable; accord expres; sans l accord; sans accord; avec l accord; autorisation; autorisations; prealable*; consentement
      garanties appropriees; clauses contractuelles types; sauf; soumis a; soumise a; en cas de; sans instruction; instruction documentee
      prior; written consent; unless; subject to; only be; consent; authorisation; authorization; excepto; salvo
      """
    ),
    (
      .negator,
      "aucun; aucune; sans; ni; nul; nulle; hors; no; not any; without; neither; nor; none; sem; nenhum; nenhuma; depourvu*; exempt*; contre; against"
    ),
    (
      .forbidding,
      """
      interdit; interdite; interdits; interdites; interdire; interdiction; interdisent; proscrit; proscrite; proscrits; proscrites
      proscrire; exclu; exclue; exclus; exclues; exclut; excluent; exclure; exclusion; prohib*; banni; bannie; bannis; bannies; refuse
      refusee; refuses; refusees; renonce; renoncent; ecarte; ecartee; ecartes; ecartees; desactive; desactives; desactivee; desactivees
      forbidden; forbids; banned; rejected; rejete; rejetee; rejetes; rejetees; excluded; excludes; excluding; ruled out; not allowed; not permitted; not authorised; refuses to
      proibid*; excluid*; en aucun cas; en aucune maniere; en aucune circonstance; in no case; under no circumstances; avoid
      """
    ),
    (
      .exempted,
      """
      interdits de stade; interdites de stade; interdit de stade; interdiction de stade; interdits de sejour; interdites de sejour
      acces interdit; personnes interdites; individus interdits; exclus du stade
      """
    ),
    (.never, "ne; n; not; cannot; nao; never; jamais"),
    (
      .contrast,
      "mais; cependant; toutefois; en revanche; neanmoins; but; however; except; excepte; hormis; mas; non seulement; not only"
    ),
    (
      .light,
      """
      de; d; la; le; l; les; des; du; par; ou; et; a; au; aux; en; un; une; toute; tout; tous; toutes; quelconque; autre; autres; forme; formes
      systeme; systemes; technologie; technologies; technique; techniques; traitement; traitements; dispositif; dispositifs; donnee
      donnees; fonction; fonctions; fonctionnalite; fonctionnalites; outil; outils; algorithme; algorithmes; logiciel; logiciels; solution; solutions; usage
      recours; utilisation; utiliser; recourir; mise; oeuvre; module; modules; type; identification; analyse; collecte; any; of; or; and; the; use; using; form
      processing; feature; features; function; functions; technology; kind; y; compris; including; such; as; uso; qualquer
      """
    ),
    (.subordinate, "qui; que; dont; lorsque; lorsqu; si; s il; quand; who; which; that; when; whose"),
    (
      .performance,
      """
      depass*; exced*; degrader; degrade; degradent; ralentir; ralentit; alterer; perturber; entraver; limiter; limite; limitee; limites; seulement; uniquement
      moins; plus de; prendre; exceed; take; degrade; slow; limited; only; inferieur*; superieur*; longer; less
      """
    ),
    (
      .discussion,
      """
      enjeux; risque; risques; debat; debats; reglementation; encadrement; moratoire; conference; formation; sensibilisation; audit; etude
      etudes; ethique; ethiques; lutte; juridique; juridiques; deontolog*; ethics; debate; study; awareness; training
      """
    ),
  ]
}
