"""Writes the README of the demonstration corpus from its counts."""

TEMPLATE = """# Demonstration corpus

Everything here is generated fiction. No buyer, company, contract, call, amount or specification
below exists; only the communes (names, codes, coordinates), the CPV codes and the standards
that the texts cite are real. A requirement placed in a real commune says nothing about it.

    Scripts/generate-demonstration          # writes these files (seed {seed})
    Scripts/generate-demonstration --check  # exits 1 when a committed file differs

Do not edit these files: change the data modules in `Scripts/lib/demonstration` and run the
command again. It needs Python 3.9 or later, and nothing outside this repository.

## Fictitious identifiers

Every SIREN starts with 999. SIREN and SIRET pass the Luhn test, so importers take them as
well formed; the prefix is the sign that the body is invented. Legal persons only: no name
is a natural person's.

## Files

- `awards-2019.json`: awards in the DECP 2019 layout (`source` is `demonstration`). For a
  framework agreement, `montant` is its ceiling; its subsequent contracts name it in their
  `objet`.
- `awards-csv/contrats.csv` and `contrats.mapping.yaml`: more awards as a table, and the
  mapping that imports it.
- `specifications/*.md`: one French specification a domain, front matter with
  `demonstration: true`.
- `calls/*.xml`: calls for tenders with deadlines in 2022, as eForms contract notices;
  `cbc:ProfileExecutionID` is `demonstration`.
- `diagnosis/`: what six communes would declare of their services: a filled template and a list in YAML. Composed by hand, invented,
  and marked `demonstration`; the populations are real (INSEE 2021, Licence Ouverte 2.0);
- `profiles/`, `evaluations/`, `sheets/`: vendors' declared profiles (four of vendors that have no
  award yet), evaluations by buyers, and action sheets. Composed by hand, not by the command; they
  name the vendors and buyers of the awards, and carry `demonstration`.
- `Ontology/Codelists/communes.yaml`, written by the same command: the communes that the corpus names, the homes of its buyers and vendors,
  the communes of `Corpus/Facts`, Paris, Lyon and Marseille. Facts from INSEE and La Poste
  through data.gouv.fr, Licence Ouverte 2.0; the lowest postal code where there are several.

## Counts

| Count | Of |
| ---: | --- |
{rows}
"""


def text(seed, counts):
    """The README as Markdown."""
    rows = "\n".join("| %d | %s |" % (value, name) for name, value in counts.items())
    return TEMPLATE.format(seed=seed, rows=rows)
