/// The words of ``RegisterGenerator``: everyday words of trades and invented syllables.
enum RegisterWords {
  static let activities = [
    "travaux", "construction", "bâtiment", "électricité", "plomberie", "chauffage", "maçonnerie",
    "menuiserie",
    "peinture", "couverture", "charpente", "terrassement", "assainissement", "transports", "autocars",
    "nettoyage",
    "propreté", "espaces verts", "paysages", "informatique", "conseil", "ingénierie", "architecture",
    "géomètres",
    "études", "formation", "imprimerie", "édition", "communication", "sécurité", "surveillance",
    "restauration",
    "traiteur", "boulangerie", "distribution", "fournitures", "mobilier", "équipement", "signalisation",
    "éclairage",
    "climatisation", "isolation", "carrelage", "serrurerie", "métallerie", "démolition", "désamiantage",
    "location",
    "levage", "maintenance", "automobiles", "pharmacie", "médical", "laboratoire", "optique", "textile",
    "énergies",
    "environnement", "recyclage", "déchets", "eaux", "forages", "travaux publics", "routes", "réseaux",
    "télécom",
    "services", "solutions", "systèmes", "technologies", "développement", "patrimoine", "immobilier",
    "assurances",
  ]
  static let qualities = [
    "générale", "nouvelle", "industrielle", "moderne", "régionale", "occitane", "bretonne", "alpine",
    "atlantique",
    "du sud", "de l'ouest", "du nord", "de l'est", "du centre", "méditerranée", "et fils", "frères",
    "associés",
    "France", "Europe", "international", "groupe", "plus", "pro", "express", "concept", "durable", "verte",
  ]
  static let legalForms = ["SARL", "SAS", "SA", "EURL", "SASU", "SCOP", "SNC", "SCI"]
  static let onsets = [
    "b", "br", "c", "ch", "d", "f", "fl", "g", "gr", "j", "l", "m", "n", "p", "pl", "qu", "r", "s", "t", "tr",
    "v",
    "z",
  ]
  static let vowels = ["a", "e", "i", "o", "u", "ou", "ai", "an", "on", "é", "è", "eau"]
  static let codas = ["", "", "", "l", "r", "n", "t", "x", "c", "ss", "d", "rd"]
  static let townHeads = [
    "Vau", "Bel", "Mont", "Cler", "Roque", "Haute", "Ville", "Pont", "Font", "Champ", "Châtel", "Saint-Al",
    "Saint-Ber", "Rive", "Ou", "Mar", "Lan", "Tré", "Ker", "Plou", "Vil", "Bois", "Neuf", "Gran",
  ]
  static let townTails = [
    "mont", "fort", "ville", "court", "bourg", "sac", "gny", "lieu", "selve", "vert", "clair", "range", "dun",
    "nac",
    "val", "rac", "zac", "sur-Aure", "sous-Bois", "les-Bains", "bert", "hard", "gouët", "vern",
  ]
  static let abbreviations = [
    "travaux publics": "TP", "construction": "constr.", "bâtiment": "bât.", "électricité": "élec.",
    "services": "serv.", "développement": "dév.", "technologies": "techno.", "équipement": "équip.",
    "générale": "gale", "industrielle": "ind.", "international": "intl", "associés": "ass.",
    "environnement": "env.", "ingénierie": "ing.", "informatique": "info", "maintenance": "maint.",
  ]
}
