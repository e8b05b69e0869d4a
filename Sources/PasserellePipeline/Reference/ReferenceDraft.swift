import PasserelleCore
import PasserelleOntology
import PasserelleSources

/// A list that is being imported: gathers its codes, and joins what several rows or files say of one.
struct ReferenceDraft {
  var info: ReferenceListInfo
  /// The codes, in the order first met.
  private(set) var items: [ReferenceItem] = []
  private var rankByCode: [String: Int] = [:]
  /// The file that gave each code first.
  private var files: [String] = []
  /// The codes of which it was told that rows disagree.
  private var disputed: Set<String> = []

  init(_ info: ReferenceListInfo) { self.info = info }

  /// What became of an item.
  enum Outcome: Equatable {
    /// It is in the list; with what is to be told of, if anything.
    case kept(DiagnosticCode?)
    /// It says something else of a code that its file has given already.
    case refused
  }

  /// Takes an item.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - file: The file that it comes from: of two files both are right, of two rows of one file the first.
  ///   - joins: Whether rows of one file are expected to speak of the same code.
  /// - Returns: What became of it.
  mutating func add(_ item: ReferenceItem, file: String, joins: Bool) -> Outcome {
    guard let rank = rankByCode[item.entry.code] else {
      rankByCode[item.entry.code] = items.count
      items.append(item)
      files.append(file)
      return .kept(nil)
    }
    let held = items[rank]
    if held.isPart != item.isPart {
      items[rank] = item.isPart ? Self.whole(held, part: item) : Self.whole(item, part: held)
      return .kept(.referenceRepeated)
    }
    if !held.isPart, !joins, files[rank] == file, held.entry.label != item.entry.label { return .refused }
    let joined = Self.joined(held, item)
    items[rank] = joined.item
    if let one = held.entry.replacedBy, let two = item.entry.replacedBy, one != two, !held.isPart {
      return .kept(.referenceSplit)
    }
    guard joined.disagrees else { return .kept(joins && joined.item == held ? nil : .referenceRepeated) }
    return .kept(disputed.insert(item.entry.code).inserted ? .referenceConflict : nil)
  }

  /// A commune with the name of a former commune that is a part of it and has its code.
  private static func whole(_ whole: ReferenceItem, part: ReferenceItem) -> ReferenceItem {
    var result = whole
    result.entry = whole.entry.with(alternatives: alternatives(whole.entry, part.entry))
    return result
  }

  /// What two items say together: the first counts where they disagree.
  private static func joined(
    _ first: ReferenceItem, _ second: ReferenceItem
  ) -> (item: ReferenceItem, disagrees: Bool) {
    let (one, two) = (first.entry, second.entry)
    func differ<T: Equatable>(_ left: T?, _ right: T?) -> Bool {
      left != nil && right != nil && left != right
    }
    var result = first
    for name in second.names where !result.names.contains(where: { $0.language == name.language }) {
      result.names.append(name)
    }
    result.entry = CodeList.Entry(
      code: one.code, label: one.label, parent: one.parent ?? two.parent, point: one.point ?? two.point,
      alternatives: alternatives(one, two), definition: one.definition ?? two.definition,
      replacedBy: one.replacedBy ?? two.replacedBy, population: one.population ?? two.population,
      line: one.line)
    let disagrees =
      differ(one.parent, two.parent) || differ(one.point, two.point) || differ(one.population, two.population)
      || one.label != two.label
    return (result, disagrees)
  }

  /// The other writings of both, with the labels of the second where they differ.
  private static func alternatives(_ one: CodeList.Entry, _ two: CodeList.Entry) -> [String] {
    var seen: Set<String> = [one.label.french, one.label.english, one.replacedBy ?? ""]
    let replacement = one.replacedBy == nil ? nil : two.replacedBy
    let writings = [two.label.french, two.label.english, replacement].compactMap { $0 }
    return (one.alternatives + writings + two.alternatives).filter {
      seen.insert($0).inserted
    }
  }
}

extension CodeList.Entry {
  /// The same entry with other alternatives.
  fileprivate func with(alternatives: [String]) -> CodeList.Entry {
    CodeList.Entry(
      code: code, label: label, parent: parent, point: point, alternatives: alternatives,
      definition: definition, replacedBy: replacedBy, population: population, line: line)
  }
}
