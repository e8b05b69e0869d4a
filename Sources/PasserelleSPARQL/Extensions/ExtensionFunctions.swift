internal import PasserelleCore

/// The functions that the product adds to the language.
enum ExtensionFunctions {
  /// Their IRIs.
  static let names: Set<String> = [GeographicDistance.name, AccessPattern.matches]

  /// The result of a call; nil for an error.
  static func call(_ name: String, _ arguments: [Term], _ run: EvaluationRun) throws -> Term? {
    switch name {
    case GeographicDistance.name: return GeographicDistance.apply(arguments)
    case AccessPattern.matches: return try matches(arguments, run)
    default: return nil
    }
  }

  /// `pas:matches(literal, "words")`: whether all the words stand in the literal.
  private static func matches(_ arguments: [Term], _ run: EvaluationRun) throws -> Term? {
    guard arguments.count == 2, case .literal(let literal) = arguments[0],
      case .literal(let query) = arguments[1]
    else { return nil }
    return .boolean(try run.textAccess().score(of: literal, for: query.lexicalForm) != nil)
  }
}
