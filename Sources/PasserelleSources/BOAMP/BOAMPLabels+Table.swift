/// The labels of the national forms of the bulletin.
enum BOAMPLabels {
  /// Labels under which names, addresses and numbers of people and offices stand, to the next label.
  static let contacts: Set<String> = [
    "Correspondant", "Adresse internet du profil d'acheteur", "Adresse auprès de laquelle",
    "Adresse à laquelle", "Instance chargée des procédures de recours",
    "Organe chargé des procédures de médiation", "Service auprès duquel", "Tél", "Courriel", "Adresse",
    "Références du ou des projet(s) et / ou programme(s)",
  ]

  /// Labels whose words are read or say nothing of what is bought.
  static let unneeded: Set<String> = [
    "Date d'envoi du présent avis à la publication", "Unité monétaire utilisée",
    "La transmission et la vérification des documents de candidatures", "Mots descripteurs",
    "Langues pouvant être utilisées dans l'offre ou la candidature", "Une enchère électronique",
  ]

  /// All labels, longer ones before those that they begin with.
  static let all: [String] = [
    "Travaux - Nom et adresse officiels de l'organisme acheteur",
    "Services - Nom et adresse officiels de l'organisme acheteur",
    "Fournitures - Nom et adresse officiels de l'organisme acheteur",
    "Nom et adresse officiels de l'organisme acheteur", "Correspondant",
    "Adresse internet du profil d'acheteur", "Adresse auprès de laquelle", "Adresse à laquelle",
    "Principale(s) Activité(s) du pouvoir adjudicateur", "Objet du marché", "Catégorie de services",
    "Type de marché de fournitures", "Type de marché de travaux", "Type de marché de Fournitures",
    "CPV - Objet principal", "Objets supplémentaires", "Lieu d'exécution", "Lieu de livraison", "Code NUTS",
    "L'avis implique un marché public", "L'avis implique l'établissement d'un accord-cadre",
    "Durée de l'accord-cadre", "Caractéristiques principales",
    "Quantités (fournitures et services), nature et étendue (travaux)", "Options",
    "Nombre de reconductions éventuelles",
    "Calendrier des marchés ultérieurs en cas de marchés reconductibles",
    "Refus des variantes", "Des variantes seront-elles prises en compte",
    "La procédure d'achat du présent avis est couverte par l'accord sur les marchés publics de l'OMC",
    "Prestations divisées en lots", "Possibilité de présenter une offre pour",
    "Durée du marché ou délai d'exécution", "Date prévisionnelle de début des prestations",
    "Date prévisionnelle de commencement des travaux", "Cautionnement et garanties exigés",
    "Modalités essentielles de financement et de paiement",
    "Forme juridique que devra revêtir le groupement",
    "L'exécution du marché est soumise à d'autres conditions particulières",
    "Langues pouvant être utilisées dans l'offre ou la candidature", "Unité monétaire utilisée",
    "Conditions de participation", "Critères de sélection des candidatures",
    "Situation juridique - références requises",
    "Capacité économique et financière - références requises",
    "Référence professionnelle et capacité technique - références requises", "Marché réservé",
    "La transmission et la vérification des documents de candidatures",
    "Justifications à produire quant aux qualités et capacités du candidat",
    "Documents à produire à l'appui des candidatures",
    "Documents à produire obligatoirement par le candidat", "Critères d'attribution",
    "Une enchère électronique", "Type de procédure", "Date limite de réception des offres",
    "Date limite de réception des candidatures", "Délai minimum de validité des offres",
    "Autres renseignements demandés", "Autres renseignements",
    "Numéro de référence attribué au marché par le pouvoir adjudicateur",
    "Renseignements complémentaires", "Conditions et mode de paiement pour obtenir les documents",
    "Conditions de remise des offres ou des candidatures",
    "Date d'envoi du présent avis à la publication", "Instance chargée des procédures de recours",
    "Organe chargé des procédures de médiation", "Service auprès duquel",
    "Renseignements relatifs aux lots", "Modalités d'ouverture des offres", "Date limite d'obtention",
    "Références du ou des projet(s) et / ou programme(s)", "Le présent marché a un caractère périodique",
    "Calendrier prévisionnel de publication des prochains avis", "Courriel", "Tél", "Adresse",
  ]
}
