import PasserelleCore
import PasserellePipeline

extension [SearchAnswer.Result] {
  /// The results in which what is one thing takes one place: that of the best one, with the others named.
  func gathered(by view: CanonicalView, limit: Int) -> Self {
    guard !view.isEmpty else { return self }
    var kept: Self = []
    var places: [String: Int] = [:]
    for result in self {
      let canonical = view.canonical(of: result.summary.subject)
      // Several documents of one thing, as awards with one subject, stay apart.
      if let place = places[canonical], kept[place].summary.subject != result.summary.subject {
        if !kept[place].merged.contains(result.summary.subject) {
          kept[place].merged.append(result.summary.subject)
        }
        continue
      }
      guard kept.count < limit else { continue }
      if places[canonical] == nil { places[canonical] = kept.count }
      kept.append(result)
    }
    return kept
  }
}
