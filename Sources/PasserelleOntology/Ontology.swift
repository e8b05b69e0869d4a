public import PasserelleCore

/// The classes, relations, code lists and themes that the product knows, read from the `Ontology/` folder.
///
/// Immutable: the official lists of a workspace are put before its own with ``consulting(_:gaps:)``, which gives
/// another ontology. Loading refuses what it cannot read; whether what was read makes sense is for
/// ``OntologyChecker`` to say.
public struct Ontology: Sendable {
  /// The short names of namespaces.
  public let prefixes: OntologyPrefixes
  /// The classes, by name.
  public let classes: [OntologyClass]
  /// The relations, by name.
  public let relations: [OntologyRelation]
  /// The product's own code lists, by name.
  public let codeLists: [CodeList]
  /// The themes, by name.
  public let themes: [Theme]
  /// The other schemes of concepts, by name.
  public let taxonomies: [Taxonomy]
  /// The words of the trade, with how else people write them.
  public let lexicon: Lexicon
  /// The thresholds of procurement law, by kind and first day in force.
  public let thresholds: [ProcurementThreshold]
  /// The texts of the model files, by name, such as `match-fr.ranker`; who uses a model reads it.
  public let models: [String: String]
  /// The departments and overseas collectivities, in the order of the product's own list.
  public let departments: [Department]
  /// The official lists that answer before the product's own; nil where none were imported.
  public private(set) var references: (any ReferenceLists)?
  /// Where it is noted what answers had to do without.
  public private(set) var gaps: ReferenceGaps?

  private let classByKey: [String: Int]
  private let relationByKey: [String: Int]
  private let departmentByCode: [String: Int]
  private let cpvRankByPrefix: [String: Int]
  let themeIndex: ThemeIndex

  init(
    prefixes: OntologyPrefixes, classes: [OntologyClass], relations: [OntologyRelation],
    codeLists: [CodeList], themes: [Theme], taxonomies: [Taxonomy] = [],
    thresholds: [ProcurementThreshold] = [], models: [String: String] = [:], lexicon: Lexicon = Lexicon([])
  ) {
    self.models = models
    self.lexicon = lexicon
    self.prefixes = prefixes
    self.classes = classes.sorted { ($0.id, $0.file) < ($1.id, $1.file) }
    self.relations = relations.sorted { ($0.id, $0.file) < ($1.id, $1.file) }
    self.codeLists = codeLists.sorted { ($0.id, $0.file) < ($1.id, $1.file) }
    self.themes = themes.sorted { ($0.id, $0.file) < ($1.id, $1.file) }
    self.taxonomies = taxonomies.sorted { ($0.id, $0.file) < ($1.id, $1.file) }
    self.thresholds = thresholds.sorted {
      ($0.kind.rawValue, $0.from, $0.id) < ($1.kind.rawValue, $1.from, $1.id)
    }
    classByKey = Self.index(self.classes) { [$0.id, $0.iri] }
    relationByKey = Self.index(self.relations) { [$0.id, $0.iri] }
    let regions = codeLists.first { $0.id == "regions" }
    departments =
      codeLists.first { $0.id == "departements" }?.entries.map { entry in
        Department(
          code: entry.code, name: entry.label.french, regionCode: entry.parent,
          regionName: entry.parent.flatMap { regions?.entry(code: $0)?.label.french }, centroid: entry.point)
      } ?? []
    departmentByCode = Self.index(departments) { [$0.code] }
    cpvRankByPrefix = Self.index(Array(codeLists.first { $0.id == "cpv" }?.entries ?? [])) {
      [CPVCode(digits: $0.code)?.significantPrefix ?? $0.code]
    }
    themeIndex = ThemeIndex(self.themes)
  }

  /// The rank of the first element that answers to each key.
  private static func index<Element>(_ elements: [Element], _ keys: (Element) -> [String]) -> [String: Int] {
    var ranks: [String: Int] = [:]
    ranks.reserveCapacity(elements.count * 2)
    for (rank, element) in elements.enumerated() {
      for key in keys(element) where ranks[key] == nil { ranks[key] = rank }
    }
    return ranks
  }

  /// The class of a name or absolute IRI.
  ///
  /// - Complexity: O(1).
  public func `class`(_ key: String) -> OntologyClass? { classByKey[key].map { classes[$0] } }

  /// The relation of a name or absolute IRI.
  ///
  /// - Complexity: O(1).
  public func relation(_ key: String) -> OntologyRelation? { relationByKey[key].map { relations[$0] } }

  /// The code list of a name, such as `natures`: the imported one, else the product's own.
  public func codeList(_ id: String) -> CodeList? { references?.list(id) ?? ownCodeList(id) }

  /// The product's own code list of a name: what concepts and learned models are made of, whatever was imported.
  public func ownCodeList(_ id: String) -> CodeList? { codeLists.first { $0.id == id } }

  /// The scheme of concepts of a name, such as `use-cases`.
  public func taxonomy(_ id: String) -> Taxonomy? { taxonomies.first { $0.id == id } }

  /// The department of a code: as an imported list has it, else as the product's own does.
  ///
  /// - Complexity: O(1); O(log *n*) in an imported list.
  public func department(_ code: String) -> Department? {
    guard let entry = references?.list(ListName.departements)?.entry(code: code) else {
      return departmentByCode[code].map { departments[$0] }
    }
    return Department(
      code: entry.code, name: entry.label.french, regionCode: entry.parent,
      regionName: entry.parent.flatMap { label(ofCode: $0, in: ListName.regions)?.french },
      centroid: entry.point)
  }

  /// The label of a CPV code, or of the nearest wider code that has one.
  ///
  /// - Returns: Nil when not even the division is known.
  /// - Complexity: O(1); O(log *n*) in an imported list.
  public func cpvLabel(_ code: CPVCode) -> CPVLabel? {
    let wanted = code.significantPrefix
    let imported = references?.list(ListName.cpv)
    let own = ownCodeList(ListName.cpv)
    var prefix = wanted[...]
    while prefix.count >= 2 {
      let digits = String(prefix) + String(repeating: "0", count: 8 - prefix.count)
      if let label = imported?.label(ofCode: digits)
        ?? cpvRankByPrefix[String(prefix)].flatMap({ own?.entries[$0].label })
      {
        if prefix != wanted { note(.codes) }
        return CPVLabel(label: label, prefix: String(prefix), isApproximate: prefix != wanted)
      }
      prefix = prefix.dropLast()
    }
    return nil
  }

  /// The same ontology, which answers from imported lists before its own.
  ///
  /// - Parameters:
  ///   - references: The lists; nil for the product's own alone.
  ///   - gaps: Where it is noted what is missing; nil to note nothing.
  /// - Returns: The ontology.
  /// - Complexity: O(1): nothing is read.
  public func consulting(_ references: (any ReferenceLists)?, gaps: ReferenceGaps? = nil) -> Ontology {
    var copy = self
    copy.references = references
    copy.gaps = gaps
    return copy
  }

  /// The same ontology with a code list put in place of its own one of that name, or added.
  public func replacing(_ list: CodeList) -> Ontology {
    Ontology(
      prefixes: prefixes, classes: classes, relations: relations,
      codeLists: codeLists.filter { $0.id != list.id } + [list], themes: themes, taxonomies: taxonomies,
      thresholds: thresholds, models: models, lexicon: lexicon
    ).consulting(references, gaps: gaps)
  }
}
