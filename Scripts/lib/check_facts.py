#!/usr/bin/env python3
"""Checks the fact corpus (format passerelle-facts/1), on its own and against the ontology.

Prints one line per problem on standard output and exits 1 when there is any;
exits 0 when the folder is clean, 2 when it cannot be read. With --counts, also
prints the counts the README quotes. Standard library only.

Example: Scripts/lib/check_facts.py --facts Corpus/Facts --counts
"""

import argparse
import collections
import datetime
import json
import pathlib
import re
import sys

# Kinds that attributes naming a thing must be of.
THING_ATTRIBUTES = {"territory": "Territory", "agreement": "CooperationAgreement", "grade": "LabelGrade",
                    "criteria": "CriteriaVersion"}
VALUE, TEXT = "Value", {"rdf:langString", "xsd:string"}
DEFAULT_ONTOLOGY = pathlib.Path(__file__).resolve().parents[2] / "Ontology"
COMPARATORS = {"about", "less-than", "more-than", "up-to"}

DOCUMENT_KEYS = ["type", "id", "code", "title", "date", "publisher", "address"]
THING_KEYS = ["type", "id", "kind", "name", "alias", "country", "identifiers", "document", "lines"]
CLAIM_KEYS = [
    "type", "id", "subject", "relation", "object", "value", "text", "code", "since", "until",
    "modality", "certainty", "speaker", "attributes", "document", "lines",
]
VALUE_KEYS = ["number", "unit", "date", "scope"]
ATTRIBUTE_KEYS = [
    "theme", "territory", "agreement", "grade", "criteria", "role", "mode", "amount", "share", "rank",
    "year", "duration", "comparator", "denominator", "reason", "condition", "outcome", "note",
    "conflictsWith",
]
OPTIONAL = {
    "document": {"date", "publisher", "address"},
    "thing": {"alias", "country", "identifiers", "lines"},
    "claim": {"object", "value", "text", "code", "since", "until", "speaker", "attributes", "lines"},
}

# Every other key holds a string.
OBJECTS = {"title", "publisher", "name", "identifiers", "value", "scope", "speaker",
           "attributes", "amount", "note", "text", "denominator", "reason", "condition", "outcome"}
LISTS = {"alias", "conflictsWith"}

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
CLAIM_ID = re.compile(r"[A-Z][A-Z0-9]*-\d{4}\Z")
NUMBER = re.compile(r"-?\d+(\.\d+)?\Z")
CURRENCY = re.compile(r"[A-Z]{3}\Z")
COUNTRY = re.compile(r"[A-Z]{2}\Z")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")
DURATION = re.compile(r"P\d+[YMD]\Z")
RANK = re.compile(r"\d+(/\d+)?\Z")
SHARE = re.compile(r"\d+(\.\d+)? %\Z")
ADDRESS = re.compile(r"https?://[^\s@]+\Z")
WIKIDATA = re.compile(r"Q\d+\Z")
RNSR = re.compile(r"\d{9}[A-Z]\Z")
LINES = re.compile(r"(L?)(\d+)(?:-(\d+))?\Z")
INSEE = {
    "Commune": re.compile(r"\d[\dAB]\d{3}\Z"),
    "Departement": re.compile(r"\d{2,3}\Z|2[AB]\Z"),
    "Region": re.compile(r"\d{2}\Z"),
}
# International, French, and any long run of digits with or without separators.
PHONE = re.compile(r"(?<!\w)(\+|00)\d[\d .()/-]{7,}|(?<!\d)0\d([ .-]?\d{2}){4}(?!\d)|\d{9,}")

# Where long runs of digits are no phone number.
NUMERIC = {"value.number", "attributes.amount.value", "lines", "address", "identifiers.rnsr"}

LONGEST_LINE = 2000
LAST_LINE = {"001": 8765}


class Schema:
    """What the checker needs of the ontology: classes, relations, code lists.

    Reads the fixed layout of `passerelle-ontology/1` line by line, so that no YAML library is needed;
    the product's own reader checks the files themselves.
    """

    def __init__(self, folder):
        self.parents, self.relations, self.codes = {}, {}, {}
        self.abstract = set()
        for path in sorted((folder / "Schemas" / "Classes").glob("*.yaml")):
            fields = dict(re.findall(r"^(class|parent|abstract): *(\S+)", path.read_text("utf-8"), re.M))
            self.parents[fields["class"]] = fields.get("parent")
            if fields.get("abstract") == "true":
                self.abstract.add(fields["class"])
        for path in sorted((folder / "Schemas" / "Relations").glob("*.yaml")):
            name = None
            for line in path.read_text("utf-8").splitlines():
                if match := re.match(r"  (\w+):\Z", line):
                    name = match.group(1)
                elif match := re.match(r"    (domain|range): *\[(.*)\]", line):
                    terms = {term.strip() for term in match.group(2).split(",")}
                    self.relations.setdefault(name, {})[match.group(1)] = terms
                elif match := re.match(r"    codelist: *(\S+)", line):
                    self.relations.setdefault(name, {})["codelist"] = match.group(1)
        self.relations = {k: v for k, v in self.relations.items() if "domain" in v and "range" in v}
        for path in sorted((folder / "Codelists").glob("*.yaml")):
            text = path.read_text("utf-8").partition("\ncodes:\n")[2]
            self.codes[path.stem] = set(re.findall(r'^  "?([^\s":]+)"?:', text, re.M))

    def is_kind(self, kind, wider):
        """Whether a class is one of some classes or stands below one."""
        while kind is not None:
            if kind in wider:
                return True
            kind = self.parents.get(kind)
        return False


class Checker:
    """Reads the three files of one folder and collects problems."""

    def __init__(self, folder, schema):
        self.folder = folder
        self.schema = schema
        self.problems = []
        self.documents = {}
        self.things = {}
        self.claims = {}

    def report(self, where, message):
        self.problems.append(f"{where}: {message}")

    # Reading

    def read(self, name, kind, keys):
        rows = []
        text = (self.folder / name).read_text(encoding="utf-8")
        if text and not text.endswith("\n"):
            self.report(name, "the last line has no line feed")
        for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
            where = f"{name}:{number}"
            if len(line) > LONGEST_LINE:
                self.report(where, f"line longer than {LONGEST_LINE} characters")
            try:
                row = json.loads(line)
            except ValueError as error:
                self.report(where, f"not JSON: {error}")
                continue
            if not isinstance(row, dict) or row.get("type") != kind:
                self.report(where, f'not an object of type "{kind}"')
                continue
            self.check_keys(where, row, keys, set(keys) - OPTIONAL[kind])
            if self.check_shape(where, row) and "id" in row:
                self.check_plain(where, row)
                rows.append((where, row))
        return rows

    def check_keys(self, where, row, keys, required):
        for key in row:
            if key not in keys:
                self.report(where, f'unknown key "{key}"')
        for key in sorted(required - set(row)):
            self.report(where, f'key "{key}" is missing')
        known = [key for key in row if key in keys]
        if known != sorted(known, key=keys.index):
            self.report(where, "keys are not in the order of the format")

    # Values shared by the three files

    def check_shape(self, where, row):
        """Whether every key holds the JSON type the format gives it; a row that fails is left out."""
        fits = True
        for key, item in row.items():
            # "value" is an object in a claim and a string in an amount.
            wanted = list if key in LISTS else dict if key in OBJECTS else str
            if key == "value" and "currency" in row:
                wanted = str
            if not isinstance(item, wanted):
                self.report(where, f'"{key}" has the wrong JSON type')
                fits = False
            elif wanted is dict:
                fits = self.check_shape(where, item) and fits
            elif wanted is list and not all(isinstance(entry, str) for entry in item):
                self.report(where, f'"{key}" has the wrong JSON type')
                fits = False
        return fits

    def check_plain(self, where, value, path=""):
        """No empty value, no address and no phone number anywhere."""
        if isinstance(value, dict):
            if not value:
                self.report(where, f"{path or 'row'} is empty")
            for key, item in value.items():
                self.check_plain(where, item, f"{path}.{key}" if path else key)
        elif isinstance(value, list):
            if not value:
                self.report(where, f"{path} is empty")
            for item in value:
                self.check_plain(where, item, path)
        elif value.strip() != value or not value:
            self.report(where, f"{path} is empty or has outer spaces")
        else:
            if "@" in value:
                self.report(where, f'{path} contains "@"')
            if path not in NUMERIC and PHONE.search(value):
                self.report(where, f"{path} looks like a phone number")

    def check_text(self, where, value, name):
        if value is None or "fr" not in value or set(value) - {"fr", "en"}:
            self.report(where, f'{name} must be an object with "fr" and optionally "en"')

    def check_date(self, where, value, name):
        """Returns the partial date when it is a real one."""
        if DATE.match(value):
            try:
                datetime.date.fromisoformat((value + "-01-01")[:10])
                return value
            except ValueError:
                pass
        self.report(where, f"{name} is not a partial ISO date: {value}")
        return None

    def check_source(self, where, row):
        document = self.documents.get(row.get("document"))
        if document is None:
            self.report(where, f'unknown document "{row.get("document")}"')
            return
        code = document.get("code")
        if "lines" not in row:
            if "address" not in document:
                self.report(where, f"lines are missing; document {code} has no address")
            return
        if "address" in document:
            self.report(where, f"document {code} is a page: it has no lines")
            return
        for part in row["lines"].split(", "):
            match = LINES.match(part)
            if not match or bool(match.group(1)) != (code == "001"):
                self.report(where, f'lines "{part}" do not fit document {code}')
                continue
            first, last = int(match.group(2)), int(match.group(3) or match.group(2))
            if first < 1 or last < first or last > LAST_LINE.get(code, last):
                self.report(where, f'lines "{part}" are not a range of document {code}')

    def keep(self, where, row, table):
        if row["id"] in table:
            self.report(where, f'duplicate id "{row["id"]}"')
        table[row["id"]] = row

    # The three files

    def check_documents(self):
        codes = set()
        for where, row in self.read("documents.jsonl", "document", DOCUMENT_KEYS):
            if not SLUG.match(row["id"]):
                self.report(where, "id is not kebab-case")
            if row.get("code") in codes:
                self.report(where, f'duplicate code "{row.get("code")}"')
            codes.add(row.get("code"))
            for key in ("title", "publisher"):
                if key in row:
                    self.check_text(where, row[key], key)
            if "date" in row:
                self.check_date(where, row["date"], "date")
            if not ADDRESS.match(row.get("address", "https://none.example")):
                self.report(where, "address is not that of a page")
            self.keep(where, row, self.documents)

    def check_things(self):
        for where, row in self.read("things.jsonl", "thing", THING_KEYS):
            if not SLUG.match(row["id"]):
                self.report(where, "id is not kebab-case")
            if row["id"] in self.documents:
                self.report(where, f'id "{row["id"]}" is that of a document')
            if row.get("kind") not in self.schema.parents:
                self.report(where, f'unknown kind "{row.get("kind")}"')
            elif row["kind"] in self.schema.abstract:
                self.report(where, f'a thing cannot be of the abstract kind "{row["kind"]}"')
            self.check_text(where, row.get("name"), "name")
            if "country" in row and not COUNTRY.match(row["country"]):
                self.report(where, "country is not an ISO 3166-1 alpha-2 code")
            for scheme, value in row.get("identifiers", {}).items():
                patterns = {"insee": INSEE.get(row.get("kind")), "wikidata": WIKIDATA, "rnsr": RNSR}
                pattern = patterns.get(scheme)
                if pattern is None or not pattern.match(value):
                    self.report(where, f"identifier {scheme} {value} does not fit the kind")
            self.check_source(where, row)
            self.keep(where, row, self.things)

    def check_claims(self):
        rows = self.read("claims.jsonl", "claim", CLAIM_KEYS)
        seen = {}
        for where, row in rows:
            if not CLAIM_ID.match(row["id"]):
                self.report(where, f'claim id "{row["id"]}" is not like R18-0001')
            self.keep(where, row, self.claims)
            statement = json.dumps({k: v for k, v in row.items() if k != "id"}, sort_keys=True)
            if statement in seen:
                self.report(where, f"repeats {seen[statement]}")
            seen[statement] = row["id"]
        used = set()
        for where, row in rows:
            used |= self.check_claim(where, row)
        for thing in self.things:
            if thing not in used:
                self.report("things.jsonl", f'"{thing}" is used by no claim')

    def check_claim(self, where, row):
        self.check_source(where, row)
        if row.get("modality") not in self.schema.codes["modalities"]:
            self.report(where, f'unknown modality "{row.get("modality")}"')
        if row.get("certainty") not in self.schema.codes["certainty"]:
            self.report(where, f'unknown certainty "{row.get("certainty")}"')
        if "speaker" in row:
            self.check_text(where, row["speaker"], "speaker")
        ends = [self.check_date(where, row[k], k) for k in ("since", "until") if k in row]
        if len(ends) == 2 and None not in ends:
            # Compared at the coarser precision of the two.
            width = min(len(end) for end in ends)
            if ends[0][:width] > ends[1][:width]:
                self.report(where, "until is before since")

        if sum(key in row for key in ("object", "value", "text", "code")) != 1:
            self.report(where, "needs exactly one of object, value, text and code")
        used = {row.get("subject")} | ({row["object"]} if "object" in row else set())
        for reference in sorted(str(item) for item in used):
            if reference not in self.things:
                self.report(where, f'unknown thing "{reference}"')
        self.check_relation(where, row)
        if "value" in row:
            self.check_value(where, row)
        return used | self.check_attributes(where, row)

    def check_relation(self, where, row):
        relation = row.get("relation")
        if relation not in self.schema.relations:
            self.report(where, f'unknown relation "{relation}"')
            return
        known = self.schema.relations[relation]
        kind = self.things.get(row.get("subject"), {}).get("kind")
        if kind and not self.schema.is_kind(kind, known["domain"]):
            self.report(where, f"{relation} does not start from a {kind}")
        if "value" in row and VALUE not in known["range"]:
            self.report(where, f"{relation} takes no value")
        if "text" in row:
            self.check_text(where, row["text"], "text")
            if not known["range"] & TEXT or "codelist" in known:
                self.report(where, f"{relation} takes no text")
        if "code" in row and row["code"] not in self.schema.codes.get(known.get("codelist"), ()):
            self.report(where, f'{relation} has no code "{row["code"]}"')
        if "object" not in row:
            return
        if row["object"] == row.get("subject"):
            self.report(where, f"{relation} links a thing to itself")
        kind = self.things.get(row["object"], {}).get("kind")
        if kind and not self.schema.is_kind(kind, known["range"]):
            self.report(where, f"{relation} does not lead to a {kind}")

    def check_value(self, where, row):
        value, relation = row["value"], row.get("relation")
        self.check_keys(where, value, VALUE_KEYS, {"number", "unit"})
        if not NUMBER.match(value.get("number", "")):
            self.report(where, f'number "{value.get("number")}" is not a decimal')
        if "date" in value:
            self.check_date(where, value["date"], "value.date")
        if "scope" in value:
            self.check_text(where, value["scope"], "value.scope")
        unit = value.get("unit", "")
        if relation == "hasShare" and unit != "percent":
            self.report(where, "hasShare is in percent")
        if relation == "hasBudget" and not CURRENCY.match(unit):
            self.report(where, "hasBudget is in an ISO 4217 currency")
        if relation == "hasPopulation" and unit != "inhabitant":
            self.report(where, "hasPopulation is in inhabitants")

    def check_attributes(self, where, row):
        attributes = row.get("attributes", {})
        self.check_keys(where, attributes, ATTRIBUTE_KEYS, set())
        if "amount" in attributes:
            amount = attributes["amount"]
            if list(amount) != ["value", "currency"] or not (
                NUMBER.match(amount["value"]) and CURRENCY.match(amount["currency"])
            ):
                self.report(where, "amount needs a decimal value and an ISO 4217 currency")
        for key, pattern in (
            ("share", SHARE), ("rank", RANK), ("year", DATE), ("duration", DURATION), ("theme", SLUG),
        ):
            if key in attributes and not pattern.match(attributes[key]):
                self.report(where, f'{key} "{attributes[key]}" is malformed')
        if attributes.get("comparator", "about") not in COMPARATORS:
            self.report(where, f'unknown comparator "{attributes["comparator"]}"')
        for key in ("denominator", "reason", "condition", "outcome", "note"):
            if key in attributes:
                self.check_text(where, attributes[key], key)
        for key in attributes:
            if not self.schema.is_kind("Claim", self.schema.relations.get(key, {}).get("domain", ())):
                self.report(where, f"{key} is no relation of a claim")
        for other in attributes.get("conflictsWith", []):
            back = self.claims.get(other, {}).get("attributes", {}).get("conflictsWith", [])
            if row["id"] not in back:
                self.report(where, f"conflictsWith {other} is unknown or not returned")
        used = set()
        for key, kind in THING_ATTRIBUTES.items():
            if key in attributes:
                used.add(attributes[key])
                if not self.schema.is_kind(self.things.get(attributes[key], {}).get("kind"), {kind}):
                    self.report(where, f'{key} "{attributes[key]}" is no such thing')
        return used

    def run(self):
        self.check_documents()
        self.check_things()
        self.check_claims()
        return self.problems

    def print_counts(self):
        print(f"documents {len(self.documents)}, things {len(self.things)}, claims {len(self.claims)}")
        for key in ("relation", "modality", "certainty", "document"):
            counts = collections.Counter(row.get(key) for row in self.claims.values())
            print(f"\nby {key}")
            for name in sorted(counts, key=lambda name: (-counts[name], str(name))):
                print(f"{counts[name]:5} {name}")
        things = collections.Counter(row.get("kind") for row in self.things.values())
        claims = collections.Counter()
        for row in self.claims.values():
            ends = {self.things.get(row.get(end), {}).get("kind") for end in ("subject", "object")}
            claims.update(ends - {None})
        print("\nby kind: things, claims that start from or lead to one")
        for name in sorted(things, key=lambda name: (-claims[name], name)):
            print(f"{things[name]:5} {claims[name]:5} {name}")


def main():
    parser = argparse.ArgumentParser(description="Check the fact corpus (passerelle-facts/1).")
    parser.add_argument("--facts", metavar="DIR", required=True, type=pathlib.Path,
                        help="folder with documents.jsonl, things.jsonl and claims.jsonl")
    parser.add_argument("--ontology", metavar="DIR", default=DEFAULT_ONTOLOGY, type=pathlib.Path,
                        help="folder of the ontology that claims must obey")
    parser.add_argument("--counts", action="store_true",
                        help="also print counts by relation, modality, certainty, document and kind")
    options = parser.parse_args()
    try:
        checker = Checker(options.facts, Schema(options.ontology))
        problems = checker.run()
    except (OSError, UnicodeDecodeError) as error:
        print(f"cannot read the facts: {error}", file=sys.stderr)
        return 2
    for problem in problems:
        print(problem)
    if options.counts:
        checker.print_counts()
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
