public import PasserelleCore

/// The state of a corpus: the last version written, and when.
public struct CorpusState: Sendable, Hashable {
  /// The number of the last version; 0 for an empty store.
  public let sequence: Int64
  /// When it was ingested; nil for an empty store.
  public let instant: Instant?

  /// Makes a state.
  public init(sequence: Int64, instant: Instant?) {
    self.sequence = sequence
    self.instant = instant
  }
}

/// A ranking model as a record keeps it: its name and its text.
public struct RecordedModel: Sendable, Hashable {
  /// The name that answers quote.
  public var name: String
  /// The whole text of the model, as it was read.
  public var text: [UInt8]

  /// Makes a model.
  public init(name: String, text: [UInt8]) {
    self.name = name
    self.text = text
  }
}

/// A match run as it is made: all that is needed to compute its answer again.
///
/// It holds what a buyer wants before anyone else may know: records are confidential, are kept for a time, and are
/// no part of dumps, exports and the store hash.
public struct MatchRun: Sendable, Hashable {
  /// The access class of every record.
  public static let accessClass = "confidential"

  /// What was asked, such as `match`.
  public var verb: String
  /// When it was asked.
  public var instant: Instant
  /// The text of the need, byte for byte as given.
  public var need: [UInt8]
  /// Everything else that was asked, as canonical JSON.
  public var parameters: String
  /// The state of the corpus that answered.
  public var corpus: CorpusState
  /// The model that ranked.
  public var model: RecordedModel
  /// The version of the program.
  public var program: String
  /// From when on the record may be kept no longer.
  public var expires: Instant
  /// The answer, as JSON.
  public var answer: [UInt8]
  /// What the text index answered meanwhile.
  public var tape: [UInt8]

  /// Makes a run.
  public init(
    verb: String, instant: Instant, need: [UInt8], parameters: String, corpus: CorpusState,
    model: RecordedModel, program: String, expires: Instant, answer: [UInt8], tape: [UInt8]
  ) {
    self.verb = verb
    self.instant = instant
    self.need = need
    self.parameters = parameters
    self.corpus = corpus
    self.model = model
    self.program = program
    self.expires = expires
    self.answer = answer
    self.tape = tape
  }
}

/// A match run that is stored, with its number and its hashes.
public struct RecordedMatchRun: Sendable, Hashable {
  /// The number.
  public let id: MatchRunID
  /// The run.
  public let run: MatchRun
  /// The SHA-256 of the answer when it was recorded.
  public let answerHash: ContentHash
  /// The SHA-256 of the model's text.
  public let modelHash: ContentHash
}

/// A line of the list of match runs.
public struct MatchRunEntry: Sendable, Hashable {
  /// The number.
  public let id: MatchRunID
  /// What was asked.
  public let verb: String
  /// When it was asked.
  public let instant: Instant
  /// The beginning of the need's text, one line.
  public let beginning: String
  /// What was asked beside it, as JSON.
  public let parameters: String
  /// The last version of the corpus that answered.
  public let sequence: Int64
  /// The model's name.
  public let model: String
  /// The version of the program.
  public let program: String
  /// From when on the record may be kept no longer.
  public let expires: Instant
  /// The SHA-256 of the answer.
  public let answerHash: ContentHash
  /// How much the record takes in the store, in bytes, its model left out.
  public let size: Int
}
