import PasserelleCore

extension RegulatoryPrecedent {
  /// The precedents for a kind of warning, those of the source documents first.
  static func precedents(for kind: SubstanceWarning.Kind) -> [RegulatoryPrecedent] {
    switch kind {
    case .biometricPublicSpace:
      [experiments, massRecognition, consent, biometricData, artificialIntelligence, olympicLaw]
    case .personTracking: [consent, experiments, authority, biometricData, videoProtection]
    case .personalDataExport: [consent, adequacy, schrems, transfers, publication]
    case .biometricAccess: [authority, biometricData, accessAtWork]
    }
  }

  /// The study on a possible European model of the smart city, 2022.
  private static let study = "study-2022"

  private static let experiments = RegulatoryPrecedent(
    text: LocalizedText(
      fr:
        "Expérimentations de reconnaissance faciale à Nice (Anyvision, 2019), en région Provence-Alpes-Côte d’Azur "
        + "(Cisco, 2019) et au FC Metz (Two-I, 2020) : arrêtées par la CNIL.",
      en:
        "Experiments with facial recognition in Nice (Anyvision, 2019), in the region Provence-Alpes-Côte d’Azur "
        + "(Cisco, 2019) and at FC Metz (Two-I, 2020): stopped by the CNIL, the French data protection authority."
    ),
    document: study, lines: "1623-1631, 1852-1858")

  private static let massRecognition = RegulatoryPrecedent(
    text: LocalizedText(
      fr:
        "Reconnaissance faciale de masse dans l’espace public : interdiction demandée au niveau européen, en cours "
        + "d’examen à la date de l’étude.",
      en:
        "Mass facial recognition in public space: a European ban was asked for, and pending at the date of the study."
    ),
    document: study, lines: "1803-1823, 1860-1866")

  private static let consent = RegulatoryPrecedent(
    text: LocalizedText(
      fr:
        "RGPD : pas de collecte dans l’espace ouvert sans consentement, à défaut information et transparence, ou "
        + "anonymisation immédiate par défaut.",
      en:
        "GDPR: no collection in open space without consent, else information and transparency, or immediate "
        + "anonymisation by default."),
    document: study, lines: "1309-1311, 1609-1621, 1710-1746")

  private static let authority = RegulatoryPrecedent(
    text: LocalizedText(
      fr: "La CNIL et les autorités de protection des données contrôlent et peuvent arrêter un traitement.",
      en: "The CNIL and the data protection authorities check a processing, and may stop it."),
    document: study, lines: "1621-1631, 1726-1728")

  private static let adequacy = RegulatoryPrecedent(
    text: LocalizedText(
      fr:
        "Transferts : seuls les pays couverts par une décision d’adéquation en vigueur offrent une protection reconnue ; "
        + "le pays d’hébergement est à vérifier à la date du marché.",
      en:
        "Transfers: only countries under an adequacy decision in force offer a recognised protection; the hosting "
        + "country is to be checked at the date of the contract."),
    document: study, lines: "1469-1477, 1775-1781")

  private static let schrems = RegulatoryPrecedent(
    text: LocalizedText(
      fr: "Arrêt Schrems II : le « Privacy Shield » a été invalidé ; un hébergement européen est préféré.",
      en: "Schrems II judgment: the Privacy Shield was invalidated; European hosting is preferred."),
    document: study, lines: "1783-1795, 1846-1850")

  private static let biometricData = law(
    "RGPD, article 9 : le traitement de données biométriques aux fins d’identifier une personne de manière unique est "
      + "interdit, sauf exceptions.",
    "GDPR, article 9: processing biometric data to identify a person uniquely is forbidden, exceptions apart."
  )

  private static let artificialIntelligence = law(
    "Règlement (UE) 2024/1689 sur l’intelligence artificielle, article 5 : identification biométrique à distance en temps "
      + "réel dans l’espace public à des fins répressives interdite, sauf exceptions.",
    "Regulation (EU) 2024/1689 on artificial intelligence, article 5: real-time remote biometric identification in public "
      + "space for law enforcement is forbidden, exceptions apart.")

  private static let olympicLaw = law(
    "Loi n° 2023-380 du 19 mai 2023, article 10 : la vidéo algorithmique expérimentée exclut l’identification biométrique et "
      + "la reconnaissance faciale.",
    "French law no. 2023-380 of 19 May 2023, article 10: the experiment with algorithmic video excludes biometric "
      + "identification and facial recognition.")

  private static let videoProtection = law(
    "Code de la sécurité intérieure, articles L. 233-1 et L. 251-1 et suivants : lecture de plaques et vidéoprotection sont "
      + "réservées aux finalités et aux autorités qu’ils nomment.",
    "French internal security code, articles L. 233-1 and L. 251-1 ff.: plate reading and video protection are reserved to "
      + "the purposes and authorities that they name.")

  private static let transfers = law(
    "RGPD, articles 44 à 50 : transferts vers des pays tiers ; articles 5 et 6 : finalité et base légale d’une cession.",
    "GDPR, articles 44 to 50: transfers to third countries; articles 5 and 6: purpose and legal basis of a disclosure."
  )

  private static let publication = law(
    "Code des relations entre le public et l’administration, article L. 312-1-2 : des données personnelles ne sont publiées "
      + "qu’après anonymisation, sauf texte contraire ou consentement.",
    "French code of relations between the public and the administration, article L. 312-1-2: personal data are published "
      + "only once anonymised, unless a text or consent says otherwise.")

  private static let accessAtWork = law(
    "CNIL, délibération n° 2019-001 du 10 janvier 2019 : règlement type sur l’accès biométrique aux locaux, appareils et "
      + "applications sur les lieux de travail.",
    "CNIL, deliberation no. 2019-001 of 10 January 2019: model regulation on biometric access to premises, devices and "
      + "applications at work.")

  private static func law(_ french: String, _ english: String) -> RegulatoryPrecedent {
    RegulatoryPrecedent(text: LocalizedText(fr: french, en: english), document: nil, lines: nil)
  }
}
