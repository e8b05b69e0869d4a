internal import PasserelleXML

/// The styles of a WordprocessingML document, as far as they tell headings and numbers.
///
/// Word writes the names of its own styles in English whatever its language (`heading 1` under the id `Titre1`), so the
/// name counts, then the outline level, each also through the style that a style is based on.
struct WordStyles {
  private struct Style {
    var name = ""
    var base: String?
    var outline: Int?
    var number: (id: String, level: Int)?
  }

  /// What a style says of its paragraphs.
  struct Meaning {
    /// The level of a heading from 1; 0 for the title of the document; nil for text.
    var heading: Int?
    /// The list that its paragraphs are numbered by.
    var number: (id: String, level: Int)?
    /// Whether they are lines of a table of contents.
    var isContents = false
  }

  private var styles: [String: Style] = [:]
  private var id = ""

  /// Takes one event of `word/styles.xml`.
  mutating func take(_ reader: XMLPullReader, _ event: XMLPullReader.Event) {
    guard event == .start else { return }
    switch reader.name {
    case "style":
      id = reader.attribute("type") == "paragraph" ? reader.attribute("styleId") ?? "" : ""
      if !id.isEmpty { styles[id] = Style() }
    case "name": styles[id]?.name = (reader.attribute("val") ?? "").lowercased()
    case "basedOn": styles[id]?.base = reader.attribute("val")
    case "outlineLvl": styles[id]?.outline = reader.attribute("val").flatMap { Int($0) }
    case "ilvl":
      let list = styles[id]?.number?.id ?? ""
      styles[id]?.number = (list, reader.attribute("val").flatMap { Int($0) } ?? 0)
    case "numId":
      let level = styles[id]?.number?.level ?? 0
      styles[id]?.number = (reader.attribute("val") ?? "", level)
    default: break
    }
  }

  /// What a style says, with what it takes from those that it is based on.
  func meaning(of id: String) -> Meaning {
    var meaning = Meaning()
    var next: String? = id
    // Styles based on one another in a circle are met in damaged files.
    for _ in 0..<20 {
      guard let own = next, let style = styles[own] else { break }
      if meaning.heading == nil { meaning.heading = Self.heading(style) }
      if meaning.number == nil { meaning.number = style.number }
      if style.name.hasPrefix("toc ") { meaning.isContents = true }
      next = style.base
    }
    if meaning.heading == nil, styles[id] == nil { meaning.heading = Self.heading(ofID: id) }
    return meaning
  }

  private static func heading(_ style: Style) -> Int? {
    if style.name == "title" { return 0 }
    if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)) { return level }
    return style.outline.flatMap { (0...8).contains($0) ? $0 + 1 : nil }
  }

  /// The level that an id names in a document without its styles: `Heading1`, `Titre2`, `Überschrift3`, `Título1`.
  private static func heading(ofID id: String) -> Int? {
    let name = id.lowercased()
    for word in ["heading", "titre", "título", "titulo", "überschrift", "titolo", "kop", "ttulo"]
    where name.hasPrefix(word) {
      return Int(name.dropFirst(word.count))
    }
    return nil
  }
}
