import Foundation

/// An index with the product's own ranking of titles and texts.
protocol RankingEngine {
  /// Indexes documents, numbered from 0.
  ///
  /// - Parameters:
  ///   - folder: An empty folder.
  ///   - language: An ISO 639-1 code.
  ///   - documents: Titles, which may be empty, and texts.
  /// - Throws: What hinders it.
  init(folder: String, language: String, documents: [(title: String, text: String)]) throws

  /// The numbers of the best documents, best first.
  func rank(_ text: String, limit: Int) throws -> [Int]
}

/// Ranks the documents of NAME.texts (title, tab, text) for each line of NAME.asked into NAME.rankings, 100 numbers
/// a line.
func writeRankings<Engine: RankingEngine>(
  _ type: Engine.Type, folder: String, name: String, language: String
) throws {
  func lines(_ kind: String) throws -> [String] {
    let text = try String(contentsOfFile: "\(folder)/\(name).\(kind)", encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
  let documents = try lines("texts").map { line in
    let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    return (title: String(parts[0]), text: parts.count > 1 ? String(parts[1]) : "")
  }
  let path = "\(folder)/\(name)-index"
  try? FileManager.default.removeItem(atPath: path)
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: path) }
  let engine = try Engine(folder: path, language: language, documents: documents)
  var rankings = ""
  for text in try lines("asked") {
    rankings += try engine.rank(text, limit: 100).map(String.init).joined(separator: " ") + "\n"
  }
  try rankings.write(toFile: "\(folder)/\(name).rankings", atomically: false, encoding: .utf8)
}
