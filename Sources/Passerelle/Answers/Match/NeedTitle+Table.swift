/// What the first page of a specification names before its subject.
extension NeedTitle {
  /// Folded titles that name a kind of document or a part of one.
  static let generic: Set<String> = [
    "cahier des charges", "cahier des charges fonctionnel", "cahier des charges techniques",
    "cahier des clauses techniques", "cahier des clauses techniques particulieres",
    "cahier des clauses administratives particulieres", "cahier des clauses particulieres",
    "cahier des clauses administratives et techniques particulieres", "dossier de consultation",
    "dossier de consultation des entreprises", "programme fonctionnel", "reglement de la consultation",
    "reglement de consultation", "specifications", "specifications techniques",
    "specifications fonctionnelles", "termes de reference", "expression de besoin", "expression du besoin",
    "expression des besoins", "appel d offres", "appel d offres ouvert", "marche public",
    "marche public de fournitures", "marche public de services", "marche public de travaux",
    "marche public de fournitures courantes et services", "marche de fournitures courantes et services",
    "accord cadre", "objet", "objet du marche", "objet de l accord cadre", "objet de la consultation",
    "objet du present document", "contexte", "contexte et objectifs", "generalites", "introduction",
    "preambule", "presentation", "presentation generale", "sommaire", "table des matieres", "sans titre",
    "document sans titre", "specification", "technical specification", "technical specifications",
    "tender specification", "tender specifications", "terms of reference", "statement of work",
    "statement of requirements", "invitation to tender", "request for proposal", "request for proposals",
    "scope", "scope of work", "purpose", "subject", "subject of the contract", "background",
    "table of contents",
    "untitled", "untitled document", "caderno de encargos", "objeto", "objeto do contrato",
  ]
  /// Folded abbreviations of such documents.
  static let abbreviations: Set<String> = [
    "cctp", "ccap", "ccatp", "ccp", "cdc", "dce", "rc", "tor", "rfp", "itt",
  ]
  /// Folded words with which the heading over a subject begins.
  static let subjectHeadings = ["objet", "subject", "purpose", "scope", "objeto"]
}
