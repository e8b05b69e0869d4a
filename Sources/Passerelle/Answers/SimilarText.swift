import Foundation
import PasserelleCore
import PasserelleMatching
import PasserellePipeline
import PasserelleSources
import PasserelleText

/// The text of a stored specification or call, put together again from its statements.
///
/// What its heading block said is left out: it stands in statements of its own.
struct SimilarText {
  /// The text: a title, headings, and a line for each paragraph.
  private(set) var text = ""
  /// The number of the paragraph on each line of the text; 0 for other lines.
  private(set) var paragraphs: [Int] = []
  /// Where the paragraphs stand in their documents, by their number.
  private var anchors: [Int: String] = [:]

  /// Puts the text of a record together.
  init(_ view: RecordView) {
    add("# " + (view.texts(Vocabulary.title).first ?? ""))
    var path: [String] = []
    for description in view.texts(Vocabulary.description) { add(description) }
    for part in Self.ordered(view.iris(Vocabulary.hasParagraph), view) {
      let own = Self.headings(of: part.iri, view)
      let shared = zip(own, path).prefix { $0 == $1 }.count
      for depth in shared..<max(shared, own.count) {
        add(String(repeating: "#", count: min(6, depth + 2)) + " " + own[depth])
      }
      path = own
      for paragraph in view.texts(of: part.iri, Vocabulary.text) { add(paragraph, paragraph: part.order) }
      anchors[part.order] = view.texts(of: part.iri, Vocabulary.anchor).first
    }
    for part in Self.ordered(view.iris(Vocabulary.hasLot), view) {
      if let title = view.texts(of: part.iri, Vocabulary.title).first { add("## " + title) }
      for description in view.texts(of: part.iri, Vocabulary.description) { add(description) }
    }
  }

  /// The headings above a paragraph, outermost first.
  private static func headings(of paragraph: String, _ view: RecordView) -> [String] {
    if let path = view.texts(of: paragraph, Vocabulary.headingPath).first {
      return path.components(separatedBy: Vocabulary.headingDivider)
    }
    return view.texts(of: paragraph, Vocabulary.heading).filter { !$0.isEmpty }.prefix(1).map { $0 }
  }

  /// The parts of a record by their order, ties by IRI.
  private static func ordered(_ parts: [String], _ view: RecordView) -> [(order: Int, iri: String)] {
    parts.map { part in
      (view.texts(of: part, Vocabulary.order).first.flatMap { Int($0) } ?? .max, part)
    }.sorted { $0 < $1 }
  }

  /// Adds a line, with an empty one after it.
  private mutating func add(_ line: String, paragraph: Int = 0) {
    for part in line.split(whereSeparator: \.isNewline) {
      text += part + "\n"
      paragraphs.append(paragraph)
    }
    text += "\n"
    paragraphs.append(0)
  }

  /// The outline of the text, its clauses with the places where their documents have them.
  func outline(language: TextLanguage?) -> SpecificationOutline {
    var outline = SpecificationAnalyzer().outline(of: text, language: language)
    for rank in outline.clauses.indices {
      outline.clauses[rank].anchor = paragraph(onLine: outline.clauses[rank].line).flatMap { anchors[$0] }
    }
    return outline
  }

  /// The number of the paragraph on a line of the text, from 1; nil where there is none.
  func paragraph(onLine line: Int) -> Int? {
    guard paragraphs.indices.contains(line - 1), paragraphs[line - 1] > 0 else { return nil }
    return paragraphs[line - 1]
  }
}
