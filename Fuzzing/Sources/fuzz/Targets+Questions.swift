import PasserelleCore
import PasserelleIndex
import PasserelleMatching

extension FuzzTargets {
  /// What people type, and files of models.
  static let questions = [
    FuzzTarget("search-query") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(QuerySyntaxError) {
        let query = try QueryLanguage.parse(text)
        let canonical = "\(query)"
        do throws(QuerySyntaxError) {
          hold(
            try QueryLanguage.parse(canonical) == query, "the canonical text is the same query: \(canonical)")
        } catch {
          // What is written at length may pass the limit.
          hold(
            error.fault == .tooLong || error.fault == .tooDeep, "the canonical text is a query: \(canonical)")
        }
      } catch {
        hold(error.column >= 1 && error.column <= text.count + 2, "column \(error.column) of \(text.count)")
        _ = error.passerelleError
      }
    },
    FuzzTarget("ranking-model") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      _ = refusing(bytes) { try RankingModel(text: text, source: "t") }
    },
  ]
}
