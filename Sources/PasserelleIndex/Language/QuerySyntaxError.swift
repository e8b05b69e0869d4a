public import PasserelleCore

/// A query that cannot be understood: what is wrong, where, and the remedy.
public struct QuerySyntaxError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Fault: Error, Sendable, Hashable {
    /// Nothing is looked for.
    case nothingToLookFor
    /// More characters than ``QueryLanguage/maximumLength``.
    case tooLong
    /// More levels than ``QueryLanguage/maximumDepth``.
    case tooDeep
    /// A quote that nothing closes.
    case unclosedQuote
    /// A closing quote that nothing opens.
    case strayQuote
    /// Quotes without a letter or digit inside.
    case emptyQuotes
    /// A parenthesis that nothing closes.
    case unclosedParenthesis
    /// A closing parenthesis that nothing opens.
    case strayParenthesis
    /// Parentheses without a word inside.
    case emptyGroup
    /// An operator with nothing before or behind it.
    case operatorWithoutOperand(String)
    /// A word and a colon that are no field; the name nearest to the word.
    case unknownField(String, nearest: String)
    /// A field without a value.
    case missingValue(QueryField)
    /// A field inside the value of another one.
    case nestedField(String)
    /// A value that something else touches.
    case valueNotSeparated
    /// A star elsewhere than at the end of a word.
    case wildcardInside
    /// A star behind less than two letters.
    case prefixTooShort
    /// An approximate spelling of another distance than 1 or 2.
    case fuzzyDistance
    /// A slop that is no number from 0 to ``QueryLanguage/maximumSlop``.
    case phraseSlop
    /// A date that is none, as written.
    case badDate(String)
    /// An amount that is none, as written.
    case badAmount(String)
    /// An amount with plain spaces and no quotes.
    case spacedAmount
    /// A range whose end lies before its beginning.
    case reversedRange
    /// A CPV code that is none, as written.
    case badCPV(String)
    /// A kind of document that is none.
    case unknownKind(String)
    /// A language that is none.
    case unknownLanguage(String)
    /// Something else than yes or no.
    case unknownAnswer(String)
  }

  /// What is wrong.
  public let fault: Fault
  /// The whole query.
  public let query: String
  /// The part at fault; empty for something missing.
  public let range: QuerySourceRange

  /// Makes an error.
  public init(_ fault: Fault, in query: String, at range: QuerySourceRange) {
    self.fault = fault
    self.query = query
    self.range = range
  }

  /// The place in the query, in characters from 1.
  public var column: Int { range.characters.lowerBound + 1 }

  /// The error as it leaves the module, with code `.queryInvalid`.
  public var passerelleError: PasserelleError { PasserelleError(.queryInvalid, message, cause: nil) }
}
