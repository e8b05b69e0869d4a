"""Writes one French specification a domain from its own material."""

import domains

FUNCTIONAL_LEADS = [
    "Les exigences de ce chapitre décrivent le service attendu ; le candidat répond point par point.",
    "Le soumissionnaire précise, pour chaque exigence, si elle est couverte, par quel moyen et à quelle date.",
    "Sauf mention contraire, les exigences ci-après sont obligatoires et vérifiées en recette.",
    "Une démonstration portant sur au moins trois de ces exigences est demandée pendant l'analyse des offres.",
]
TECHNICAL_LEADS = [
    "Les valeurs indiquées sont des seuils ; une solution équivalente est admise si elle est justifiée.",
    "Le mémoire technique fournit les preuves de conformité : essais, certificats ou fiches détaillées.",
    "Ces prescriptions s'appliquent aux fournitures, aux logiciels et aux travaux du marché.",
    "Tout écart est signalé dans l'offre ; à défaut, le candidat est réputé accepter l'exigence.",
]
CRITERIA_LEADS = [
    "Les offres sont classées selon les critères pondérés suivants :",
    "L'offre économiquement la plus avantageuse est déterminée d'après :",
    "Le jugement des offres repose sur la pondération ci-après :",
]
ADMINISTRATIVE = [
    "Les prix sont révisés une fois par an à la date anniversaire, à partir d'une formule comportant une part fixe de 15 %.",
    "Le paiement intervient dans un délai de trente jours à compter de la réception de la facture sur le portail public de facturation.",
    "Une avance de 20 % est versée lorsque le titulaire est une petite ou moyenne entreprise, sauf renonciation de sa part.",
    "La sous-traitance est admise après acceptation ; les tâches essentielles désignées à l'acte d'engagement restent au titulaire.",
    "Les pénalités de retard s'élèvent à un millième du montant de la commande par jour, dans la limite de 10 % de son montant.",
    "Une clause de réexamen permet d'ajouter un membre ou un site dans la limite de 15 % du montant initial.",
    "Les variantes sont autorisées à condition de respecter les exigences minimales signalées comme telles.",
    "La résiliation pour motif d'intérêt général ouvre droit à une indemnité de 4 % du montant hors taxes non exécuté.",
    "Un comité de pilotage semestriel examine les indicateurs de service, les risques et les évolutions demandées.",
    "Le titulaire remet un plan de réversibilité dès la première année et l'actualise avant chaque reconduction.",
    "Les différends sont soumis au comité consultatif de règlement amiable avant toute saisine du tribunal administratif.",
    "Le groupement d'opérateurs est admis ; son mandataire est solidaire de chacun des membres.",
]
CCAG = {"TIC": "techniques de l'information et de la communication", "Travaux": "travaux",
        "FCS": "fournitures courantes et services"}
NUMBER_WORDS = ["zéro", "une", "deux", "trois", "quatre"]


def weights(draw, names):
    """Weights in percent that sum to 100, in steps of five; price weighs at least 20, none above 40."""
    result = [20 if name.startswith(("Prix", "Coût")) else 10 for name in names]
    while sum(result) < 100:
        index = draw.below(len(names))
        if result[index] < 40:
            result[index] += 5
    return result


def numbered(letter, sentences):
    """Numbered requirements, one paragraph each."""
    return ["%s%d. %s" % (letter, number, text) for number, text in enumerate(sentences, 1)]


def specification(draw, domain, buyer):
    """The Markdown text of a domain's specification."""
    place = buyer["commune"]
    values = {name: draw.pick(options) for name, options in sorted(domain["params"].items())}
    values.update(domains.body_forms(buyer, place))
    months = draw.pick([value for value in domain["months"] if value >= 24])
    renewals = draw.between(1, 2)

    def lines(name, count=None):
        source = domain[name]
        kept = source if count is None or count >= len(source) else draw.subset(source, count)
        return [domains.fill(text, values) for text in kept]

    parts = ["---"]
    for name, value in [
            ("title", '"%s"' % domain["title"]), ("buyer", '"%s"' % buyer["name"]),
            ("place", '"%s"' % place["name"]), ("insee", '"%s"' % place["insee"]),
            ("cpv", '"%s"' % domain["cpv"]), ("date", domain["date"]),
            ("procedure", '"%s"' % domain["procedure"]), ("language", "fr"), ("demonstration", "true")]:
        parts.append("%s: %s" % (name, value))
    parts += ["---", "", "# " + domain["title"], ""]

    def section(heading, paragraphs):
        parts.extend(["## " + heading, ""])
        for paragraph in paragraphs:
            parts.extend([paragraph, ""])

    def bullets(items):
        return "\n".join("- " + item for item in items)

    section("Objet du marché", lines("about") + [
        "Le lieu principal d'exécution est %s (code commune %s). La durée est de %d mois, reconductible %s fois douze mois."
        % (place["name"], place["insee"], months, NUMBER_WORDS[renewals])])
    section("Contexte", lines("context"))
    section("Périmètre", ["Les prestations se répartissent comme suit :", bullets(
        text + (" ;" if index < len(domain["scope"]) - 1 else ".") for index, text in enumerate(lines("scope")))])
    section("Exigences fonctionnelles", [draw.pick(FUNCTIONAL_LEADS)]
            + numbered("F", lines("functional", draw.between(9, 11))))
    section("Exigences techniques", [draw.pick(TECHNICAL_LEADS)]
            + numbered("T", lines("technical", draw.between(9, 11))))
    section("Données et interopérabilité", numbered("D", lines("data", draw.between(4, 5))))
    section("Sécurité et vie privée", numbered("S", lines("security")))
    section("Délais et livrables", [bullets(lines("deadlines"))])
    shares = weights(draw, domain["criteria"])
    section("Critères d'attribution", [draw.pick(CRITERIA_LEADS), bullets(
        "%s : %d %%" % (name, share) for name, share in zip(domain["criteria"], shares))])
    edition = "2021" if domain["date"] >= "2021-04-01" else "2009"
    section("Clauses administratives", [
        "Le marché est soumis au cahier des clauses administratives générales applicable aux marchés de %s, édition %s, "
        "auquel il n'est dérogé que par les dispositions qui suivent." % (CCAG[domain["ccag"]], edition)]
        + lines("clauses") + draw.subset(ADMINISTRATIVE, draw.between(4, 5)))
    return "\n".join(parts).rstrip("\n") + "\n"
