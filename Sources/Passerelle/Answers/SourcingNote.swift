public import PasserelleCore
import PasserelleRendering

/// A recorded match run with what a sourcing note tells of it.
public struct NoteInput: Sendable {
  /// The run's identifier for people, such as `M12`.
  public var run: String
  /// When it ran; also the note's date, so that a note can be made again to the same bytes.
  public var instant: Instant
  /// The recorded answer, `passerelle-match/2`.
  public var answer: StructuredValue
  /// The last change of the store that it saw.
  public var sequence: Int?
  /// The ranking model's name.
  public var model: String?
  /// The SHA-256 of the model's text.
  public var modelHash: String?
  /// The SHA-256 of the need's bytes.
  public var needHash: String?
  /// The SHA-256 of the recorded answer.
  public var answerHash: String?
  /// The version of the program that ran.
  public var program: String?
  /// The last day for which the record is kept.
  public var retention: PartialDate?
  /// The run's parameters.
  public var parameters: StructuredValue?

  /// Makes the input of a note from a recorded answer; all else is known or not.
  public init(run: String, instant: Instant, answer: StructuredValue) {
    self.run = run
    self.instant = instant
    self.answer = answer
  }
}

/// Composes the sourcing note of a match run: what an officer files about a market study.
///
/// Vendors stand by band and then in alphabetical order, without rank or score. What the record does not hold is left
/// out. Labels that the record holds in one language only stay in that language.
struct SourcingNote {
  let input: NoteInput
  let answer: Value
  let language: MessageLanguage
  let format: ValueFormat
  /// The sources cited so far.
  var sources = Sources()
  /// The blocks written so far.
  var blocks: [Report.Block] = []
  private var sectionCount = 0

  /// The note of a run.
  static func report(_ input: NoteInput, language: MessageLanguage) -> Report {
    var note = SourcingNote(input: input, language: language)
    note.compose()
    let title = note.answer["need"]["title"].string
    return Report(
      title: language.say("Note de sourçage", "Sourcing note") + (title.map { note.colon + $0 } ?? ""),
      language: language,
      metadata: Report.Metadata(
        created: input.instant, subject: title,
        identifier: language.say("Recherche ", "Run ") + input.run,
        generator: ["Passerelle", input.program].compactMap { $0 }.joined(separator: " ")),
      blocks: note.blocks)
  }

  private init(input: NoteInput, language: MessageLanguage) {
    self.input = input
    answer = Value(input.answer)
    self.language = language
    format = ValueFormat(language)
  }

  private mutating func compose() {
    writeHead()
    writeNeed()
    writeWarnings()
    writeMethod()
    writeVendors()
    writeNewcomers()
    writeFilters()
    writeChecks()
    writeComparables()
    writePrices()
    writeSources()
    writeContacts()
    writeAnnex()
  }

  /// Whether the ranking was neutral; nil when the record does not say.
  var isNeutral: Bool? { answer["run"]["neutral"].bool ?? answer["neutral"].bool }

  // MARK: Words

  /// The text of the note's language.
  func say(_ french: String, _ english: String) -> String { language.say(french, english) }

  /// A colon with the space before it that French asks for.
  var colon: String { say("\(ValueFormat.fixedSpace): ", ": ") }

  /// Words as a quotation.
  func quoted(_ words: String) -> String {
    say("«\(ValueFormat.fixedSpace)\(words)\(ValueFormat.fixedSpace)»", "“\(words)”")
  }

  /// A count with its noun; French counts none as one.
  func count(_ number: Int, _ one: (fr: String, en: String), _ many: (fr: String, en: String)) -> String {
    let isOne = number == 1 || (number == 0 && language == .french)
    return format.number(number) + " " + (isOne ? say(one.fr, one.en) : say(many.fr, many.en))
  }

  // MARK: Blocks

  /// Starts a section; sections are numbered from 1.
  mutating func section(_ french: String, _ english: String) {
    sectionCount += 1
    blocks.append(.heading(level: 1, [.plain("\(sectionCount). " + say(french, english))]))
  }

  /// Adds a paragraph of plain words.
  mutating func paragraph(_ french: String, _ english: String) {
    blocks.append(.paragraph([.plain(say(french, english))]))
  }

  /// Adds a list of definitions, of which those without a value are left out.
  mutating func definitions(_ facts: [(String, String?)]) {
    let known = facts.compactMap { term, text in text.map { Report.Definition(term, $0) } }
    if !known.isEmpty { blocks.append(.definitions(known)) }
  }

  /// A row of plain texts, of which one that is not known leaves its cell empty.
  static func row(_ texts: [String?]) -> [Report.Text] {
    texts.map { text in text.map { [.plain($0)] } ?? [] }
  }

  /// The references to a source, with the space that goes before them; nothing where none is told.
  mutating func reference(_ source: Value) -> Report.Text {
    guard let name = sources.name(of: source) else { return [] }
    return [.plain(" ["), .reference(name, name: name), .plain("]")]
  }
}
