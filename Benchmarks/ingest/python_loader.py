"""The user's alternative: Python's json and sqlite3 load the same fields of DECP JSON into plain tables.

No checks, no versions, no index, no statements: what a quick script does. Usage: python_loader.py DATABASE FOLDER
"""
import json
import pathlib
import sqlite3
import sys

SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE contract (
  file TEXT, id TEXT, uid TEXT, source TEXT, buyer TEXT, buyer_name TEXT, nature TEXT, title TEXT, cpv TEXT,
  procedure TEXT, place_code TEXT, place_kind TEXT, place_name TEXT, months INTEGER, notified TEXT,
  published TEXT, amount TEXT, price_form TEXT);
CREATE TABLE winner (contract INTEGER, kind TEXT, id TEXT, name TEXT);
CREATE TABLE modification (
  contract INTEGER, title TEXT, notified TEXT, published TEXT, months INTEGER, amount TEXT);
CREATE INDEX winner_id ON winner (id);
CREATE INDEX contract_buyer ON contract (buyer);
CREATE INDEX contract_cpv ON contract (cpv);
"""


def load(database, folder):
    """Loads every JSON file of a folder in one transaction; returns the number of rows."""
    connection = sqlite3.connect(database)
    connection.executescript(SCHEMA)
    count = 0
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        for row in json.loads(path.read_bytes())["marches"]:
            buyer = row.get("acheteur") or row.get("autoriteConcedante") or {}
            place = row.get("lieuExecution") or {}
            cursor = connection.execute(
                "INSERT INTO contract VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (path.name, row.get("id"), row.get("uid") or row.get("uuid"), row.get("source"),
                 buyer.get("id"), buyer.get("nom"), row.get("nature"), row.get("objet"), row.get("codeCPV"),
                 row.get("procedure"), place.get("code"), place.get("typeCode"), place.get("nom"),
                 row.get("dureeMois"), row.get("dateNotification"), row.get("datePublicationDonnees"),
                 str(row.get("montant", "")), row.get("formePrix")))
            contract = cursor.lastrowid
            for winner in row.get("titulaires") or row.get("concessionnaires") or []:
                connection.execute("INSERT INTO winner VALUES (?,?,?,?)", (
                    contract, winner.get("typeIdentifiant"), winner.get("id"),
                    winner.get("denominationSociale")))
            for change in row.get("modifications") or []:
                connection.execute("INSERT INTO modification VALUES (?,?,?,?,?,?)", (
                    contract, change.get("objetModification"), change.get("dateNotificationModification"),
                    change.get("datePublicationDonneesModification"), change.get("dureeMois"),
                    str(change.get("montant", ""))))
            count += 1
    connection.commit()
    connection.close()
    return count


if __name__ == "__main__":
    print(load(sys.argv[1], sys.argv[2]))
