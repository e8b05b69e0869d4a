import Foundation
import PasserelleCore
import Testing

@testable import Passerelle

@Suite struct SourcingNoteTests {
  @Test func vendorsStandByBandThenByName() {
    let headings = Self.note().headings
    let from = headings.firstIndex { $0.hasSuffix("Fournisseurs par niveau d’adéquation") } ?? 0
    let vendors = headings[from...].prefix { !$0.contains("Nouveaux entrants") }.filter {
      !Self.isSubheading($0)
    }
    #expect(
      Array(vendors.dropFirst()) == [
        "Indices forts (3)", "Aéromesure SAS", "Écocapteur SARL", "zéphyr Data", "Quelques indices (1)",
        "Brise & Fils",
      ])
  }

  @Test func neitherRankNorScoreIsTold() {
    let text = Self.note().text
    #expect(!text.contains("82,7"))
    #expect(!text.contains("82.7"))
    #expect(text.contains("jamais une chance de l’emporter"))
  }

  /// In a neutral note the number of past awards weighs nothing and is left out; in another one it is told.
  @Test func experienceIsToldOnlyWhereItCounts() {
    #expect(!Self.note().text.contains("7 marchés connus"))
    #expect(Self.note().text.contains("Le classement est neutre"))
    let other = Self.note(Self.answer(neutral: false))
    #expect(other.text.contains("7 marchés connus"))
    #expect(other.text.contains("Classement non neutre"))
    let unknown = Self.note(.object(["vendors": .array([])]))
    #expect(!unknown.text.contains("neutre"))
  }

  @Test func evidenceNamesItsSource() {
    let note = Self.note()
    let text = note.text
    #expect(
      text.contains("«\u{A0}Capteurs d’air\u{A0}»\u{A0}: Ville de Toulon, 05/2023, 45\u{202F}392,81\u{A0}€"))
    #expect(text.contains("Mots communs\u{A0}: air, capteurs [S1]"))
    // One record, cited twice, is one source.
    let rows = note.table("Enregistrements cités")
    #expect(
      rows.map { $0[1] } == ["https://passerelle.example/record/a", "https://passerelle.example/record/b"])
    #expect(rows[0].suffix(2) == ["2", "21/11/2026 10:40"])
    let targets = note.runs.compactMap { if case .target(_, let name) = $0 { name } else { nil } }
    let references = note.runs.compactMap { if case .reference(_, let name) = $0 { name } else { nil } }
    #expect(targets == ["S1", "S2"])
    #expect(Set(references) == Set(targets))
  }

  @Test func coverageTellsWhatIsThereAndWhatToAsk() {
    let note = Self.note()
    let rows = note.table("Exigences pour lesquelles il y a un indice")
    #expect(
      rows == [
        ["F1", "oui", "Capteurs d’air\u{A0}: «\u{A0}mesure des particules\u{A0}» [S1]"],
        ["F2", "en partie", "Labels"],
      ])
    #expect(note.text.contains("les données ne montrent rien pour T1, F3, ce qui ne veut pas dire"))
  }

  @Test func criteriaStandBesideTheRequirements() {
    let note = Self.note()
    #expect(
      note.table("Exigences et critères lus dans le texte") == [
        ["F1", "Mesurer", "fonctionnelle", ""], ["C9", "Prix", "critère d’attribution, 40\u{A0}%", ""],
      ])
    #expect(note.text.contains("3 exigences de plus"))
    #expect(note.text.contains("Ville de Toulon") && !note.text.contains("passerelle.example/buyer"))
    #expect(!note.text.contains("presque rien"))
  }

  @Test func evaluationsComeWithTheReply() {
    let quotes = Self.note().blocks.compactMap { block -> String? in
      guard case .quote(let text, let source) = block else { return nil }
      return (text + [.plain(" | ")] + (source ?? [])).map(\.words).joined()
    }
    #expect(
      quotes == [
        "maîtrise 4/5, interopérabilité 5/5. Livré. | Métropole de Bruyéline, 03/2024 [S2]",
        "Merci. | Réponse de l’entreprise, 12/04/2024",
      ])
  }

  @Test func filtersChecksAndPricesAreTold() {
    let note = Self.note()
    #expect(note.table("Fournisseurs écartés par filtre") == [["taille", "PME", "1\u{202F}204", "3"]])
    #expect(
      note.table("Points à vérifier") == [
        ["T1", "marque ou type nommé", "Une marque. («\u{A0}Dupont X\u{A0}»)", "Ajoutez « ou équivalent »."]
      ])
    #expect(
      note.table("Montants hors taxes, en EUR") == [
        ["services, 25 à 48 mois, 2023", "5", "21\u{202F}800,00", "–", "62\u{202F}000,50", "–", "–"]
      ])
    #expect(note.table("Marchés comparables").map { $0[2] } == ["Cataloguia SAS"])
    #expect(Self.note(.object(["filters": .array([])])).text.contains("Aucun filtre n’a été demandé."))
  }

  @Test func theContactLogIsEmptyAndRemindsOfEqualTreatment() throws {
    let note = Self.note()
    let forms = note.blocks.compactMap { if case .form(let form) = $0 { form } else { nil } }
    let form = try #require(forms.first)
    #expect(form.columns.map(\.heading) == ["Date", "Entreprise", "Fonction", "Canal", "Objet", "Réponse"])
    #expect(form.rowCount > 9)
    #expect(note.text.contains("Égalité de traitement"))
  }

  @Test func theAnnexHoldsWhatAReplayNeeds() {
    var input = Self.input(Self.answer())
    input.answerHash = "abc"
    input.parameters = .object(["filters": .object(["size": .string("sme")]), "limit": .int(10)])
    let rows = SourcingNote.report(input, language: .english).table("State, hashes and parameters")
    #expect(rows.contains(["Run", "M12"]))
    #expect(rows.contains(["SHA-256 of the answer", "abc"]))
    #expect(rows.contains(["Command", "passerelle audit replay M12"]))
    #expect(rows.suffix(2) == [["filters.size", "sme"], ["limit", "10"]])
  }

  @Test(arguments: VendorFlag.allCases) func flagsAreToldInWords(flag: VendorFlag) {
    let words = SourcingNote.Words.flag(flag.rawValue)
    #expect(words != LocalizedText(verbatim: flag.rawValue))
  }

  @Test func sectionsAreNumberedWithoutGaps() {
    for answer in [Self.answer(), .null, .object(["need": .object(["title": .string("Air")])])] {
      let numbers = Self.note(answer).headings.compactMap { heading in
        heading.contains(". ") ? Int(heading.prefix { $0 != "." }) : nil
      }
      #expect(numbers == Array(1...max(1, numbers.count)))
    }
  }

  @Test func theEnglishNoteHasTheSameBlocks() {
    let french = Self.note()
    let english = SourcingNote.report(Self.input(Self.answer()), language: .english)
    #expect(french.blocks.count == english.blocks.count)
    #expect(english.title == "Sourcing note: Microcapteurs")
    let own = ["fournisseur", "Le classement", "Raisons", "inconnu"]
    for word in own { #expect(!english.text.contains(word), "\(word)") }
  }

  /// What a record should not hold makes a shorter note, never a failure.
  @Test func anyRecordGivesANote() {
    let answers = Self.spoiled(Self.answer())
    #expect(answers.count > 300)
    for answer in answers { #expect(Self.note(answer).blocks.count > 5) }
  }

  @Test func aNoteIsTheSameToTheByteAndNamesItsForm() throws {
    let note = Self.note()
    for format in SourcingNoteFormat.allCases { #expect(try format.data(note) == format.data(Self.note())) }
    #expect(
      try String(decoding: SourcingNoteFormat.odt.data(note)[30..<77], as: UTF8.self).hasSuffix(
        "document.text"))
    #expect(try SourcingNoteFormat.html.data(note).starts(with: Array("<!DOCTYPE html>".utf8)))
    #expect(note.metadata.created == Instant(milliseconds: 1_795_255_200_000))
  }
}

extension SourcingNoteTests {
  private static func isSubheading(_ heading: String) -> Bool {
    ["Raisons", "Indices", "Évaluations"].contains {
      heading == $0 || heading.hasPrefix($0 + ",") || heading.hasPrefix($0 + " par")
    }
  }

  private static func input(_ answer: StructuredValue) -> NoteInput {
    NoteInput(run: "M12", instant: Instant(milliseconds: 1_795_255_200_000), answer: answer)
  }

  private static func note(_ answer: StructuredValue = answer()) -> Report {
    SourcingNote.report(input(answer), language: .french)
  }

  private static func both(_ french: String, _ english: String) -> StructuredValue {
    .object(["fr": .string(french), "en": .string(english)])
  }

  private static func source(_ name: String, version: Int = 2) -> StructuredValue {
    .object([
      "record": .string("https://passerelle.example/record/" + name), "dataset": .string("decp"),
      "version": .int(version), "ingested": .string("2026-11-21T10:40:02.909Z"),
    ])
  }

  private static func vendor(_ name: String, _ band: String, _ more: [StructuredValue.Member] = [])
    -> StructuredValue
  {
    .object(
      [
        .init("rank", .int(1)), .init("vendor", .string("https://passerelle.example/id/" + name)),
        .init("name", .string(name)), .init("band", .string(band)),
        .init("adequacy", .number(82.7, digits: 1)),
        .init("pastAwards", .int(7)), .init("flags", .array([.string("sme")])),
      ] + more)
  }

  private static let explained: [StructuredValue.Member] = [
    .init(
      "contributions",
      .array([
        .object([
          "share": .number(0.49, digits: 2), "contribution": .number(1, digits: 2),
          "explanation": both("marchés proches", "near awards"),
        ]),
        .object([
          "share": .number(0.001, digits: 3), "contribution": .number(0, digits: 2),
          "explanation": both("presque rien", "next to nothing"),
        ]),
      ])),
    .init(
      "evidence",
      .array([
        .object([
          "title": .string("Capteurs d’air"), "buyer": .string("Ville de Toulon"), "date": .string("2023-05"),
          "amount": .decimal(DecimalNumber(digits: 4_539_281, scale: 2)), "currency": .string("EUR"),
          "sharedWords": .array([.string("air"), .string("capteurs")]), "source": source("a"),
        ])
      ])),
    .init(
      "coverage",
      .array([
        .object([
          "requirement": .string("F1"), "level": .string("covered"),
          "evidence": .object([
            "title": .string("Capteurs d’air"), "quote": .string("mesure des particules"),
            "source": source("a"),
          ]),
        ]),
        .object([
          "requirement": .string("F2"), "level": .string("partial"),
          "evidence": .object(["title": .string("Labels")]),
        ]), .object(["requirement": .string("F3"), "level": .string("none")]),
      ])), .init("gaps", .array([.string("T1")])),
    .init(
      "evaluations",
      .array([
        .object([
          "criteria": .object(["mastery": .int(4), "interoperability": .object(["score": .int(5)])]),
          "author": .string("Métropole de Bruyéline"), "date": .string("2024-03"), "text": .string("Livré."),
          "reply": .object(["text": .string("Merci."), "date": .string("2024-04-12")]), "source": source("b"),
        ])
      ])),
  ]

  private static func answer(neutral: Bool = true) -> StructuredValue {
    .object([
      "run": .object(["neutral": .bool(neutral), "class": .string("confidential")]),
      "need": .object([
        "title": .string("Microcapteurs"), "language": .string("fr"), "cpv": .array([.string("90731400")]),
        "requirements": .array([
          .object(["id": .string("F1"), "kind": .string("functional"), "text": .string("Mesurer")])
        ]), "requirementsLeftOut": .int(3), "buyer": .string("https://passerelle.example/buyer"),
        "buyerName": .string("Ville de Toulon"),
        "criteria": .array([
          .object([
            "id": .string("C9"), "kind": .string("award_criterion"), "obligation": .string("informative"),
            "text": .string("Prix"), "weight": .number(40, digits: 0),
          ])
        ]),
      ]),
      "vendors": .array([
        vendor("zéphyr Data", "strong"), vendor("Brise & Fils", "some"), vendor("Écocapteur SARL", "strong"),
        vendor("Aéromesure SAS", "strong", explained),
      ]), "newcomers": .array([vendor("Neuve", "some")]),
      "filters": .array([
        .object([
          "filter": .string("size"), "value": .string("sme"), "removed": .int(1204), "unknown": .int(3),
        ])
      ]),
      "checks": .array([
        .object([
          "kind": .string("brand"), "clause": .string("T1"), "words": .array([.string("Dupont X")]),
          "message": both("Une marque.", "A brand."),
          "remedy": both("Ajoutez « ou équivalent ».", "Add “or equivalent”."),
        ])
      ]),
      "comparables": .array([
        .object([
          "title": .string("Air"), "buyer": .string("Ville"), "vendor": .string("Cataloguia SAS"),
          "source": source("a"),
        ])
      ]),
      "prices": .array([
        .object([
          "nature": .string("services"), "duration": both("25 à 48 mois", "25 to 48 months"),
          "year": .int(2023),
          "count": .int(5), "minimum": .int(21800),
          "median": .decimal(DecimalNumber(digits: 620_005, scale: 1)),
        ])
      ]),
    ])
  }

  /// The answer with each of its values in turn replaced by values of other kinds.
  private static func spoiled(_ value: StructuredValue) -> [StructuredValue] {
    let others: [StructuredValue] = [.null, .string(""), .array([.null]), .object(["record": .int(-1)])]
    switch value {
    case .array(let elements):
      return others
        + elements.indices.flatMap { index in
          spoiled(elements[index]).map { other in
            var changed = elements
            changed[index] = other
            return .array(changed)
          }
        }
    case .object(let members):
      return others
        + members.indices.flatMap { index in
          spoiled(members[index].value).map { other in
            var changed = members
            changed[index] = .init(members[index].key, other)
            return .object(changed)
          }
        }
    default: return [.object(["x": .string("y")])]
    }
  }
}

extension Report {
  fileprivate var headings: [String] {
    blocks.compactMap { if case .heading(_, let text) = $0 { text.map(\.words).joined() } else { nil } }
  }

  /// All texts in the order of reading.
  fileprivate var runs: [Run] {
    blocks.flatMap { block -> Text in
      switch block {
      case .heading(_, let text), .paragraph(let text): text
      case .list(let items, _): items.flatMap { $0 }
      case .definitions(let all): all.flatMap { [.plain($0.term)] + $0.text }
      case .table(let table):
        table.columns.map { .plain($0.heading) } + table.rows.flatMap { $0.flatMap { $0 } }
      case .form(let form): form.columns.map { .plain($0.heading) }
      case .quote(let text, let source): text + (source ?? [])
      case .box(let box): [.plain(box.title)] + box.paragraphs.flatMap { $0 }
      case .pageBreak, .figure: []
      }
    }
  }

  fileprivate var text: String { runs.map(\.words).joined() }

  /// The cells of the first table of a caption.
  fileprivate func table(_ caption: String) -> [[String]] {
    for case .table(let table) in blocks where table.caption == caption {
      return table.rows.map { $0.map { $0.map(\.words).joined() } }
    }
    return []
  }
}
