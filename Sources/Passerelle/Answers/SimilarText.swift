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

  /// Puts the text of a record together.
  init(_ view: RecordView) {
    add("# " + (view.texts(Vocabulary.title).first ?? ""))
    var heading = ""
    for description in view.texts(Vocabulary.description) { add(description) }
    for part in Self.ordered(view.iris(Vocabulary.hasParagraph), view) {
      let own = view.texts(of: part.iri, Vocabulary.heading).first ?? ""
      if own != heading, !own.isEmpty { add("## " + own) }
      heading = own
      for paragraph in view.texts(of: part.iri, Vocabulary.text) { add(paragraph, paragraph: part.order) }
    }
    for part in Self.ordered(view.iris(Vocabulary.hasLot), view) {
      if let title = view.texts(of: part.iri, Vocabulary.title).first { add("## " + title) }
      for description in view.texts(of: part.iri, Vocabulary.description) { add(description) }
    }
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

  /// The outline of the text.
  func outline(language: TextLanguage?) -> SpecificationOutline {
    SpecificationAnalyzer().outline(of: text, language: language)
  }

  /// The number of the paragraph on a line of the text, from 1; nil where there is none.
  func paragraph(onLine line: Int) -> Int? {
    guard paragraphs.indices.contains(line - 1), paragraphs[line - 1] > 0 else { return nil }
    return paragraphs[line - 1]
  }
}
