"""The user's alternative for OCDS: json, or ijson as a stream, and sqlite3 load the same fields into plain tables.

No checks, no merge, no versions, no index: what a quick script does. Usage: ocds_loader.py json|ijson DATABASE PATH…
"""
import gzip
import json
import pathlib
import sqlite3
import sys

SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE release (file TEXT, ocid TEXT, id TEXT, date TEXT, tag TEXT, language TEXT, buyer TEXT, buyer_id TEXT,
  buyer_place TEXT, tender TEXT, title TEXT, description TEXT, method TEXT, start TEXT, finish TEXT,
  amount TEXT, currency TEXT);
CREATE TABLE party (release INTEGER, id TEXT, name TEXT, roles TEXT, locality TEXT, region TEXT, country TEXT);
CREATE TABLE award (release INTEGER, id TEXT, title TEXT, date TEXT, amount TEXT, currency TEXT);
CREATE TABLE supplier (release INTEGER, award TEXT, id TEXT, name TEXT, locality TEXT, region TEXT, country TEXT);
CREATE TABLE item (release INTEGER, award TEXT, scheme TEXT, code TEXT, description TEXT);
CREATE TABLE contract (release INTEGER, id TEXT, award TEXT, start TEXT, finish TEXT, amount TEXT, currency TEXT);
CREATE INDEX release_ocid ON release (ocid);
CREATE INDEX supplier_name ON supplier (name);
CREATE INDEX item_code ON item (scheme, code);
"""


def text(value):
    """A value as the tables keep it."""
    return value if value is None or isinstance(value, str) else str(value)


def named(organisation):
    """The name and number of an organisation of 1.x, or of the drafts of 2014."""
    identifier = organisation.get("id")
    if isinstance(identifier, dict):
        return identifier.get("name"), text(identifier.get("uid"))
    return organisation.get("name"), text(identifier)


def place(organisation):
    """Locality, region and country."""
    address = organisation.get("address") or {}
    return address.get("locality"), address.get("region"), address.get("countryName") or address.get("country-name")


def classified(item):
    """Scheme, code and description of an item."""
    own = item.get("classification") or {}
    return (own.get("scheme") or item.get("classificationScheme"), text(own.get("id") or item.get("classificationID")),
            item.get("description") or own.get("description") or item.get("classificationDescription"))


def store(cursor, file, release):
    """One release with all that hangs on it."""
    buyer, tender = release.get("buyer") or {}, release.get("tender") or {}
    name, number = named(buyer)
    period = tender.get("tenderPeriod") or {}
    value = tender.get("value") or tender.get("totalValue") or {}
    tag = release.get("tag") or release.get("releaseTag")
    cursor.execute("INSERT INTO release VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", (
        file, text(release.get("ocid")), text(release.get("id") or release.get("releaseID")),
        release.get("date") or release.get("releaseDate"), ",".join(tag) if isinstance(tag, list) else tag,
        release.get("language"), name, number, place(buyer)[0], text(tender.get("id") or tender.get("tenderID")),
        tender.get("title"), tender.get("description"),
        tender.get("procurementMethod") or (release.get("formation") or {}).get("method"),
        period.get("startDate"), period.get("endDate"), text(value.get("amount")), value.get("currency")))
    key = cursor.lastrowid
    for party in release.get("parties") or []:
        name, number = named(party)
        cursor.execute("INSERT INTO party VALUES (?,?,?,?,?,?,?)", (
            key, number, name, ",".join(party.get("roles") or []), *place(party)))
    for item in tender.get("items") or tender.get("itemsToBeProcured") or []:
        cursor.execute("INSERT INTO item VALUES (?,?,?,?,?)", (key, None, *classified(item)))
    for award in release.get("awards") or []:
        value = award.get("value") or award.get("awardValue") or {}
        number = text(award.get("id") or (award.get("notice") or {}).get("id"))
        cursor.execute("INSERT INTO award VALUES (?,?,?,?,?,?)", (
            key, number, award.get("title"), award.get("date") or award.get("awardDate"),
            text(value.get("amount")), value.get("currency")))
        for supplier in award.get("suppliers") or []:
            cursor.execute("INSERT INTO supplier VALUES (?,?,?,?,?,?,?)", (
                key, number, *reversed(named(supplier)), *place(supplier)))
        for item in award.get("items") or award.get("itemsAwarded") or []:
            cursor.execute("INSERT INTO item VALUES (?,?,?,?,?)", (key, number, *classified(item)))
    for contract in release.get("contracts") or []:
        value = contract.get("value") or contract.get("contractValue") or {}
        period = contract.get("period") or contract.get("contractPeriod") or {}
        number = contract.get("id")
        cursor.execute("INSERT INTO contract VALUES (?,?,?,?,?,?,?)", (
            key, number.get("name") if isinstance(number, dict) else text(number), text(contract.get("awardID")),
            period.get("startDate"), period.get("endDate"), text(value.get("amount")), value.get("currency")))


def releases(way, stream):
    """The releases of a package, of records (compiled ones first), or of a lone release."""
    if way == "ijson":
        import ijson
        yield from ijson.items(stream, "releases.item", use_float=True)
        return
    try:
        whole = json.load(stream)
    except ValueError:
        return
    if not isinstance(whole, dict):
        return
    for release in whole.get("releases") or []:
        yield release
    for record in whole.get("records") or ([whole] if "compiledRelease" in whole else []):
        if record.get("compiledRelease"):
            yield record["compiledRelease"]
        else:
            yield from record.get("releases") or []
    if "ocid" in whole and not {"releases", "records", "compiledRelease"} & whole.keys():
        yield whole


def load(way, database, paths):
    """Loads files, or the JSON files of folders, in one transaction; returns how many releases it took, and skipped."""
    connection = sqlite3.connect(database)
    connection.executescript(SCHEMA)
    cursor, count, skipped = connection.cursor(), 0, 0
    for given in map(pathlib.Path, paths):
        for path in sorted(given.rglob("*.json")) if given.is_dir() else [given]:
            opened = gzip.open(path) if path.suffix == ".gz" else path.open("rb")
            with opened as stream:
                for release in releases(way, stream):
                    try:
                        store(cursor, path.name, release)
                        count += 1
                    except (AttributeError, TypeError):
                        skipped += 1
    connection.commit()
    connection.close()
    return count, skipped


if __name__ == "__main__":
    print(*load(sys.argv[1], sys.argv[2], sys.argv[3:]))
