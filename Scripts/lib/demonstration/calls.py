"""Writes the open calls of the demonstration as eForms contract notices (UBL 2.3, subtype 16)."""

import uuid
from xml.sax.saxutils import escape

import call_texts

SPACES = {
    "": "urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2",
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "efac": "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1",
    "efbc": "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1",
    "efext": "http://data.europa.eu/p27/eforms-ubl-extensions/1",
    "ext": "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2",
}


def parse(text):
    """One call as a dictionary: its fields, and its lots as a list of such dictionaries."""
    call = {"lots": []}
    part = call
    for line in text.strip().splitlines():
        if line.startswith("== "):
            part = {"title": line[3:]}
            call["lots"].append(part)
        else:
            name, value = line.split(":", 1)
            part[name.strip()] = value.strip()
    return call


def identifier(kind, key):
    """A UUID that depends on the key only."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "https://passerelle.example/demonstration/%s/%s" % (kind, key)))


class Writer:
    """Writes indented elements."""

    def __init__(self):
        self.lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        self.open_names = []

    def open(self, name, attributes=""):
        """Starts an element; the names of a path are started one in the other."""
        for one in name.split("/"):
            self.lines.append("%s<%s%s>" % ("  " * len(self.open_names), one, attributes))
            self.open_names.append(one)
            attributes = ""

    def close(self, count=1):
        """Ends the innermost elements."""
        for _ in range(count):
            name = self.open_names.pop()
            self.lines.append("%s</%s>" % ("  " * len(self.open_names), name))

    def leaf(self, name, text, **attributes):
        """An element with text only."""
        written = "".join(' %s="%s"' % item for item in sorted(attributes.items()))
        self.lines.append("%s<%s%s>%s</%s>" % ("  " * len(self.open_names), name, written, escape(text), name))

    def text(self):
        """The document."""
        return "\n".join(self.lines) + "\n"


def extension(out):
    """Starts an extension of the Publications Office, four elements deep."""
    out.open("ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension")


def texts(out, name, part, field):
    """A text in French, and in English where the call has it."""
    if field in part:
        out.leaf(name, part[field], languageID="FRA")
    if field + " en" in part:
        out.leaf(name, part[field + " en"], languageID="ENG")


def zoned(day, zone):
    """A day with its zone."""
    return day + zone


def head(out, call, buyer):
    """The organisation and what identifies the notice."""
    extension(out)
    out.open("efac:NoticeSubType")
    out.leaf("cbc:SubTypeCode", "16", listName="notice-subtype")
    out.close()
    out.open("efac:Organizations/efac:Organization/efac:Company")
    out.open("cac:PartyIdentification")
    out.leaf("cbc:ID", "ORG-0001", schemeName="organization")
    out.close()
    out.open("cac:PartyName")
    out.leaf("cbc:Name", buyer["name"], languageID="FRA")
    out.close()
    out.open("cac:PostalAddress")
    out.leaf("cbc:CityName", buyer["commune"]["name"])
    out.leaf("cbc:PostalZone", buyer["commune"]["postal"])
    out.leaf("cbc:CountrySubentityCode", call["nuts"], listName="nuts-lvl3")
    out.open("cac:Country")
    out.leaf("cbc:IdentificationCode", "FRA", listName="country")
    out.close(2)
    out.open("cac:PartyLegalEntity")
    out.leaf("cbc:CompanyID", buyer["siret"])
    out.close()
    out.open("cac:Contact")
    out.leaf("cbc:ElectronicMail", "marches@%s.example" % call["buyer"])
    out.close()
    out.close(3 + 4)
    out.leaf("cbc:UBLVersionID", "2.3")
    out.leaf("cbc:CustomizationID", "eforms-sdk-1.13")
    out.leaf("cbc:ProfileExecutionID", "demonstration")
    out.leaf("cbc:ID", identifier("notice", call["key"]), schemeName="notice-id")
    out.leaf("cbc:ContractFolderID", identifier("procedure", call["key"]))
    out.leaf("cbc:IssueDate", zoned(call["published"], "+01:00"))
    out.leaf("cbc:IssueTime", "09:00:00+01:00")
    out.leaf("cbc:VersionID", "01")
    out.leaf("cbc:RegulatoryDomain", "32014L0024")
    out.leaf("cbc:NoticeTypeCode", "cn-standard", listName="competition")
    out.leaf("cbc:NoticeLanguageCode", "FRA")
    out.open("cac:ContractingParty/cac:Party/cac:PartyIdentification")
    out.leaf("cbc:ID", "ORG-0001", schemeName="organization")
    out.close(3)
    out.open("cac:TenderingProcess")
    out.leaf("cbc:ProcedureCode", call["procedure"], listName="procurement-procedure-type")
    out.close()


def project(out, call, part, buyer, number, amount, maximum=None):
    """What is bought: texts, codes, value and place."""
    out.open("cac:ProcurementProject")
    if maximum:
        extension(out)
        out.leaf("efbc:FrameworkMaximumAmount", maximum, currencyID="EUR")
        out.close(4)
    out.leaf("cbc:ID", number, schemeName="InternalID")
    texts(out, "cbc:Name", part, "title")
    texts(out, "cbc:Description", part, "about")
    out.leaf("cbc:ProcurementTypeCode", call["nature"], listName="contract-nature")
    texts(out, "cbc:Note", part, "note")
    if "sme" in part:
        out.leaf("cbc:SMESuitableIndicator", "true")
    out.open("cac:RequestedTenderTotal")
    out.leaf("cbc:EstimatedOverallContractAmount", amount, currencyID="EUR")
    out.close()
    for rank, code in enumerate(part["cpv"].split()):
        out.open("cac:%sCommodityClassification" % ("Additional" if rank else "Main"))
        out.leaf("cbc:ItemClassificationCode", code, listName="cpv")
        out.close()
    out.open("cac:RealizedLocation/cac:Address")
    out.leaf("cbc:CityName", buyer["commune"]["name"])
    out.leaf("cbc:PostalZone", buyer["commune"]["postal"])
    out.leaf("cbc:CountrySubentityCode", call["nuts"], listName="nuts-lvl3")
    out.open("cac:Country")
    out.leaf("cbc:IdentificationCode", "FRA", listName="country")
    out.close(3)
    if "months" in part:
        out.open("cac:PlannedPeriod")
        out.leaf("cbc:DurationMeasure", part["months"], unitCode="MONTH")
        out.close()
    out.close()


def lot_terms(out, call, lot):
    """Criteria, documents and language of a lot."""
    out.open("cac:TenderingTerms")
    if "select" in lot:
        extension(out)
        for one in lot["select"].split(" / "):
            code, words = one.split(" ", 1)
            out.open("efac:SelectionCriteria")
            out.leaf("cbc:TendererRequirementTypeCode", code, listName="selection-criterion")
            out.leaf("cbc:Description", words, languageID="FRA")
            out.close()
        out.close(4)
    out.open("cac:CallForTendersDocumentReference")
    out.leaf("cbc:ID", "DCE")
    out.leaf("cbc:DocumentType", "non-restricted-document")
    out.open("cac:Attachment/cac:ExternalReference")
    out.leaf("cbc:URI", "https://marches.example/consultation/" + call["key"])
    out.close(3)
    out.open("cac:AwardingTerms/cac:AwardingCriterion")
    for one in lot["criteria"].split(" / "):
        name, weight, kind = one.rsplit(" ", 2)
        out.open("cac:SubordinateAwardingCriterion")
        extension(out)
        out.open("efac:AwardCriterionParameter")
        out.leaf("efbc:ParameterCode", "per-exa", listName="number-weight")
        out.leaf("efbc:ParameterNumeric", weight)
        out.close(1 + 4)
        out.leaf("cbc:AwardingCriterionTypeCode", kind, listName="award-criterion-type")
        out.leaf("cbc:Name", name, languageID="FRA")
        out.leaf("cbc:Description", name, languageID="FRA")
        out.close()
    out.close(2)
    out.open("cac:Language")
    out.leaf("cbc:ID", "FRA")
    out.close(2)


def lot_process(out, call):
    """The deadline of a lot, and whether it is a framework agreement."""
    out.open("cac:TenderingProcess")
    out.leaf("cbc:SubmissionMethodCode", "required", listName="esubmission")
    if "deadline" in call:
        day, hour, zone = call["deadline"].split()
        out.open("cac:TenderSubmissionDeadlinePeriod")
        out.leaf("cbc:EndDate", zoned(day, zone))
        out.leaf("cbc:EndTime", hour + ":00" + zone)
        out.close()
    else:
        out.open("cac:ParticipationRequestReceptionPeriod")
        out.leaf("cbc:EndDate", zoned(call["candidates"], "+02:00"))
        out.leaf("cbc:EndTime", "12:00:00+02:00")
        out.close()
    out.open("cac:ContractingSystem")
    out.leaf("cbc:ContractingSystemTypeCode", "fa-wo-rc" if "framework" in call else "none",
             listName="framework-agreement")
    out.close(2)


def notice(call, buyer):
    """The XML of one call."""
    out = Writer()
    spaces = "".join(' xmlns%s="%s"' % (":" + name if name else "", iri) for name, iri in sorted(SPACES.items()))
    out.lines.append("<!-- Demonstration: generated fiction, no such call exists. -->")
    out.open("ContractNotice", spaces)
    head(out, call, buyer)
    total = str(sum(int(lot["amount"]) for lot in call["lots"]))
    project(out, call, call, buyer, "2022-" + call["key"], total)
    for rank, lot in enumerate(call["lots"], 1):
        out.open("cac:ProcurementProjectLot")
        out.leaf("cbc:ID", "LOT-%04d" % rank, schemeName="Lot")
        lot_terms(out, call, lot)
        lot_process(out, call)
        project(out, call, lot, buyer, str(rank), lot["amount"], lot.get("maximum"))
        out.close()
    out.close()
    return out.text()


def all_calls(buyers):
    """The files by path; `buyers` are the settled buyers by key."""
    parsed = [parse(text) for text in call_texts.CALLS]
    return {"calls/%s.xml" % call["key"]: notice(call, buyers[call["buyer"]]) for call in parsed}
