/// What the elements of HTML mean for the text of a page.
enum HTMLElements {
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html",
    "legend", "main", "p", "section", "summary", "tbody", "tfoot", "thead",
  ]
  private static let voids: Set<String> = [
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link",
    "meta",
    "param", "source", "track", "wbr",
  ]
  private static let silent: Set<String> = [
    "script", "style", "noscript", "template", "head", "svg", "object",
  ]
  private static let told: Set<String> = [
    "nav", "select", "button", "iframe", "applet", "audio", "video", "del", "s", "strike",
  ]
  private static let leftOutRoles: Set<String> = ["navigation", "banner", "search", "menu", "menubar"]

  /// Whether an element begins and ends paragraphs.
  static func isBlock(_ name: String) -> Bool { blocks.contains(name) }

  /// Whether an element has no content.
  static func isVoid(_ name: String) -> Bool { voids.contains(name) }

  /// Whether the content of an element is no text of the page.
  static func isLeftOut(_ name: String, _ attributes: [String: String]) -> Bool {
    if silent.contains(name) { return name != "head" }
    if told.contains(name) || attributes["hidden"] != nil { return true }
    return attributes["role"].map { leftOutRoles.contains($0.lowercased()) } ?? false
  }

  /// Whether it is told that an element was left out: scripts and styles never hold text.
  static func isTold(_ name: String) -> Bool { told.contains(name) }
}
