import Foundation
import PasserelleCore

@testable import PasserelleSources

/// Counts what becomes of each kind of statement from notices through OCDS and back, and on to the French data.
struct FieldLoss {
  /// What became of the statements of one kind.
  struct Count {
    var stated = 0
    /// Read back with the same value.
    var kept = 0
    /// Read back with another value: a code for words, another reference.
    var changed = 0
    /// Read back with the same value, and written to the French data.
    var french = 0

    var lost: Int { stated - kept - changed }
  }

  /// A kind of thing and a relation.
  struct Kind: Hashable, Comparable {
    let thing: String
    let relation: String

    static func < (left: Kind, right: Kind) -> Bool {
      (left.thing, left.relation) < (right.thing, right.relation)
    }
  }

  private(set) var counts: [Kind: Count] = [:]
  private(set) var files = 0
  private(set) var calls = 0
  private(set) var awards = 0
  /// The awards of processes that no date is known of, which OCDS cannot hold.
  private(set) var undated = 0
  /// The awards that the French schema takes.
  private(set) var french = 0
  /// The fields that it requires and that awards lack.
  private(set) var missing: [String: Int] = [:]

  private let identity = ProcessIdentity(prefix: "ocds-213czf")

  /// Takes a notice through all the formats.
  mutating func add(path: String) throws {
    let records = try Exported.records(EFormsReader(), path: path)
    guard !records.isEmpty else { return }
    files += 1
    for group in Exported.grouped(records, identity) {
      let (bytes, left) = Exported.document(group, .ocdsRecords, prefix: identity.prefix)
      if !left.isEmpty { undated += group.count { $0.kind == .award } }
      let again = Exported.records(try harvest(OCDSReader(), bytes, file: path))
      let call = group.last { $0.kind == .call }
      if let call {
        calls += 1
        compare(call, again.first { $0.kind == .call }, as: "call", french: [])
      }
      for award in group where award.kind == .award {
        awards += 1
        let wanted = award.main.value(Vocabulary.identifier)
        let found = again.first { $0.kind == .award && $0.main.value(Vocabulary.identifier) == wanted }
        var writable: Set<String> = []
        if let found {
          let draft = ProcedureDraft([found], identity: identity, in: IRISpace())
          let writer = DECPWriter(found.main, of: draft)
          writable = writer.writable
          if writer.value != nil { french += 1 }
          for field in writer.missing { missing[field, default: 0] += 1 }
        }
        compare(award, found, as: "award", french: writable)
      }
    }
  }

  /// The relations that lead from a record to its parts, and what the parts are called.
  private static let parts = [
    (Vocabulary.hasLot, "lot"), (NoticeVocabulary.hasLotGroup, "lot group"), (Vocabulary.hasBuyer, "buyer"),
    (Vocabulary.hasWinner, "winner"), (Vocabulary.hasSubcontractor, "subcontractor"),
    (Vocabulary.hasModification, "modification"),
  ]

  private mutating func compare(
    _ old: RecordStatements, _ new: RecordStatements?, as kind: String, french: Set<String>
  ) {
    compare(old.main, new?.main, as: kind, french: french)
    for (relation, name) in Self.parts {
      let parts = old.main.parts(relation)
      let others = new?.main.parts(relation) ?? []
      for (rank, part) in parts.enumerated() {
        let other =
          others.first { Self.mark($0) != nil && Self.mark($0) == Self.mark(part) }
          ?? (others.count == parts.count ? others[rank] : nil)
        compare(part, other, as: name, french: [])
        for criterion in part.parts(Vocabulary.hasCriterion) {
          let title = criterion.value(Vocabulary.title) ?? criterion.value(Vocabulary.description)
          let found = other?.parts(Vocabulary.hasCriterion).first {
            $0.value(Vocabulary.title) == title || $0.value(Vocabulary.description) == title
          }
          compare(criterion, found, as: "criterion", french: [])
        }
      }
    }
  }

  /// What tells a part from its like.
  private static func mark(_ thing: StatedThing) -> String? {
    thing.value(Vocabulary.siren) ?? thing.value(Vocabulary.name) ?? thing.value(Vocabulary.identifier)
  }

  private mutating func compare(
    _ old: StatedThing, _ new: StatedThing?, as kind: String, french: Set<String>
  ) {
    for relation in old.record.relations(of: old.iri) where !Self.bookkeeping.contains(relation) {
      let before = old.record.objects(relation, of: old.iri)
      let after = new.map { $0.record.objects(relation, of: $0.iri) } ?? []
      var count = counts[Kind(thing: kind, relation: relation)] ?? Count()
      let isPart = Self.parts.contains { $0.0 == relation } || relation == Vocabulary.hasCriterion
      for (rank, object) in before.enumerated() {
        count.stated += 1
        if after.contains(object) {
          count.kept += 1
        } else if isPart ? rank < after.count : !after.isEmpty {
          count.changed += 1
        }
      }
      if let field = Self.frenchFields[relation], french.contains(field) { count.french += before.count }
      counts[Kind(thing: kind, relation: relation)] = count
    }
  }

  /// Statements about the record rather than about what it says.
  private static let bookkeeping: Set<String> = [
    Vocabulary.sourceValue, Vocabulary.source, Vocabulary.type, Vocabulary.order, Vocabulary.isDemonstration,
    Vocabulary.noticeVersion, Vocabulary.changesNotice,
  ]

  /// The fields of the French data that hold a relation of an award.
  static let frenchFields = [
    Vocabulary.identifier: "id", Vocabulary.hasBuyer: "acheteur", Vocabulary.hasNature: "nature",
    Vocabulary.title: "objet", Vocabulary.hasMainClassification: "codeCPV",
    Vocabulary.hasProcedure: "procedure",
    Vocabulary.placeOfPerformance: "lieuExecution", Vocabulary.postalCode: "lieuExecution",
    Vocabulary.durationMonths: "dureeMois", Vocabulary.notified: "dateNotification",
    Vocabulary.published: "datePublicationDonnees", Vocabulary.amount: "montant",
    Vocabulary.currency: "montant",
    Vocabulary.hasWinner: "titulaires", Vocabulary.offersReceived: "offresRecues",
    Vocabulary.isSubcontractingDeclared: "sousTraitanceDeclaree", Vocabulary.hasModification: "modifications",
  ]
}

extension FieldLoss {
  /// The report as a page of the documentation.
  var page: String {
    var lines = [
      "# What formats lose", "",
      "Notices of eForms become statements, those a record package of OCDS, that is read back into statements, and of these",
      "the awards are written as French essential procurement data (DECP). Each statement is followed through:",
      "",
      "- *kept*: read back from OCDS with the same value; *changed*: read back with another value, such as a method for the",
      "  words of a procedure, or a reference for an organisation known by its name alone; *lost*: not read back;",
      "- *DECP*: the statement's field can be written from what OCDS gave back (awards only). A contract needs all of its fields:",
      "  see below.", "",
      "The page is measured, never written by hand: `PASSERELLE_FIELD_LOSS=Documentation/Sources/field-loss.md swift test --filter",
      "FieldLossTests`, over the example notices of the eForms SDK (`\(files)` files, \(calls) calls, \(awards) awards).",
      "",
    ]
    for thing in [
      "call", "lot", "lot group", "criterion", "award", "buyer", "winner", "subcontractor", "modification",
    ] {
      let rows = counts.filter { $0.key.thing == thing }.sorted { $0.key < $1.key }
      guard !rows.isEmpty else { continue }
      lines += [
        "## Statements of \(thing == "award" ? "an" : "a") \(thing)", "",
        "| statement | stated | kept | changed | lost |" + (thing == "award" ? " DECP |" : ""),
      ]
      lines.append("|---|---|---|---|---|" + (thing == "award" ? "---|" : ""))
      for (kind, count) in rows {
        var line =
          "| `\(Self.short(kind.relation))` | \(count.stated) | \(count.kept) | \(count.changed) | \(count.lost) |"
        if thing == "award" {
          line += " \(Self.frenchFields[kind.relation] == nil ? "no field" : String(count.french)) |"
        }
        lines.append(line)
      }
      lines.append("")
    }
    lines += [
      "Awards of processes without any date, which OCDS requires: \(undated).", "",
      "## OCDS and back", "",
      "Real records of OCDS, written as OCDS and read again, state the same of their awards, but for:", "",
      "| statement | why |", "|---|---|",
    ]
    lines += OCDSWriterTests.knownDifferences.sorted { $0.key < $1.key }.map {
      "| `\($0.key)` | \($0.value) |"
    }
    lines += [
      "", "## Contracts in the French data", "",
      "Of \(awards) awards \(french) have every field that the schema of 2022 requires. The others are left out, for want of:",
      "",
      "| field | awards without it |", "|---|---|",
    ]
    for (field, count) in missing.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      lines.append("| `\(field)` | \(count) |")
    }
    lines += [
      "",
      "`techniques`, `modalitesExecution`, `marcheInnovant`, `ccag`, `attributionAvance`, `typeGroupementOperateurs`, `typesPrix`,",
      "`formePrix` and the considerations are in the French data alone: no award that comes from another format has them, and they",
      "are not invented.", "",
    ]
    return lines.joined(separator: "\n")
  }

  private static func short(_ iri: String) -> String {
    for (long, prefix) in [
      (Vocabulary.pas, "pas:"), (Vocabulary.epo, "epo:"), (Vocabulary.dct, "dct:"),
      (Vocabulary.schema, "schema:"),
      (Vocabulary.skos, "skos:"),
    ] where iri.hasPrefix(long) {
      return prefix + iri.dropFirst(long.count)
    }
    return iri
  }
}
