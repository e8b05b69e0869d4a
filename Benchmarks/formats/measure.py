"""Measures the formats beside their peers, in turn, and prints one Markdown table of medians.

Usage: measure.py PROGRAM DATA SCRATCH [rounds] [case…]
"""
import gzip
import importlib.util
import json
import os
import pathlib
import shutil
import statistics
import sys
import tarfile

import inputs
from sampling import run

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent


class Bench:
    """What every case needs: the program, the data, a place for files, and the rows so far."""

    def __init__(self, program, data, scratch, rounds):
        self.program, self.data, self.scratch, self.rounds = program, data, scratch, rounds
        self.parser = os.environ.get("PARSER")

    def case(self, name, size, rows):
        """Runs the commands of a case in turn, several rounds, and prints a row for each.

        A row is a name and what makes its command from a fresh folder; `again` in place of it repeats the command
        of the row before in the same folder. The last column is processor time to that of the first row.
        """
        taken = {label: [] for label, _ in rows}
        told = {}
        for _ in range(self.rounds):
            folder = self.scratch / "round"
            folder.mkdir()
            command = None
            for label, make in rows:
                command = command if make == "again" else make(folder)
                wall, processor, peak, output = run(command)
                taken[label].append((wall, processor, peak))
                told[label] = report(output)
            shutil.rmtree(folder)
        base = statistics.median(row[1] for row in taken[rows[0][0]])
        for label, _ in rows:
            wall, processor, _ = (statistics.median(column) for column in zip(*taken[label]))
            peak = max(row[2] for row in taken[label])
            print("| %s | %.1f | %s | %.2f | %.2f | %.1f | %.0f | %s | %.2f |" % (
                name, size, label, wall, processor, size / processor if processor else 0, peak, told[label],
                processor / base if base else 0), flush=True)

    def ingest(self, *paths):
        """The row of an ingestion with its index."""
        return lambda folder: [
            self.program, "ingest", "--quiet", "--format", "json", "--workspace", str(folder / "workspace"),
            *map(str, paths)]

    def parsing(self, name, folder):
        """The case of parsing a folder's XML and keeping nothing; left out where there is no parser to measure."""
        if not self.parser:
            return
        files = f"find '{folder}' -name '*.xml' | sort | xargs"
        self.case(name, inputs.megabytes(folder, "*.xml"), [
            ("xmllint --stream --noout", shell(f"{files} xmllint --stream --noout")),
            ("passerelle, events", shell(f"{files} '{self.parser}' events")),
            ("passerelle, trees", shell(f"{files} '{self.parser}' trees"))])

    def importing(self, *paths):
        """The row of an import of lists."""
        return lambda folder: [
            self.program, "reference", "import", "--quiet", "--format", "json", "--workspace",
            str(folder / "workspace"), *map(str, paths)]


def report(output):
    """Records, statements and balance out of a report; of a peer, the numbers that it printed."""
    if not output.startswith("{"):
        words = output.split()
        return " | ".join([words[0] if words and words[0].isdigit() else "–", "–", "–"])
    told = json.loads(output)
    rows = told.get("records") or told["rows"]
    parts = "%d = %d stored" % (rows["in"], rows["stored"])
    if rows.get("unchanged"):
        parts += " + %d as before" % rows["unchanged"]
    if rows.get("refused"):
        parts += " + %d refused" % rows["refused"]
    return "%s | %s | %s" % (parts, told.get("statements", "–"), "yes" if rows["balanced"] else "NO")


def python(script, *words):
    """The row of a Python peer that fills a database."""
    return lambda folder: [sys.executable, str(script), *[
        str(folder / f"plain-{words[0]}.sqlite") if word == "DATABASE" else str(word) for word in words]]


def has(module):
    """Whether a Python peer could be installed."""
    return importlib.util.find_spec(module) is not None


def shell(text):
    """The row of a pipe or a loop."""
    return lambda folder: ["sh", "-c", text]


def canada(bench, name, file):
    """Early OCDS of Canada, gzipped."""
    path = bench.data / "canada-ocds-2014" / file
    with gzip.open(path) as stream:
        size = sum(len(chunk) for chunk in iter(lambda: stream.read(1 << 20), b"")) / 1e6
    loader = HERE / "ocds_loader.py"
    rows = [("Python json + sqlite3", python(loader, "json", "DATABASE", path))]
    if has("ijson"):
        rows.append(("Python ijson + sqlite3", python(loader, "ijson", "DATABASE", path)))
    rows += [("zcat \\| wc -c", shell(f"zcat '{path}' | wc -c")),
             ("passerelle ingest", bench.ingest(path)), ("passerelle ingest, again", "again")]
    bench.case(name, size, rows)


def contracts(bench):
    """43,086 releases in one file."""
    canada(bench, "OCDS 2014 contracts, gz", "contracts_releases.json.gz")


def tenders(bench):
    """5,513 tender notices."""
    canada(bench, "OCDS 2014 tenders, gz", "tenders_releases.json.gz")


def ocds(bench):
    """Real packages of many countries."""
    folder = bench.data / "ocds" / "real-examples"
    bench.case("OCDS 1.0 and 1.1, 707 files", inputs.megabytes(folder), [
        ("Python json + sqlite3", python(HERE / "ocds_loader.py", "json", "DATABASE", folder)),
        ("passerelle ingest", bench.ingest(folder)), ("passerelle ingest, again", "again")])


def eforms(bench):
    """The examples of the eForms SDK, as they are and forty times under other numbers."""
    examples = bench.data / "eforms" / "sdk" / "examples"
    many = inputs.repeated_notices(examples, bench.scratch / "notices", 40)
    for name, folder in [("eForms SDK, 92 notices", examples), ("eForms, 3,680 notices", many)]:
        rows = [("lxml + sqlite3, statements and words", python(HERE / "eforms_statements.py", "DATABASE", folder)),
                ("lxml + sqlite3, plain tables", python(HERE / "eforms_loader.py", "DATABASE", folder))]
        rows = rows if has("lxml") else []
        rows += [("passerelle ingest", bench.ingest(folder)), ("passerelle ingest, again", "again")]
        bench.case(name, inputs.megabytes(folder, "*.xml"), rows)
        bench.parsing(name + ", parsed only", folder)
    shutil.rmtree(many)


def ted(bench):
    """Six years of TED as they are published, and parsed only."""
    packages = [bench.data / "ted-xml" / f"{year}.tar.gz" for year in range(2016, 2022)]
    folder = bench.scratch / "ted"
    for package in packages:
        with tarfile.open(package) as archive:
            archive.extractall(folder, filter="data")
    size = inputs.megabytes(folder, "*.xml")
    bench.case("TED XML, 3,528 notices, tar.gz", size, [
        ("tar -xzO \\| wc -c", shell("; ".join(f"tar -xzOf '{package}' | wc -c" for package in packages))),
        ("passerelle ingest", bench.ingest(*packages)), ("passerelle ingest, again", "again")])
    bench.parsing("TED XML, parsed only", folder)
    shutil.rmtree(folder)


def decp(bench):
    """French essential data of 2019, and the examples of 2022."""
    real = bench.data / "decp-2019" / "raw_dev"
    bench.case("DECP 2019, four platforms", inputs.megabytes(real), [
        ("Python json + sqlite3", python(ROOT / "Benchmarks" / "ingest" / "python_loader.py", "DATABASE", real)),
        ("passerelle ingest", bench.ingest(real)), ("passerelle ingest, again", "again")])
    examples = bench.data / "decp-schema" / "exemples"
    bench.case("DECP 2022, examples", inputs.megabytes(examples), [
        ("passerelle ingest", bench.ingest(examples)), ("passerelle ingest, again", "again")])


def facts(bench):
    """The facts that come with the program."""
    folder = ROOT / "Corpus" / "Facts"
    bench.case("Facts", inputs.megabytes(folder, "*.jsonl"), [
        ("passerelle ingest", bench.ingest(folder)), ("passerelle ingest, again", "again")])


def lists(bench):
    """Official lists: CPV, NUTS, EuroVoc, SKOS, genericode."""
    vocabularies = bench.data / "vocab"
    paths = [vocabularies / "cpv", vocabularies / "nuts" / "nuts_2016_multilingual.csv",
             vocabularies / "eurovoc" / "eurovoc.yaml", vocabularies / "org-skos-eurosci" / "EuroSciVoc.ttl"]
    bench.case("CPV, NUTS, EuroVoc, EuroSciVoc", sum(map(inputs.megabytes, paths)), [
        ("passerelle reference import", bench.importing(*paths))])
    codes = bench.data / "eforms" / "sdk" / "codelists"
    bench.case("genericode, 271 lists", inputs.megabytes(codes, "*.gc"), [
        ("xmllint --stream", shell(f"find '{codes}' -name '*.gc' | xargs xmllint --stream --noout")),
        ("passerelle reference import", bench.importing(codes))])


def rdf(bench):
    """A thesaurus in Turtle, twenty times under other names."""
    path = inputs.repeated_thesaurus(
        bench.data / "vocab" / "org-skos-eurosci" / "EuroSciVoc.ttl", bench.scratch / "thesauri.ttl", 20)
    rows = [("serdi, to N-Quads", shell(f"serdi -q -o nquads '{path}' > /dev/null"))]
    if has("pyoxigraph"):
        rows.append(("pyoxigraph, into memory", python(HERE / "rdf_loader.py", path)))
    rows.append(("passerelle reference import", bench.importing(path)))
    bench.case("SKOS in Turtle, 20,620 concepts", inputs.megabytes(path), rows)
    path.unlink()


def pdf(bench):
    """Full texts of French notices, each a PDF."""
    folder = inputs.documents(bench.data / "boamp-2020" / "notices.jsonl", bench.scratch / "pdf", 200)
    bench.case("PDF, 200 notices", inputs.megabytes(folder), [
        ("pdftotext", shell(f"for f in '{folder}'/*.pdf; do pdftotext -layout \"$f\" - > /dev/null; done")),
        ("passerelle ingest", bench.ingest(folder)), ("passerelle ingest, again", "again")])
    shutil.rmtree(folder)


CASES = {case.__name__: case for case in (contracts, tenders, ocds, eforms, ted, decp, facts, lists, rdf, pdf)}


def main():
    """Runs the cases named, or all."""
    program, data, scratch, *rest = sys.argv[1:]
    rounds = int(rest.pop(0)) if rest and rest[0].isdigit() else 3
    unknown = [name for name in rest if name not in CASES]
    if unknown:
        sys.exit("no case %s; there are %s" % (", ".join(unknown), " ".join(CASES)))
    bench = Bench(program, pathlib.Path(data), pathlib.Path(scratch), rounds)
    print("%d rounds, medians; peak of anonymous memory, sampled each 20 ms; MB/s of processor time\n" % rounds)
    print("| data | MB | what | wall s | processor s | MB/s | peak MiB | records | statements | balanced "
          "| to the first |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name in rest or CASES:
        CASES[name](bench)


if __name__ == "__main__":
    main()
