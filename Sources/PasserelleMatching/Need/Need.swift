public import PasserelleCore
public import PasserelleText

/// What a buyer looks for: the query of matching.
public struct Need: Sendable, Hashable {
  /// The title or subject in one line.
  public var title: String
  /// The specification, or the part of it that says what is wanted; may be empty.
  public var text: String
  /// The CPV codes, main code first.
  public var codes: [CPVCode]
  /// Where it is to be performed.
  public var place: MatchPlace?
  /// The buyer's identifier, as the catalogue has it.
  public var buyer: String?
  /// The buyer's name, which tells what kind of buyer it is; may be empty.
  public var buyerName = ""
  /// The language of title and text.
  public var language: TextLanguage

  /// Makes a need.
  public init(
    title: String, text: String = "", codes: [CPVCode] = [], place: MatchPlace? = nil, buyer: String? = nil,
    language: TextLanguage
  ) {
    self.title = title
    self.text = text
    self.codes = codes
    self.place = place
    self.buyer = buyer
    self.language = language
  }

  /// Reads a need from a whole document: its title, and of the rest the paragraphs that state requirements;
  /// all of them where none does.
  ///
  /// The title is what follows `Objet :` (or `Subject:`, `Objeto:`…) in the first 60 lines, else the first
  /// line that says more than what kind of document it is.
  ///
  /// A specification is mostly procedure (deadlines, addresses, signatures), which would find documents about
  /// procedure. A paragraph states requirements when it holds a marker such as `doit`, `fourniture`, `shall`
  /// or `deve`.
  ///
  /// - Parameters:
  ///   - document: The text, paragraphs divided by empty lines or line ends.
  ///   - codes: The CPV codes, main code first.
  ///   - place: Where it is to be performed.
  ///   - buyer: The buyer's identifier, as the catalogue has it.
  ///   - language: The language; nil to detect it.
  public init(
    document: String, codes: [CPVCode] = [], place: MatchPlace? = nil, buyer: String? = nil,
    language: TextLanguage? = nil
  ) {
    let lines = document.split(whereSeparator: \.isNewline).map { Self.withoutMarkup(String($0)) }
    let (title, titleLine) = Self.title(of: lines)
    let paragraphs = lines.indices.filter { $0 != titleLine }.map { lines[$0] }
    let stating = paragraphs.filter(Self.statesRequirement)
    self.init(
      title: String(title.prefix(400)),
      text: (stating.isEmpty ? paragraphs : stating).joined(separator: "\n"),
      codes: codes, place: place, buyer: buyer,
      language: language ?? LanguageDetector.detect(document))
  }

  /// The title of a document, and the line it stands on.
  private static func title(of lines: [String]) -> (title: String, line: Int?) {
    for (place, line) in lines.prefix(60).enumerated() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let label = TextFolding.fold(String(line[..<colon]))
      let rest = String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "*" || $0 == "\u{A0}" })
      let isLabel = titleLabels.contains { label == $0 || label.hasSuffix(" " + $0) }
      if isLabel, label.utf8.count <= 40, TextFolding.foldedBytes(rest).count >= 3 { return (rest, place) }
    }
    var first: Int?
    for (place, line) in lines.enumerated() {
      let folded = TextFolding.fold(line)
      guard folded.utf8.count >= 3 else { continue }
      first = first ?? place
      if !documentKinds.contains(where: { folded.hasPrefix($0) }) { return (line, place) }
    }
    return (first.map { lines[$0] } ?? "", first)
  }

  /// Folded labels before a title.
  private static let titleLabels = [
    "objet", "objet du marche", "objet de la consultation", "intitule", "titre", "subject", "title", "object",
    "objeto", "titulo",
  ]

  /// Folded beginnings of lines that only say what kind of document follows.
  private static let documentKinds = [
    "cahier des c", "cctp", "ccap", "reglement de", "specification", "dossier de consultation",
    "marche public", "appel d offres", "avis de", "annexe", "request for", "call for", "invitation to",
    "terms of reference", "caderno de encargos", "programa do", "anexo",
  ]

  /// Whether a paragraph says what is wanted.
  private static func statesRequirement(_ paragraph: String) -> Bool {
    let words = TextFolding.fold(paragraph).split(separator: " ")
    guard words.count >= 3 else { return false }
    return words.contains { word in requirementStems.contains { word.hasPrefix($0) } }
  }

  /// Folded beginnings of the words that mark a requirement, in French, English and Portuguese.
  private static let requirementStems = [
    "doit", "doiv", "devra", "devront", "exig", "prestation", "fournitur", "livraison", "travaux",
    "objet", "besoin", "must", "shall", "require", "provide", "supply", "scope", "deve", "devem", "devera",
    "fornec", "prestac", "servico", "aquisic", "empreitad", "objeto",
  ]

  /// A heading line without its Markdown marks.
  private static func withoutMarkup(_ line: String) -> String {
    String(line.drop { $0 == "#" || $0 == " " || $0 == "*" || $0 == "\u{FEFF}" })
  }
}
