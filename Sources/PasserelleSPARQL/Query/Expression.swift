public import PasserelleCore

/// An expression (SPARQL 1.1, section 17).
public indirect enum Expression: Sendable, Hashable {
  /// The value of a variable.
  case variable(String)
  /// A term.
  case term(Term)
  /// `a || b`.
  case or(Expression, Expression)
  /// `a && b`.
  case and(Expression, Expression)
  /// `!a`.
  case not(Expression)
  /// `a < b` and its like.
  case compare(Comparison, Expression, Expression)
  /// `a + b` and its like.
  case arithmetic(Arithmetic, Expression, Expression)
  /// `-a`.
  case negate(Expression)
  /// `+a`.
  case plus(Expression)
  /// `a IN (…)`, or `NOT IN`.
  case isIn(Expression, [Expression], isNegated: Bool)
  /// A function of the language.
  case call(BuiltIn, [Expression])
  /// A function named by an IRI: a cast, or an extension.
  case function(String, [Expression])
  /// `EXISTS { … }`, or `NOT EXISTS`.
  case exists(GroupPattern, isNegated: Bool)
  /// A value of a group of solutions.
  case aggregate(Aggregate)

  /// How two values are compared.
  public enum Comparison: String, Sendable, Hashable {
    /// The operators of the language.
    case equal = "=", notEqual = "!=", less = "<", greater = ">", lessOrEqual = "<=", greaterOrEqual = ">="
  }

  /// How two numbers are put together.
  public enum Arithmetic: String, Sendable, Hashable {
    /// The operators of the language.
    case add = "+", subtract = "-", multiply = "*", divide = "/"
  }
}

/// A value of a group of solutions (SPARQL 1.1, section 11).
public struct Aggregate: Sendable, Hashable {
  /// What is computed.
  public enum Function: String, Sendable, Hashable, CaseIterable {
    /// The functions of the language.
    case count = "COUNT", sum = "SUM", minimum = "MIN", maximum = "MAX", average = "AVG", sample = "SAMPLE"
    /// All values in one text.
    case groupConcatenation = "GROUP_CONCAT"
  }

  /// What is computed.
  public var function: Function
  /// Whether equal values count once.
  public var isDistinct: Bool
  /// Of what; nil for `COUNT(*)`.
  public var argument: Expression?
  /// What stands between the values of `GROUP_CONCAT`.
  public var separator: String

  /// Makes an aggregate.
  public init(_ function: Function, isDistinct: Bool, argument: Expression?, separator: String = " ") {
    self.function = function
    self.isDistinct = isDistinct
    self.argument = argument
    self.separator = separator
  }
}

/// The functions of the language, by their keyword (SPARQL 1.1, rule 121).
public enum BuiltIn: String, Sendable, Hashable, CaseIterable {
  /// Functions on terms.
  case str = "STR", lang = "LANG", langMatches = "LANGMATCHES", datatype = "DATATYPE", bound = "BOUND", iri =
    "IRI"
  case uri = "URI", bnode = "BNODE", sameTerm = "SAMETERM", isIRI = "ISIRI", isURI = "ISURI", isBlank =
    "ISBLANK"
  case isLiteral = "ISLITERAL", isNumeric = "ISNUMERIC", strLang = "STRLANG", strDatatype = "STRDT", uuid =
    "UUID"
  case strUUID = "STRUUID"
  /// Functions on numbers.
  case abs = "ABS", ceil = "CEIL", floor = "FLOOR", round = "ROUND", rand = "RAND"
  /// Functions on strings.
  case strLen = "STRLEN", substr = "SUBSTR", uCase = "UCASE", lCase = "LCASE", strStarts = "STRSTARTS"
  case strEnds = "STRENDS", contains = "CONTAINS", strBefore = "STRBEFORE", strAfter = "STRAFTER"
  case encodeForURI = "ENCODE_FOR_URI", concat = "CONCAT", regex = "REGEX", replace = "REPLACE"
  /// Functions on dates and times.
  case now = "NOW", year = "YEAR", month = "MONTH", day = "DAY", hours = "HOURS", minutes = "MINUTES"
  case seconds = "SECONDS", timezone = "TIMEZONE", tz = "TZ"
  /// Digests.
  case md5 = "MD5", sha1 = "SHA1", sha256 = "SHA256", sha384 = "SHA384", sha512 = "SHA512"
  /// Functional forms.
  case coalesce = "COALESCE", ifThenElse = "IF"

  /// How many arguments the function takes.
  public var arity: ClosedRange<Int> {
    switch self {
    case .now, .rand, .uuid, .strUUID: 0...0
    case .bnode: 0...1
    case .langMatches, .sameTerm, .strLang, .strDatatype, .strStarts, .strEnds, .contains, .strBefore,
      .strAfter:
      2...2
    case .substr, .regex: 2...3
    case .replace: 3...4
    case .ifThenElse: 3...3
    case .concat, .coalesce: 0...Int.max
    default: 1...1
    }
  }
}
