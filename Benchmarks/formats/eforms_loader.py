"""The user's alternative for eForms: lxml and sqlite3 load the main fields of notices into plain tables.

No checks, no versions, no index. Usage: eforms_loader.py DATABASE FOLDER
"""
import pathlib
import sqlite3
import sys

from lxml import etree

SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE notice (file TEXT, id TEXT, version TEXT, type TEXT, issued TEXT, language TEXT, buyer TEXT,
  title TEXT, description TEXT, kind TEXT, cpv TEXT, amount TEXT, currency TEXT, nuts TEXT);
CREATE TABLE lot (notice INTEGER, id TEXT, title TEXT, description TEXT, kind TEXT, cpv TEXT, amount TEXT,
  currency TEXT, nuts TEXT, deadline TEXT, duration TEXT, unit TEXT);
CREATE TABLE criterion (notice INTEGER, lot TEXT, type TEXT, name TEXT, description TEXT, weight TEXT);
CREATE TABLE organisation (notice INTEGER, id TEXT, name TEXT, number TEXT, city TEXT, post TEXT, country TEXT,
  nuts TEXT);
CREATE TABLE result (notice INTEGER, lot TEXT, code TEXT, tender TEXT, contract TEXT);
CREATE TABLE tender (notice INTEGER, id TEXT, amount TEXT, currency TEXT, rank TEXT, lot TEXT, party TEXT);
CREATE TABLE contract (notice INTEGER, id TEXT, title TEXT, awarded TEXT, signed TEXT);
CREATE INDEX notice_id ON notice (id);
CREATE INDEX organisation_number ON organisation (number);
CREATE INDEX lot_cpv ON lot (cpv);
"""

SPACES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "efac": "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1",
    "efbc": "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1",
}
PROJECT = ["cbc:Name", "cbc:Description", "cbc:ProcurementTypeCode",
           "cac:MainCommodityClassification/cbc:ItemClassificationCode",
           "cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount",
           "cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount/@currencyID",
           "cac:RealizedLocation/cac:Address/cbc:CountrySubentityCode"]
COMPILED = {}


def first(node, path):
    """The first text at a path, or nothing."""
    if path not in COMPILED:
        COMPILED[path] = etree.XPath(path, namespaces=SPACES)
    found = COMPILED[path](node)
    return None if not found else str(found[0]) if not etree.iselement(found[0]) else found[0].text


def rows(cursor, table, key, root, path, fields):
    """A row of a table for each element at a path."""
    marks = ",".join("?" * (len(fields) + 1))
    for node in root.iterfind(path, SPACES):
        cursor.execute(f"INSERT INTO {table} VALUES ({marks})", (key, *(first(node, field) for field in fields)))


def store(cursor, file, root):
    """One notice."""
    cursor.execute("INSERT INTO notice VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", (
        file, first(root, "cbc:ID"), first(root, "cbc:VersionID"), first(root, "cbc:NoticeTypeCode"),
        first(root, "cbc:IssueDate"), first(root, "cbc:NoticeLanguageCode"),
        first(root, "cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID"),
        *(first(root, "cac:ProcurementProject/" + field) for field in PROJECT)))
    key = cursor.lastrowid
    for lot in root.iterfind("cac:ProcurementProjectLot", SPACES):
        name = first(lot, "cbc:ID")
        cursor.execute("INSERT INTO lot VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", (
            key, name, *(first(lot, "cac:ProcurementProject/" + field) for field in PROJECT),
            first(lot, "cac:TenderingProcess/cac:TenderSubmissionDeadlinePeriod/cbc:EndDate"),
            first(lot, "cac:ProcurementProject/cac:PlannedPeriod/cbc:DurationMeasure"),
            first(lot, "cac:ProcurementProject/cac:PlannedPeriod/cbc:DurationMeasure/@unitCode")))
        for criterion in lot.iterfind(".//cac:SubordinateAwardingCriterion", SPACES):
            cursor.execute("INSERT INTO criterion VALUES (?,?,?,?,?,?)", (
                key, name, first(criterion, "cbc:AwardingCriterionTypeCode"), first(criterion, "cbc:Name"),
                first(criterion, "cbc:Description"), first(criterion, ".//efbc:ParameterNumeric")))
    rows(cursor, "organisation", key, root, ".//efac:Organizations/efac:Organization/efac:Company", [
        "cac:PartyIdentification/cbc:ID", "cac:PartyName/cbc:Name", "cac:PartyLegalEntity/cbc:CompanyID",
        "cac:PostalAddress/cbc:CityName", "cac:PostalAddress/cbc:PostalZone",
        "cac:PostalAddress/cac:Country/cbc:IdentificationCode", "cac:PostalAddress/cbc:CountrySubentityCode"])
    rows(cursor, "result", key, root, ".//efac:NoticeResult/efac:LotResult", [
        "efac:TenderLot/cbc:ID", "cbc:TenderResultCode", "efac:LotTender/cbc:ID", "efac:SettledContract/cbc:ID"])
    rows(cursor, "tender", key, root, ".//efac:NoticeResult/efac:LotTender", [
        "cbc:ID", "cac:LegalMonetaryTotal/cbc:PayableAmount", "cac:LegalMonetaryTotal/cbc:PayableAmount/@currencyID",
        "cbc:RankCode", "efac:TenderLot/cbc:ID", "efac:TenderingParty/cbc:ID"])
    rows(cursor, "contract", key, root, ".//efac:NoticeResult/efac:SettledContract", [
        "cbc:ID", "cbc:Title", "cbc:AwardDate", "cbc:IssueDate"])


def load(database, folder):
    """Loads every XML file of a folder in one transaction; returns the number of notices."""
    connection = sqlite3.connect(database)
    connection.executescript(SCHEMA)
    cursor, count = connection.cursor(), 0
    for path in sorted(pathlib.Path(folder).rglob("*.xml")):
        store(cursor, path.name, etree.parse(str(path)).getroot())
        count += 1
    connection.commit()
    connection.close()
    return count


if __name__ == "__main__":
    print(load(sys.argv[1], sys.argv[2]))
