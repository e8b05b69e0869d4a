import PasserelleCore

extension ParsedQuery: CustomStringConvertible {
  /// The canonical text, with French names; it reads as an equal query.
  public var description: String { root.description }
}

extension QueryNode: CustomStringConvertible {
  /// The canonical text of this part.
  public var description: String {
    switch form {
    case .text(let text, let field): field.map { $0.frenchName + ":" + text.description } ?? text.description
    case .condition(let condition): condition.description
    case .not(let node): "-" + node.description(inParentheses: node.isJoined || node.isExclusion)
    case .all(let nodes): nodes.map { $0.description(inParentheses: $0.isJoined) }.joined(separator: " ")
    case .any(let nodes):
      nodes.map { $0.description(inParentheses: $0.isAlternative) }.joined(separator: " OU ")
    }
  }

  private func description(inParentheses: Bool) -> String {
    inParentheses ? "(\(description))" : description
  }

  private var isAlternative: Bool { if case .any = form { true } else { false } }
  private var isExclusion: Bool { if case .not = form { true } else { false } }
  private var isJoined: Bool { if case .all = form { true } else { isAlternative } }
}

extension QueryText: CustomStringConvertible {
  /// The canonical text.
  public var description: String {
    switch self {
    case .word(let word): word
    case .phrase(let phrase, let slop): QueryQuotes.around(phrase) + (slop == 0 ? "" : "~\(slop)")
    case .prefix(let word): word + "*"
    case .fuzzy(let word, let distance): "\(word)~\(distance)"
    }
  }
}

extension QueryCondition: CustomStringConvertible {
  /// The field whose values the condition is about.
  public var field: QueryField {
    switch self {
    case .place: .place
    case .cpv: .cpv
    case .kind: .kind
    case .date: .date
    case .amount: .amount
    case .language: .language
    case .theme: .theme
    case .code: .code
    case .contains: .contains
    case .identifier: .identifier
    case .demonstration: .demonstration
    }
  }

  /// The canonical text.
  public var description: String { field.frenchName + ":" + value }

  private var value: String {
    switch self {
    case .place(let code): code
    case .cpv(let prefix): prefix.utf8.count == 8 ? prefix : prefix + "*"
    case .kind(let kind): kind == .specification ? "cahier" : kind.label.french
    case .date(let interval): interval.text { $0.description }
    // The sign of the euro keeps digits that follow from being read as a part of the amount.
    case .amount(let interval): interval.text(Self.text) + "€"
    case .language(let tag): tag
    case .theme(let text), .code(let text), .contains(let text), .identifier(let text):
      QueryQuotes.around(text)
    case .demonstration(let answer): answer ? "oui" : "non"
    }
  }

  /// Three decimals would read as a group of thousands.
  private static func text(_ amount: DecimalNumber) -> String {
    amount.scale == 3 ? "\(amount)0" : amount.description
  }
}

extension QueryInterval {
  fileprivate func text(_ write: (Value) -> String) -> String {
    switch (lower, upper) {
    case (nil, nil): ""
    case (let lower?, nil): (lower.isIncluded ? ">=" : ">") + write(lower.value)
    case (nil, let upper?): (upper.isIncluded ? "<=" : "<") + write(upper.value)
    case (let lower?, let upper?):
      lower == upper ? write(lower.value) : write(lower.value) + ".." + write(upper.value)
    }
  }
}

enum QueryQuotes {
  /// A text in quotes; no text that was read holds both kinds of closing quotes.
  static func around(_ text: String) -> String {
    text.unicodeScalars.contains(where: QuerySource.isDoubleQuote) ? "« \(text) »" : "\"\(text)\""
  }
}
