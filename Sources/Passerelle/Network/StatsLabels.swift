import PasserelleCore
import PasserelleNetwork
import PasserelleOntology
import PasserelleText

/// What the codes of statistics are called, and which codes people mean.
struct StatsLabels {
  let ontology: Ontology
  let network: CooperationNetwork
  let language: MessageLanguage

  private var taxonomy: Taxonomy? { ontology.taxonomy(StatsThemes.scheme) }

  /// The themes that have sub-themes.
  var topThemes: Set<String> {
    Set(taxonomy?.concepts.flatMap(\.broader) ?? []).union(StatsThemes.sustainableDevelopment)
  }

  func isContinent(_ code: String) -> Bool {
    ontology.ownCodeList("world-regions")?.entry(code: code).map { $0.parent == nil } ?? false
  }

  /// What a code of a dimension is called.
  func label(_ code: String, _ dimension: CooperationDimension) -> String {
    if code == CooperationCodes.unknown { return language.say("non renseigné", "not stated") }
    if code == CooperationCodes.unfiled { return language.say("thème non rangé", "theme not filed") }
    let text: LocalizedText? =
      switch dimension {
      case .theme, .subTheme: taxonomy?.concept(code)?.label
      case .topic: network.node(code).map { network.nodes[Int($0)].label }
      case .continent, .area: ontology.ownCodeList("world-regions")?.label(ofCode: code)
      case .country: ontology.codeList("countries")?.label(ofCode: code)
      case .authority: NodeKind(rawValue: code).flatMap { Self.authorities[$0] }
      case .department: ontology.department(code).map { LocalizedText(verbatim: "\($0.name) (\(code))") }
      case .year: nil
      case .kind: CooperationItem.Kind(rawValue: code).map(Self.label)
      case .mode: ontology.codeList("cooperation-modes")?.label(ofCode: code)
      }
    return text?[language] ?? code
  }

  func themeNames(_ codes: Set<String>) -> String {
    if codes == StatsThemes.sustainableDevelopment {
      return language.say("développement durable", "sustainable development")
    }
    return codes.sorted().map { label($0, .theme) }.joined(separator: ", ")
  }

  /// The codes that a dimension shows whether or not there is anything in them.
  func standing(_ dimension: CooperationDimension) -> [String] {
    switch dimension {
    case .subTheme: taxonomy?.concepts.map(\.id).filter { !topThemes.contains($0) } ?? []
    case .theme: topThemes.sorted()
    case .continent:
      ontology.ownCodeList("world-regions")?.entries.filter { $0.parent == nil }.map(\.code)
        .filter { $0 != "antarctica" && $0 != "oceania" } ?? []
    case .authority: Self.authorityKinds.map(\.rawValue)
    case .kind: CooperationItem.Kind.allCases.map(\.rawValue)
    default: []
    }
  }

  // MARK: What people write

  func themes(_ text: String) throws -> Set<String> {
    guard let taxonomy else { return [text] }
    if let codes = StatsThemes.codes(writtenAs: text, in: taxonomy) { return codes }
    throw Self.unknown(text, taxonomy.concepts.map { ($0.id, $0.label[language]) }, language)
  }

  func code(_ text: String, list: String) throws -> String {
    guard let entries = ontology.codeList(list) else { return text }
    if let entry = entries.entry(code: text) ?? entries.entry(code: text.uppercased()) { return entry.code }
    if let entry = entries.entry(writtenAs: text) { return entry.code }
    throw Self.unknown(text, entries.entries.map { ($0.code, $0.label[language]) }, language)
  }

  func code(_ text: String, _ dimension: CooperationDimension) throws -> String {
    if dimension == .mode { return try code(text, list: "cooperation-modes") }
    let known = standing(dimension)
    let wanted = TextFolding.fold(text)
    if let found = known.first(where: { $0 == text || TextFolding.fold(label($0, dimension)) == wanted }) {
      return found
    }
    throw Self.unknown(text, known.map { ($0, label($0, dimension)) }, language)
  }

  private static func unknown(
    _ text: String, _ known: [(code: String, label: String)], _ language: MessageLanguage
  ) -> PasserelleError {
    let folded = TextFolding.fold(text)
    let holding = known.filter {
      folded.utf8.count > 2 && TextFolding.fold($0.label).contains(folded)
    }
    let byName = NearestName.of(folded, in: known.map { TextFolding.fold($0.label) })
    let near = known.first { one in
      byName.map { TextFolding.fold(one.label) == $0 }
        ?? (one.code == NearestName.of(text, in: known.map(\.code)))
    }
    let named = holding.isEmpty ? [near].compactMap { $0 } : Array(holding.prefix(8))
    let codes = known.count <= 30 ? known.map(\.code) : []
    let list = (named.isEmpty ? codes : named.map { "\($0.code) (\($0.label))" }).joined(separator: ", ")
    return PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: "« \(text) » n’est pas connu." + (list.isEmpty ? "" : " Peut-être : \(list)."),
        en: "'\(text)' is not known." + (list.isEmpty ? "" : " Perhaps: \(list).")))
  }

  // MARK: Words

  static let authorityKinds: [NodeKind] = [.commune, .intercommunality, .departement, .region]

  private static let authorities: [NodeKind: LocalizedText] = [
    .commune: LocalizedText(fr: "communes", en: "communes"),
    .intercommunality: LocalizedText(fr: "intercommunalités", en: "intercommunal bodies"),
    .departement: LocalizedText(fr: "départements", en: "departments"),
    .region: LocalizedText(fr: "régions", en: "regions"),
  ]

  static func label(_ kind: CooperationItem.Kind) -> LocalizedText {
    switch kind {
    case .twinning: LocalizedText(fr: "jumelages", en: "twinnings")
    case .cooperation: LocalizedText(fr: "liens de coopération", en: "ties of cooperation")
    case .agreement: LocalizedText(fr: "accords", en: "agreements")
    case .project: LocalizedText(fr: "projets", en: "projects")
    }
  }

  static func label(_ dimension: CooperationDimension) -> LocalizedText {
    switch dimension {
    case .theme: LocalizedText(fr: "thème", en: "theme")
    case .subTheme: LocalizedText(fr: "sous-thème", en: "sub-theme")
    case .topic: LocalizedText(fr: "thème de la source", en: "theme as the source names it")
    case .continent: LocalizedText(fr: "continent", en: "continent")
    case .area: LocalizedText(fr: "partie de continent", en: "part of a continent")
    case .country: LocalizedText(fr: "pays", en: "country")
    case .authority: LocalizedText(fr: "sorte de collectivité", en: "kind of authority")
    case .department: LocalizedText(fr: "département", en: "department")
    case .year: LocalizedText(fr: "année de début", en: "year of beginning")
    case .kind: LocalizedText(fr: "forme", en: "form")
    case .mode: LocalizedText(fr: "mode", en: "mode")
    }
  }
}
