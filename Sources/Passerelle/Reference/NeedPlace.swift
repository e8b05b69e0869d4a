import PasserelleCore
import PasserelleMatching
import PasserelleOntology
import PasserelleText

/// Finds the commune that a need names in words, where no code tells it and a list of communes was imported.
///
/// Only a name that can mean one commune counts: in the department that is known, else in the whole list.
struct NeedPlace {
  private let ontology: Ontology

  init(_ ontology: Ontology) { self.ontology = ontology }

  /// Gives a need the commune that it names, and notes a place of which only the department can be told.
  func complete(_ stated: inout StatedNeed, _ request: MatchRequest) {
    if request.place == nil, stated.need.place?.fine == nil, let place = named(in: stated) {
      stated.need.place = place
    }
    let commune = request.place.map { PlaceCode.isCommune($0) ? $0 : nil } ?? stated.need.place?.fine
    if let commune, ontology.point(ofCode: commune, in: Ontology.ListName.communes) == nil {
      ontology.note(.points)
    }
  }

  private func named(in stated: StatedNeed) -> MatchPlace? {
    guard let communes = ontology.references?.list(Ontology.ListName.communes) else { return nil }
    let department = stated.need.place?.coarse
    if let buyer = stated.outline.buyerName,
      let place = Self.place(after: Self.bodies, buyer, communes, department)
    {
      return place
    }
    for line in (stated.title + "\n" + stated.need.text).split(whereSeparator: \.isNewline) {
      if let place = Self.place(after: Self.cues, String(line), communes, department) { return place }
    }
    return nil
  }

  /// What a commune's body is called.
  private static let bodies = ["commune", "ville", "mairie"]
  /// What a commune's name stands after in a text.
  private static let cues = [
    "lieu principal d execution", "lieu d execution", "lieu de livraison", "commune de", "commune d",
    "ville de",
    "ville d", "mairie de", "mairie d",
  ]
  private static let articles: Set<String> = ["de", "d", "du", "des", "la", "le", "les", "l"]
  /// The most words of a commune's name.
  private static let longest = 8

  /// The one commune whose name follows one of some cues.
  private static func place(
    after cues: [String], _ text: String, _ communes: CodeList, _ department: String?
  ) -> MatchPlace? {
    let words = TextFolding.fold(text).split(separator: " ").map(String.init)
    for cue in cues {
      let wanted = cue.split(separator: " ").map(String.init)
      guard let start = words.indices.first(where: { words[$0...].starts(with: wanted) }) else { continue }
      var first = start + wanted.count
      // "Ville du Havre", "Ville des Sables-d’Olonne": the list has the name with its article and without.
      while first < words.count, articles.contains(words[first]) || words[first] == "france" {
        if let place = longest(words[first...], communes, department) { return place }
        first += 1
      }
      if let place = longest(words[first...], communes, department) { return place }
    }
    return nil
  }

  /// The commune of the longest beginning that names one.
  private static func longest(
    _ words: ArraySlice<String>, _ communes: CodeList, _ department: String?
  ) -> MatchPlace? {
    for count in stride(from: min(words.count, longest), to: 0, by: -1) {
      let found = communes.entries(writtenAs: words.prefix(count).joined(separator: " "))
        .compactMap { one in
          PlaceCode.department(ofCommune: one.code).map { MatchPlace(coarse: $0, fine: one.code) }
        }.filter { department == nil || $0.coarse == department }
      if found.count == 1 { return found.first }
      // A name that several bear says nothing, and its beginning still less.
      if !found.isEmpty { return nil }
    }
    return nil
  }
}
