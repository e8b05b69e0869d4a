"""Writes the awards and the commune table in the formats the importers read."""

import csv
import io
import json

import awards
import identity

CSV_HEADINGS = ["Numéro", "Objet", "Acheteur", "SIRET acheteur", "Titulaire", "SIRET titulaire", "CPV",
                "Montant HT", "Date de notification", "Durée (mois)", "Code postal", "Commune", "Nature",
                "Procédure"]

MAPPING = """format: passerelle-csv-mapping/1
source: demonstration-csv
encoding: utf-8
separator: ";"
decimal: ","
dates: dd/MM/yyyy
demonstration: true
fields:
  id: Numéro
  title: Objet
  buyerName: Acheteur
  buyerSiret: SIRET acheteur
  vendorName: Titulaire
  vendorSiret: SIRET titulaire
  cpv: CPV
  amount: Montant HT
  notified: Date de notification
  durationMonths: Durée (mois)
  postalCode: Code postal
  placeName: Commune
  nature: Nature
  procedure: Procédure
"""


def euros(cents):
    """Cents as a JSON number of euros."""
    return cents // 100 if cents % 100 == 0 else cents / 100


def vendor_name(vendor):
    """The name an award gives: company name and legal form."""
    return vendor["name"] + " " + vendor["form"]


def cpv_text(draw, code, percent):
    """The code, with its check digit `percent` times in a hundred."""
    return code + "-" + identity.cpv_check_digit(code) if draw.chance(percent) else code


def place_fields(draw, place):
    """The place of performance by postal code, commune code or département."""
    kind = draw.below(10)
    if kind < 5:
        return {"code": place["postal"], "typeCode": "Code postal", "nom": place["name"]}
    if kind < 9:
        return {"code": place["insee"], "typeCode": "Code commune", "nom": place["name"]}
    return {"code": place["department"], "typeCode": "Code département", "nom": place["name"]}


def decp_json(draw, items):
    """The awards in the DECP 2019 layout."""
    sequence = {}
    records = []
    for award in items:
        year = award["notified"].year
        sequence[year] = sequence.get(year, 0) + 1
        number = "%dM%05d%02d" % (year, sequence[year], len(award["modifications"]))
        records.append({
            "id": number,
            "uid": award["buyer"]["siret"] + number,
            "source": "demonstration",
            "acheteur": {"id": award["buyer"]["siret"], "nom": award["buyer"]["name"]},
            "_type": "Marché",
            "nature": award["nature"],
            "objet": award["title"],
            "codeCPV": cpv_text(draw, award["cpv"], 35),
            "procedure": award["procedure"],
            "lieuExecution": place_fields(draw, award["place"]),
            "dureeMois": award["months"],
            "dateNotification": award["notified"].isoformat(),
            "datePublicationDonnees": award["published"].isoformat(),
            "montant": euros(award["cents"]),
            "formePrix": award["price"],
            "titulaires": [
                {"typeIdentifiant": "SIRET", "id": vendor["siret"], "denominationSociale": vendor_name(vendor)}
                for vendor in award["winners"]],
            "modifications": [
                {"objetModification": change["object"],
                 "dureeMois": change["months"],
                 "montant": euros(change["cents"]),
                 "dateNotificationModification": change["notified"].isoformat(),
                 "datePublicationDonneesModification": change["published"].isoformat()}
                for change in award["modifications"]],
        })
    return json.dumps({"marches": records}, ensure_ascii=False, indent=1) + "\n"


def table(rows, **options):
    """Rows as semicolon-separated text."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";", lineterminator="\n", **options).writerows(rows)
    return buffer.getvalue()


def contracts_csv(draw, items):
    """The awards of the CSV file."""
    rows = [CSV_HEADINGS]
    for number, award in enumerate(items, 1):
        vendor = award["winners"][0]
        rows.append([
            "D%d-%03d" % (award["notified"].year, number), award["title"], award["buyer"]["name"],
            award["buyer"]["siret"], vendor_name(vendor), vendor["siret"], cpv_text(draw, award["cpv"], 30),
            awards.euros_text(award["cents"]), award["notified"].strftime("%d/%m/%Y"), str(award["months"]),
            award["place"]["postal"], award["place"]["name"], award["nature"], award["procedure"],
        ])
    return table(rows)


def communes_yaml(communes):
    """The commune table as a code list of the ontology, sorted by INSEE code."""
    lines = [
        "format: passerelle-ontology/1",
        "list: communes",
        "label:",
        "  fr: Communes citées par le corpus",
        "  en: Communes that the corpus names",
        "parents: departements",
        'source: "INSEE and La Poste by data.gouv.fr, Licence Ouverte 2.0; written by '
        'Scripts/generate-demonstration"',
        "codes:",
    ]
    for insee in sorted(communes):
        commune = communes[insee]
        lines.append('  "%s": {name: "%s", parent: "%s", latitude: %s, longitude: %s}' % (
            insee, commune["name"], commune["department"], commune["latitude"], commune["longitude"]))
    return "\n".join(lines) + "\n"
