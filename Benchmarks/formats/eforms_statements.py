"""The same work in Python: lxml and sqlite3 keep every notice as statements with their source, and index its texts.

What `eforms_loader.py` leaves out is here: a statement a fact, terms kept once, a version a record by the hash of its
bytes, four orders to read statements by, and a full-text index. No checks of values, no repairs, no amendments.
Usage: eforms_statements.py DATABASE FOLDER
"""
import hashlib
import pathlib
import sqlite3
import sys

from lxml import etree

SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE term (id INTEGER PRIMARY KEY, kind INTEGER, value TEXT, tag TEXT, UNIQUE (value, kind, tag));
CREATE TABLE record (id INTEGER PRIMARY KEY, source TEXT, key TEXT, hash BLOB, UNIQUE (source, key));
CREATE TABLE quad (g INTEGER, s INTEGER, p INTEGER, o INTEGER, PRIMARY KEY (g, s, p, o)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (title, body, tokenize = 'unicode61 remove_diacritics 2');
"""
ORDERS = """
CREATE INDEX spo ON quad (s, p, o, g);
CREATE INDEX pos ON quad (p, o, s, g);
CREATE INDEX osp ON quad (o, s, p, g);
"""
CAC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}"
CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
EFAC = "{http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1}"
EFBC = "{http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1}"
LANGUAGES = {"ENG": "en", "FRA": "fr", "DEU": "de", "ITA": "it", "SPA": "es", "POR": "pt", "NLD": "nl", "POL": "pl"}

PROJECT = {
    "title": CBC + "Name", "description": CBC + "Description", "category": CBC + "ProcurementTypeCode",
    "note": CBC + "Note",
    "classification": f"{CAC}MainCommodityClassification/{CBC}ItemClassificationCode",
    "additional": f"{CAC}AdditionalCommodityClassification/{CBC}ItemClassificationCode",
    "amount": f"{CAC}RequestedTenderTotal/{CBC}EstimatedOverallContractAmount",
    "place": f"{CAC}RealizedLocation/{CAC}Address/{CBC}CountrySubentityCode",
    "country": f"{CAC}RealizedLocation/{CAC}Address/{CAC}Country/{CBC}IdentificationCode",
    "duration": f"{CAC}PlannedPeriod/{CBC}DurationMeasure", "start": f"{CAC}PlannedPeriod/{CBC}StartDate",
    "end": f"{CAC}PlannedPeriod/{CBC}EndDate",
}
PROCESS = {
    "procedure": CBC + "ProcedureCode", "deadline": f"{CAC}TenderSubmissionDeadlinePeriod/{CBC}EndDate",
    "deadlineTime": f"{CAC}TenderSubmissionDeadlinePeriod/{CBC}EndTime",
    "opening": f"{CAC}OpenTenderEvent/{CBC}OccurrenceDate",
    "technique": f"{CAC}ContractingSystem/{CBC}ContractingSystemTypeCode",
}
TERMS = {
    "documents": f"{CAC}CallForTendersDocumentReference/{CAC}Attachment/{CAC}ExternalReference/{CBC}URI",
    "language": f"{CAC}Language/{CBC}ID", "variants": CBC + "VariantConstraintCode",
    "guarantee": f"{CAC}RequiredFinancialGuarantee/{CBC}Description",
    "selection": f"{CAC}TendererQualificationRequest/{CAC}SpecificTendererRequirement/{CBC}Description",
    "reviewer": f"{CAC}AppealTerms/{CAC}AppealReceiverParty/{CAC}PartyIdentification/{CBC}ID",
}
CRITERION = {"kind": CBC + "AwardingCriterionTypeCode", "name": CBC + "Name", "text": CBC + "Description"}
COMPANY = {
    "name": f"{CAC}PartyName/{CBC}Name", "number": f"{CAC}PartyLegalEntity/{CBC}CompanyID",
    "city": f"{CAC}PostalAddress/{CBC}CityName", "post": f"{CAC}PostalAddress/{CBC}PostalZone",
    "country": f"{CAC}PostalAddress/{CAC}Country/{CBC}IdentificationCode",
    "place": f"{CAC}PostalAddress/{CBC}CountrySubentityCode", "site": CBC + "WebsiteURI",
}
RESULT = {
    "lot": f"{EFAC}TenderLot/{CBC}ID", "code": CBC + "TenderResultCode", "tender": f"{EFAC}LotTender/{CBC}ID",
    "contract": f"{EFAC}SettledContract/{CBC}ID",
    "count": f"{EFAC}ReceivedSubmissionsStatistics/{EFBC}StatisticsNumeric",
}
TENDER = {
    "amount": f"{CAC}LegalMonetaryTotal/{CBC}PayableAmount", "rank": CBC + "RankCode",
    "lot": f"{EFAC}TenderLot/{CBC}ID", "party": f"{EFAC}TenderingParty/{CBC}ID",
    "subcontracted": f"{EFAC}SubcontractingTerm/{EFBC}TermAmount",
}
PARTY = {"member": f"{EFAC}Tenderer/{CBC}ID", "subcontractor": f"{EFAC}SubContractor/{CBC}ID"}
CONTRACT = {"title": CBC + "Title", "awarded": CBC + "AwardDate", "signed": CBC + "IssueDate",
            "tender": f"{EFAC}LotTender/{CBC}ID"}
NOTICE = {"version": CBC + "VersionID", "type": CBC + "NoticeTypeCode", "issued": CBC + "IssueDate",
          "language": CBC + "NoticeLanguageCode", "procedureIdentifier": CBC + "ContractFolderID",
          "buyer": f"{CAC}ContractingParty/{CAC}Party/{CAC}PartyIdentification/{CBC}ID"}
IRI, TEXT = 0, 1


class Loader:
    """Fills a database."""

    def __init__(self, database):
        self.connection = sqlite3.connect(database)
        self.connection.executescript(SCHEMA)
        self.cursor = self.connection.cursor()
        self.terms, self.new_terms, self.quads, self.statements = {}, [], set(), 0

    def term(self, kind, value, tag=""):
        """The number of a term."""
        key = (value, kind, tag)
        number = self.terms.get(key)
        if number is None:
            number = self.terms[key] = len(self.terms) + 1
            self.new_terms.append((number, kind, value, tag))
        return number

    def fields(self, graph, subject, node, fields):
        """A statement for each element at each path."""
        for relation, path in fields.items():
            for found in node.iterfind(path):
                text = " ".join((found.text or "").split())
                if text:
                    tag = LANGUAGES.get(found.get("languageID"), "") or found.get("currencyID") or ""
                    self.quads.add((graph, subject, self.term(IRI, relation), self.term(TEXT, text, tag)))

    def node(self, graph, owner, relation, kind, name, element, fields):
        """A thing of a notice, tied to it."""
        subject = self.term(IRI, name)
        self.quads.add((graph, owner, self.term(IRI, relation), subject))
        self.quads.add((graph, subject, self.term(IRI, "type"), self.term(IRI, kind)))
        self.fields(graph, subject, element, fields)
        return subject

    def notice(self, path):
        """One notice: its record, its statements, its words."""
        content = path.read_bytes()
        root = etree.fromstring(content)
        key = root.findtext(CBC + "ID") or path.name
        digest = hashlib.sha256(content).digest()
        known = self.cursor.execute(
            "SELECT hash FROM record WHERE source = 'eforms' AND key = ?", (key,)).fetchone()
        if known:
            return
        self.cursor.execute("INSERT INTO record (source, key, hash) VALUES ('eforms', ?, ?)", (key, digest))
        graph, base = self.term(IRI, "record/eforms/" + key), "id/local/eforms:" + key
        subject = self.term(IRI, base)
        self.quads.add((graph, subject, self.term(IRI, "type"), self.term(IRI, "Call")))
        self.fields(graph, subject, root, NOTICE)
        for project in root.iterfind(CAC + "ProcurementProject"):
            self.fields(graph, subject, project, PROJECT)
        for process in root.iterfind(CAC + "TenderingProcess"):
            self.fields(graph, subject, process, PROCESS)
        for lot in root.iterfind(CAC + "ProcurementProjectLot"):
            name = f"{base}/lot/{lot.findtext(CBC + 'ID')}"
            number = self.node(graph, subject, "lot", "Lot", name, lot, {"identifier": CBC + "ID"})
            for part, fields in (("ProcurementProject", PROJECT), ("TenderingProcess", PROCESS),
                                 ("TenderingTerms", TERMS)):
                for node in lot.iterfind(CAC + part):
                    self.fields(graph, number, node, fields)
            for rank, criterion in enumerate(lot.iter(CAC + "SubordinateAwardingCriterion")):
                self.node(graph, number, "criterion", "AwardCriterion", f"{name}/criterion/{rank}", criterion, CRITERION)
        for kind, tag, fields in (
                ("Organisation", "Company", COMPANY), ("LotResult", "LotResult", RESULT),
                ("Tender", "LotTender", TENDER), ("TenderingParty", "TenderingParty", PARTY),
                ("Contract", "SettledContract", CONTRACT)):
            for element in root.iter(EFAC + tag):
                identifier = element.findtext(CBC + "ID") or element.findtext(f"{CAC}PartyIdentification/{CBC}ID")
                if identifier:
                    self.node(graph, subject, tag, kind, f"{base}/{tag}/{identifier}", element, fields)
        texts = [" ".join(e.text.split()) for e in root.iter(CBC + "Name", CBC + "Description") if e.text]
        self.cursor.execute("INSERT INTO words VALUES (?, ?)", (texts[0] if texts else "", "\n".join(texts)))

    def flush(self):
        """Writes what waits."""
        self.cursor.executemany("INSERT INTO term VALUES (?, ?, ?, ?)", self.new_terms)
        self.cursor.executemany("INSERT INTO quad VALUES (?, ?, ?, ?)", sorted(self.quads))
        self.statements += len(self.quads)
        self.new_terms.clear()
        self.quads.clear()


def load(database, folder):
    """Loads every XML file of a folder; returns the number of notices and of statements."""
    loader, count = Loader(database), 0
    for path in sorted(pathlib.Path(folder).rglob("*.xml")):
        loader.notice(path)
        count += 1
        if count % 1000 == 0:
            loader.flush()
    loader.flush()
    loader.connection.executescript(ORDERS)
    loader.connection.commit()
    loader.connection.close()
    return count, loader.statements


if __name__ == "__main__":
    print(*load(sys.argv[1], sys.argv[2]))
