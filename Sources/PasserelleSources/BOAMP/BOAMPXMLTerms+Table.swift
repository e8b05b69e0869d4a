/// The names of elements of the bulletin's archives, and what they are in the words that other sources give.
enum BOAMPXMLTerms {
  /// Kinds of European calls.
  static let noticeTypes = [
    "STANDARD": "cn-standard", "CONCESSION": "cn-standard", "SOCIAL": "cn-social", "SOCIAUX": "cn-social",
    "CONCOURS": "cn-desg",
  ]
  static let categories = [
    "SERVICE": "services", "SERVICES": "services", "FOURNITURE": "fournitures", "FOURNITURES": "fournitures",
    "TRAVAUX": "travaux",
  ]
  static let procedures = [
    "OUVERT": "Ouvert", "OUVERT_ACCELERE": "Ouvert", "RESTREINT": "Restreint",
    "RESTREINT_ACCELERE": "Restreint", "NEGOCIE": "Négociée", "NEGOCIE_ACCELERE": "Négociée",
    "CONCURRENTIELLE_NEGOCIATION": "Concurrentielle avec négociation",
    "DIALOGUE_COMPETITIF": "Dialogue compétitif", "PROCEDURE_ADAPTE": "Procédure adaptée",
    "PROCEDURE_ADAPTEE": "Procédure adaptée",
  ]
  /// The eForms codes of groups of criteria.
  static let criteria = ["CRITERES_PRIX": "price", "CRITERES_COUT": "cost", "CRITERES_QUALITE": "quality"]

  /// The texts kept for searches, under `DONNEES`, with their headings.
  static let paragraphs: [(path: [String], heading: String)] = [
    (["OBJET", "CARACTERISTIQUES", "PRINCIPALES"], "Caractéristiques principales"),
    (["OBJET", "CARACTERISTIQUES", "QUANTITES"], "Quantités"),
    (["OBJET", "CARACTERISTIQUES", "OPTIONS"], "Options"),
    (["OBJET", "LOTS", "LOT", "OPTIONS_DESCRIPTION"], "Options"),
    (["OBJET", "LOTS", "LOT", "RENOUVELLEMENT_DESCRIPTION"], "Reconductions"),
    (["OBJET", "LOTS", "LOT", "INFO_COMPL"], "Informations sur le lot"),
    (["PROCEDURE", "NB_CANDIDATS", "LIMITATION_CANDIDATS"], "Nombre de candidats"),
    (["CONDITION_RELATIVE_MARCHE", "FINANCEMENT"], "Financement"),
    (["CONDITION_RELATIVE_MARCHE", "CAUTIONNEMENT"], "Cautionnement"),
    (["CONDITION_RELATIVE_MARCHE", "FORME_JURIDIQUE"], "Forme juridique du groupement"),
    (["CONDITION_PARTICIPATION", "SITUATION_JURIDIQUE"], "Situation juridique"),
    (["CONDITION_PARTICIPATION", "CAP_ECO"], "Capacité économique et financière"),
    (["CONDITION_PARTICIPATION", "CAP_ECO_NIVEAU_MINI"], "Capacité économique et financière"),
    (["CONDITION_PARTICIPATION", "CAP_TECH"], "Capacité technique"),
    (["CONDITION_PARTICIPATION", "CAP_TECH_NIVEAU_MINI"], "Capacité technique"),
    (["CONDITION_PARTICIPATION", "JUSTIFICATIFS_CANDIDAT"], "Justificatifs à produire"),
    (["CONDITION_PARTICIPATION", "CONDITION_PARTICULIERE_EXECUTION"], "Conditions d’exécution"),
    (["RENSEIGNEMENTS_COMPLEMENTAIRES", "RENS_COMPLEMENT"], "Renseignements complémentaires"),
  ]

  /// Elements that tell where and whom to write to.
  static let contacts: Set<String> = [
    "CORRESPONDANT", "CONTACT", "ADRESSE", "CP", "VILLE", "PAYS", "TEL", "FAX", "MEL", "URL", "POSTE",
    "ADRESSES_COMPLEMENTAIRES", "PRM", "CODE_POSTAL",
  ]
  /// Parts of which nothing is read.
  static let parts: Set<String> = ["ATTRIBUTION_MARCHE", "DESCRIPTEURS", "CLASSES", "DECISION"]

  /// Elements whose content is read, or says again what another says.
  static let read: Set<String> = Set(
    """
    IDWEB NOM_HTML DATE_PUBLICATION DATE_FIN_DIFFUSION DATE_LIMITE_REPONSE DEP_PUBLICATION DEP_PRESTATION RESUME_OBJET
    DENOMINATION CODE_IDENT_NATIONAL ADJUDICATEUR_NUTS CODE_NUTS URL_DOCUMENT URL_PROFIL_ACHETEUR URL_PARTICIPATION
    TITRE_MARCHE OBJET_COMPLET PRINCIPAL SERVICE SERVICES FOURNITURE FOURNITURES TRAVAUX VALEUR_TOTALE
    NUM INTITULE DESCRIPTION LIEU_PRINCIPAL VALEUR DUREE_MOIS DATE_DEBUT DATE_FIN CRITERE POIDS
    RECEPT_OFFRES RECEPT_CANDIDATURES RECEPT_DEMANDES RECEPT_CANDIDATS LANGUE
    PRINCIPALES QUANTITES OPTIONS OPTIONS_DESCRIPTION RENOUVELLEMENT_DESCRIPTION INFO_COMPL LIMITATION_CANDIDATS
    FINANCEMENT CAUTIONNEMENT FORME_JURIDIQUE SITUATION_JURIDIQUE CAP_ECO CAP_ECO_NIVEAU_MINI CAP_TECH
    CAP_TECH_NIVEAU_MINI JUSTIFICATIFS_CANDIDAT P CONDITION_PARTICULIERE_EXECUTION RENS_COMPLEMENT
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
