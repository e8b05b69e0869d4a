internal import PasserelleCore

/// Calls the functions of the language whose arguments are all evaluated first.
enum BuiltInCalls {
  /// The result of a call.
  ///
  /// - Parameters:
  ///   - function: The function.
  ///   - arguments: As many as ``BuiltIn/arity`` says.
  ///   - run: Gives times, random numbers, labels and compiled patterns.
  /// - Returns: Nil for a type error.
  /// - Throws: ``PasserelleError`` with code `sparql.limit` for a regular expression that takes too long.
  static func call(_ function: BuiltIn, _ arguments: [Term], _ run: EvaluationRun) throws -> Term? {
    switch arguments.count {
    case 0: return constant(function, run)
    case 1: return unary(function, arguments[0], run)
    default: break
    }
    let (first, second) = (arguments[0], arguments[1])
    switch function {
    case .sameTerm: return .boolean(first == second)
    case .langMatches: return StringFunctions.languageMatches(first, second)
    case .strLang: return typed(first, second, hasLanguage: true)
    case .strDatatype: return typed(first, second, hasLanguage: false)
    case .strStarts, .strEnds, .contains: return StringFunctions.test(function, first, second)
    case .strBefore: return StringFunctions.side(first, second, isBefore: true)
    case .strAfter: return StringFunctions.side(first, second, isBefore: false)
    case .substr: return StringFunctions.substring(first, second, arguments.count > 2 ? arguments[2] : nil)
    case .concat: return StringFunctions.concatenation(arguments)
    case .regex, .replace: return try regularExpression(function, arguments, run)
    default: return nil
    }
  }

  private static func constant(_ function: BuiltIn, _ run: EvaluationRun) -> Term? {
    switch function {
    case .now: .literal(Literal(run.context.now.description, .dateTime))
    case .rand: Numeric.double(run.random.double()).term
    case .uuid: .iri("urn:uuid:" + run.random.uuid())
    case .strUUID: .string(run.random.uuid())
    case .bnode: run.freshBlank()
    case .concat: .string("")
    default: nil
    }
  }

  private static func unary(_ function: BuiltIn, _ term: Term, _ run: EvaluationRun) -> Term? {
    switch function {
    case .str: return term.isBlank ? nil : .string(term.iriValue ?? term.lexicalForm ?? "")
    case .lang: return term.literalValue.map { .string($0.language ?? "") }
    case .datatype: return term.literalValue.map { .iri($0.datatype.iri) }
    case .iri, .uri: return iri(term, run)
    case .bnode: return TextValue.simple(term).map { run.blank(of: $0) }
    case .isIRI, .isURI: return .boolean(term.isNamed)
    case .isBlank: return .boolean(term.isBlank)
    case .isLiteral: return .boolean(term.literalValue != nil)
    case .isNumeric:
      if case .numeric = Value(term) { return .boolean(true) }
      return .boolean(false)
    case .abs, .ceil, .floor, .round: return NumericFunctions.apply(function, term)
    case .year, .month, .day, .hours, .minutes, .seconds, .timezone, .tz:
      return NumericFunctions.part(function, term)
    case .strLen: return StringFunctions.length(term)
    case .uCase: return TextValue(term).map { $0.with($0.text.uppercased()) }
    case .lCase: return TextValue(term).map { $0.with($0.text.lowercased()) }
    case .encodeForURI: return StringFunctions.encodedForURI(term)
    case .concat: return StringFunctions.concatenation([term])
    default: return digest(function, term, run)
    }
  }

  private static func iri(_ term: Term, _ run: EvaluationRun) -> Term? {
    if term.isNamed { return term }
    return TextValue.simple(term).map { .iri(IRIReference.resolve($0, against: run.base)) }
  }

  private static func typed(_ text: Term, _ kind: Term, hasLanguage: Bool) -> Term? {
    guard let text = TextValue.simple(text) else { return nil }
    if hasLanguage {
      guard let tag = TextValue.simple(kind), !tag.isEmpty else { return nil }
      return .string(text, language: tag.lowercased())
    }
    guard kind.isNamed, let iri = kind.iriValue else { return nil }
    return .literal(Literal(text, Datatype(iri: iri)))
  }

  private static func digest(_ function: BuiltIn, _ term: Term, _ run: EvaluationRun) -> Term? {
    guard let digest = DigestFunction(rawValue: function.rawValue), let text = TextValue.simple(term),
      let bytes = run.context.digest(digest, Array(text.utf8))
    else { return nil }
    let digits = Array("0123456789abcdef".utf8)
    let text16 = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return .string(String(decoding: text16, as: UTF8.self))
  }

  private static func regularExpression(
    _ function: BuiltIn, _ arguments: [Term], _ run: EvaluationRun
  ) throws -> Term? {
    let flagPlace = function == .regex ? 2 : 3
    let flags = arguments.count > flagPlace ? TextValue.simple(arguments[flagPlace]) : ""
    guard let text = TextValue(arguments[0]), let pattern = TextValue.simple(arguments[1]), let flags,
      let expression = run.regularExpression(pattern, flags: flags)
    else { return nil }
    do throws(RegularExpression.LimitReached) {
      if function == .regex { return .boolean(try expression.matches(text.text)) }
      guard let replacement = TextValue.simple(arguments[2]) else { return nil }
      return try expression.replacing(text.text, with: replacement).map(text.with)
    } catch {
      throw SPARQLErrors.regularExpression(pattern)
    }
  }
}

extension Literal {
  /// The language; nil for a literal without.
  var language: String? {
    if case .language(let tag) = datatype { tag } else { nil }
  }
}
