import PasserelleCore
import PasserelleMatching
import PasserelleOntology
import PasserelleRendering
import PasserelleText

/// Reads an officer's own text for what should be looked at before it is published.
struct MatchChecks {
  let ontology: Ontology
  let text: any TextSearching
  /// The vendors of a document of the text index, an award or a profile.
  let vendors: (_ document: Int64) -> [Int]

  /// With fewer vendors than this, a named demand is worth a second look.
  static let fewVendors = 3
  /// How many documents with a name are looked at: enough to find three vendors.
  private static let depth = 50

  /// All points, in the order: procedure, brands, narrow demands, each in the order of the text.
  func checks(_ outline: SpecificationOutline, code: CPVCode?, today: PartialDate) throws -> [MatchCheck] {
    procedure(outline, code: code, today: today) + brands(outline) + (try narrowDemands(outline))
  }

  private func brands(_ outline: SpecificationOutline) -> [MatchCheck] {
    SpecificationChecks.brands(in: outline).map {
      MatchCheck(
        kind: .brand, clause: $0.clauseID, words: [$0.words], message: $0.reason, remedy: $0.remedy)
    }
  }

  private func procedure(_ outline: SpecificationOutline, code: CPVCode?, today: PartialDate) -> [MatchCheck]
  {
    // Thresholds are in euros: an amount of which no rate is known is held against none.
    guard let stated = outline.amount, let amount = stated.inEuros.map({ Money($0) }), let code,
      isFrench(outline)
    else { return [] }
    func told(_ language: MessageLanguage) -> String {
      stated.euros == nil ? "" : ", " + ValueFormat(language).amount(stated) + ","
    }
    let nature = ProcedureAdvice.Nature(code: code)
    let advice = ProcedureAdvice(
      amount: amount, nature: nature, buyerKind: .other, date: outline.published ?? today,
      thresholds: ontology.thresholds)
    let (cautions, sources) = (advice.cautions, advice.thresholds.map(\.source))
    return [
      MatchCheck(
        kind: .procedure, clause: nil, words: [],
        message: LocalizedText(
          fr:
            "Procédure indicative pour ce montant\(told(.french)), par une collectivité : \(advice.procedure.label.french).",
          en:
            "Indicative procedure for this amount\(told(.english)), by a local authority: \(advice.procedure.label.english)."
        ),
        remedy: LocalizedText(
          fr: (cautions.map(\.french) + sources.map { "Seuil : " + $0.french + "." }).joined(separator: " "),
          en: (cautions.map(\.english) + sources.map { "Threshold: " + $0.english + "." }).joined(
            separator: " ")))
    ]
  }

  /// Whether French thresholds speak of a contract: a place outside France, or a foreign text without any place, is
  /// another country's business.
  private func isFrench(_ outline: SpecificationOutline) -> Bool {
    guard let place = outline.places.first else { return outline.language == .french }
    return ontology.department(place.coarse) != nil
  }

  /// Mandatory clauses that name a standard, label or certificate which fewer than three vendors show.
  private func narrowDemands(_ outline: SpecificationOutline) throws -> [MatchCheck] {
    var checks: [MatchCheck] = []
    var seen: Set<String> = []
    let terms = MatchTerms(language: outline.language)
    for clause in outline.clauses where clause.obligation == .mandatory && clause.isDemand {
      for name in NamedDemands.names(in: clause.text) where seen.insert(name.lowercased()).inserted {
        let words = terms.words(NamedDemands.core(of: name))
        guard !words.isEmpty else { continue }
        let count = try vendorCount(words)
        guard count < Self.fewVendors else { continue }
        checks.append(
          MatchCheck(
            kind: .narrow, clause: clause.id, words: [name],
            message: Self.message(name, count),
            remedy: LocalizedText(
              fr:
                "À vérifier : l’exigence est-elle liée à l’objet du marché et proportionnée ? Les données sont incomplètes : leur silence ne prouve rien.",
              en:
                "To check: is the demand linked to the subject of the contract, and proportionate? The data are incomplete: their silence proves nothing."
            )))
      }
    }
    return checks
  }

  private static func message(_ name: String, _ count: Int) -> LocalizedText {
    switch count {
    case 0:
      LocalizedText(
        fr: "« \(name) » est exigé ; aucun fournisseur des données n’en montre de trace.",
        en: "“\(name)” is demanded; no vendor of the data shows any trace of it.")
    case 1:
      LocalizedText(
        fr: "« \(name) » est exigé ; un seul fournisseur des données en montre une trace.",
        en: "“\(name)” is demanded; only one vendor of the data shows any trace of it.")
    default:
      LocalizedText(
        fr: "« \(name) » est exigé ; \(count) fournisseurs seulement en montrent une trace dans les données.",
        en: "“\(name)” is demanded; only \(count) vendors of the data show any trace of it.")
    }
  }

  private func vendorCount(_ words: [String]) throws -> Int {
    var filter = DocumentFilter()
    filter.kinds = [.award, .vendor]
    let hits = try text.top(
      TextQuery(fields: [.title, .body, .profile], terms: words, requiresAll: true, filter: filter),
      limit: Self.depth)
    return Set(hits.flatMap { vendors($0.document) }).count
  }
}

extension SpecificationClause {
  /// Whether a vendor can fail on it.
  fileprivate var isDemand: Bool { kind.isRequirement || kind == .selectionCriterion }
}

/// Finds the standards, labels and certificates that a clause names.
enum NamedDemands {
  /// Folded words that announce a name.
  private static let announcing: Set<String> = [
    "certifie", "certifiee", "certifies", "certifiees", "certification", "certificat", "label", "labellise",
    "labellisee", "labels", "norme", "normes", "qualification", "qualifie", "qualifiee", "qualifies",
    "agrement", "agree", "agreee", "referentiel", "certified", "certificate", "standard", "standards",
    "qualified", "accredited", "norma", "normas", "certificacao", "certificado",
  ]

  /// The names in a clause, in their order, each once.
  ///
  /// A name is a run of words with a capital letter or a digit that begins within three words after an announcing
  /// word: `certification ISO 27001`, `label Cit'ergie`, `qualification Qualibat 2111`.
  static func names(in text: String) -> [String] {
    let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\n" }.map(String.init)
    var found: [String] = []
    for place in words.indices where announcing.contains(TextFolding.fold(bare(words[place]))) {
      var start = place + 1
      while start < words.count, start <= place + 3, !isName(words[start]) { start += 1 }
      guard start < words.count, start <= place + 3 else { continue }
      var end = start
      while end < words.count, end < start + 4, isName(words[end]) {
        end += 1
        if words[end - 1].last.map({ ",;.:)".contains($0) }) ?? false { break }
      }
      // A capital letter may only begin a sentence: a name has a digit or two capitals, or stands right after.
      if start > place + 1, !words[start..<end].contains(where: isMarked) { continue }
      // A sentence that ends before it: the announcing word speaks of something else.
      if words[place..<start].contains(where: { ".;:".contains($0.last ?? " ") }) { continue }
      let name = words[start..<end].map(bare).joined(separator: " ")
      if name.contains(where: \.isLetter), !found.contains(name) { found.append(name) }
    }
    return found
  }

  /// The part of a name that tells a standard: `ISO 9001` of `BS EN ISO 9001:2015 Quality`; else the name.
  ///
  /// A vendor shows the standard without the prefix of a country, the year and what it is about.
  static func core(of name: String) -> String {
    let words = name.split(separator: " ")
    guard let number = words.firstIndex(where: { $0.first?.isNumber ?? false }), number > 0 else {
      return name
    }
    let digits = words[number].prefix { $0.isNumber }
    guard digits.count >= 3 else { return name }
    return words[number - 1] + " " + digits
  }

  /// Whether a word has a digit, or two capital letters.
  private static func isMarked(_ word: String) -> Bool {
    word.contains(where: \.isNumber) || word.count(where: \.isUppercase) >= 2
  }

  private static func isName(_ word: String) -> Bool {
    let bare = bare(word)
    guard let first = bare.first else { return false }
    return first.isUppercase || first.isNumber
  }

  /// A word without the punctuation around it and without an elided article.
  private static func bare(_ word: String) -> String {
    var bare = Substring(word)
    while let last = bare.last, !last.isLetter, !last.isNumber { bare = bare.dropLast() }
    while let first = bare.first, !first.isLetter, !first.isNumber { bare = bare.dropFirst() }
    if let mark = bare.firstIndex(where: { $0 == "'" || $0 == "’" }), bare[..<mark].count <= 2 {
      bare = bare[bare.index(after: mark)...]
    }
    return String(bare)
  }
}
