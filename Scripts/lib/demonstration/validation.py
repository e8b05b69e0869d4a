"""Checks the drawn corpus: identifiers, codes, dates, spread, and distinct sentences."""

import collections
import csv
import io
import json
import re

import identity


def problems(files, all_domains, communes):
    """The list of what is wrong with the generated files (empty when all is well)."""
    found = []

    def expect(condition, text):
        if not condition:
            found.append(text)

    def siret(text, where):
        expect(len(text) == 14 and text.startswith("999") and identity.luhn_valid(text)
               and identity.luhn_valid(text[:9]), "SIRET %s in %s" % (text, where))

    def cpv(text, where):
        code, _, check = text.partition("-")
        expect(re.fullmatch("[0-9]{8}", code) and check in ("", identity.cpv_check_digit(code)),
               "CPV %s in %s" % (text, where))

    postal = {(commune["postal"], commune["name"]) for commune in communes.values()}
    records = json.loads(files["awards-2019.json"])["marches"]
    expect(len(records) == 360, "%d awards in JSON" % len(records))
    expect(len({record["uid"] for record in records}) == len(records), "uid not unique")
    for record in records:
        where = record["uid"]
        siret(record["acheteur"]["id"], where)
        for winner in record["titulaires"]:
            siret(winner["id"], where)
        expect(len({winner["id"] for winner in record["titulaires"]}) == len(record["titulaires"]) >= 1,
               "winners of " + where)
        cpv(record["codeCPV"], where)
        expect("2016" <= record["dateNotification"][:4] <= "2024", "year of " + where)
        expect(record["dateNotification"] <= record["datePublicationDonnees"], "dates of " + where)
        expect(record["montant"] > 0 and record["dureeMois"] > 0, "figures of " + where)
        for change in record["modifications"]:
            expect(record["dateNotification"] < change["dateNotificationModification"]
                   <= change["datePublicationDonneesModification"], "modification dates of " + where)
        place = record["lieuExecution"]
        if place["typeCode"] == "Code postal":
            expect((place["code"], place["nom"]) in postal, "place of " + where)
        elif place["typeCode"] == "Code commune":
            expect(communes[place["code"]]["name"] == place["nom"], "place of " + where)

    rows = list(csv.DictReader(io.StringIO(files["awards-csv/contrats.csv"]), delimiter=";"))
    expect(len(rows) == 60, "%d awards in CSV" % len(rows))
    expect(len({row["Numéro"] for row in rows}) == len(rows), "CSV number not unique")
    for row in rows:
        siret(row["SIRET acheteur"], row["Numéro"])
        siret(row["SIRET titulaire"], row["Numéro"])
        cpv(row["CPV"], row["Numéro"])
        expect((row["Code postal"], row["Commune"]) in postal, "place of " + row["Numéro"])
        expect(re.fullmatch(r"\d{1,3}( \d{3})*,\d{2}", row["Montant HT"]), "amount of " + row["Numéro"])

    sentences = collections.Counter()
    for domain in all_domains:
        for name in ("about", "context", "functional", "technical", "data", "security", "deadlines", "clauses"):
            sentences.update(domain.get(name, []))
    for text, count in sentences.items():
        expect(count == 1, "sentence written twice: " + text)
    for path, text in files.items():
        if path.startswith("specifications/"):
            words = len(text.split("---", 2)[2].split())
            expect(600 <= words <= 1400, "%s has %d words" % (path, words))
    return found
