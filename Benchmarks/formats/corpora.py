"""Every shared corpus in one workspace, one after another: one table of records, quads, time, rate and memory.

The second table reads the same files again: nothing is new. Usage: corpora.py PROGRAM DATA SCRATCH
"""
import gzip
import json
import pathlib
import sys
import tarfile

from sampling import run

CORPORA = [
    ("ted-xml", ["ted-xml/%d.tar.gz" % year for year in range(2016, 2022)]),
    ("eForms SDK examples", ["eforms/sdk/examples"]),
    ("OCDS, real packages", ["ocds/real-examples"]),
    ("OCDS, examples of the standard", ["ocds/standard"]),
    ("canada-ocds-2014", ["canada-ocds-2014"]),
    ("decp-2019/raw_dev", ["decp-2019/raw_dev"]),
    ("boamp-2020", ["boamp-2020"]),
    ("twin-cities", ["twin-cities"]),
    ("city-networks", ["city-networks"]),
    ("h2020-orgs", ["h2020-orgs"]),
    ("rnsr", ["rnsr"]),
    ("geo-fr", ["geo-fr/communes.csv", "geo-fr/departements.csv", "geo-fr/regions.csv"]),
    ("geo-world", ["geo-world"]),
]


def size(path):
    """Megabytes of a file as it is read, or of a folder's files: packed ones count unpacked."""
    if path.is_dir():
        return sum(size(file) for file in path.rglob("*") if file.is_file())
    if path.name.endswith(".tar.gz"):
        with tarfile.open(path) as archive:
            return sum(member.size for member in archive) / 1e6
    if path.suffix == ".gz":
        with gzip.open(path) as stream:
            return sum(len(chunk) for chunk in iter(lambda: stream.read(1 << 20), b"")) / 1e6
    return path.stat().st_size / 1e6


def row(name, megabytes, wall, processor, peak, told):
    """A line of the table."""
    records = told["records"]
    print("| %s | %.1f | %d | %d | %d | %d | %s | %d | %.1f | %.1f | %.1f | %.0f |" % (
        name, megabytes, records["in"], records["stored"], records["unchanged"], records["refused"],
        "yes" if records["balanced"] else "NO", told["statements"], wall, processor, megabytes / wall, peak), flush=True)


def main():
    """Prints both tables."""
    program, data, scratch = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    workspace = scratch / "corpora"
    run([program, "init", "--workspace", str(workspace)])
    for title in ("First reading", "Read again"):
        print("\n%s\n" % title)
        print("| corpus | MB | records in | stored | as before | refused | balanced | quads | wall s | processor s | MB/s "
              "| peak MiB |")
        print("|---|---|---|---|---|---|---|---|---|---|---|---|")
        total = [0.0, 0.0, 0.0, 0.0]
        sums = {"records": {"in": 0, "stored": 0, "unchanged": 0, "refused": 0, "balanced": True}, "statements": 0}
        for name, parts in CORPORA:
            paths = [data / part for part in parts]
            megabytes = sum(size(path) for path in paths)
            wall, processor, peak, output = run(
                [program, "ingest", "--quiet", "--format", "json", "--workspace", str(workspace), *map(str, paths)])
            told = json.loads(output)
            row(name, megabytes, wall, processor, peak, told)
            total = [total[0] + megabytes, total[1] + wall, total[2] + processor, max(total[3], peak)]
            sums["statements"] += told["statements"]
            for key in ("in", "stored", "unchanged", "refused"):
                sums["records"][key] += told["records"][key]
            sums["records"]["balanced"] = sums["records"]["balanced"] and told["records"]["balanced"]
        row("all", *total, sums)
    space = sum(file.stat().st_size for file in workspace.rglob("*") if file.is_file())
    print("\nThe workspace takes %.0f MB." % (space / 1e6))


if __name__ == "__main__":
    main()
