import PasserelleText

/// Words that turn a clause into its contrary, and answers that fill a form.
enum ClausePolarity {
  /// Words of negation in French, English and Portuguese, folded.
  static let negations: Set<String> = [
    "pas", "sans", "ni", "aucun", "aucune", "jamais", "interdit", "interdite", "exclu", "exclue",
    "not", "no", "without", "never", "nor", "none",
    "nao", "sem", "nem", "nenhum", "nenhuma", "nunca",
  ]

  /// Answers that end a line of a form, folded.
  static let answers: Set<String> = ["oui", "non", "yes", "no", "sim", "nao"]

  /// What a text affirms or denies.
  struct Reading {
    /// Whether the text denies something.
    var isNegative = false
    /// The answer that ends it; nil for none.
    var answer: String?
  }

  /// Reads a text; an answer counts where a colon stands in the text and one word after it.
  static func read(_ text: String) -> Reading {
    var reading = Reading()
    var body = Substring(text)
    if let colon = text.lastIndex(of: ":") {
      let rest = TextFolding.fold(String(text[text.index(after: colon)...]))
      if answers.contains(rest) {
        reading.answer = rest
        body = text[..<colon]
      }
    }
    reading.isNegative = TextFolding.fold(String(body)).split(separator: " ").contains {
      negations.contains(String($0))
    }
    return reading
  }
}
