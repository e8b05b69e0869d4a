/// A lexical unit of SPARQL, with its place in the text.
struct Token: Sendable {
  /// What the unit is.
  enum Kind: Sendable, Equatable {
    /// An IRI between `<` and `>`, escapes resolved.
    case iri(String)
    /// A prefixed name; its local part with escapes resolved.
    case prefixedName(prefix: String, local: String)
    /// A blank node label, without `_:`.
    case blank(String)
    /// A variable, without `?` or `$`.
    case variable(String)
    /// A language tag, without `@`.
    case language(String)
    /// An integer without sign.
    case integer(String)
    /// A decimal number without sign.
    case decimal(String)
    /// A number with an exponent, without sign.
    case double(String)
    /// A string, its escapes resolved.
    case string(String)
    /// A word; keywords are compared without case, but `a`.
    case word(String)
    /// A mark: one or two characters.
    case mark(Mark)
    /// The end of the text.
    case end
  }

  /// Punctuation and operators.
  enum Mark: String, Sendable, CaseIterable {
    case and = "&&", or = "||", datatype = "^^", notEqual = "!=", lessOrEqual = "<=", greaterOrEqual = ">="
    case openBrace = "{", closeBrace = "}", openParenthesis = "(", closeParenthesis = ")", openBracket = "["
    case closeBracket = "]", semicolon = ";", comma = ",", dot = ".", equal = "=", less = "<", greater = ">"
    case plus = "+", minus = "-", star = "*", slash = "/", bar = "|", caret = "^", question = "?", not = "!"
  }

  let kind: Kind
  /// Where the unit stands in the bytes of the text.
  let range: Range<Int>
  /// Whether white space or a comment stands before it.
  let isSpaced: Bool
}
