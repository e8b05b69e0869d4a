import PasserelleCore
import PasserelleRendering

extension DiagnosisAnswer {
  /// The answer as a page of text: who, the mosaic by signs, the gaps.
  ///
  /// - Parameter width: The line width in columns.
  /// - Returns: The lines.
  public func text(width: Int) -> [String] {
    var lines = TextWrap.wrap(
      language.say("Diagnostic : ", "Diagnosis: ") + "\(city.label) (\(city.identifier))", width: width)
    lines += TextWrap.wrap("  " + city.line(language), width: width, indent: 2)
    for remark in remarks() { lines += TextWrap.wrap(remark, width: width) }
    lines += [""] + peerLines(width) + [""]
    lines.append(
      language.say(
        "● oui  ○ non  · non renseigné  ? non renseigné, un texte en parle  ± sources contraires",
        "● yes  ○ no  · not told  ? not told, a text speaks of it  ± contrary sources"))
    lines += mosaic(width) + gapLines(width)
    return lines
  }

  private func peerLines(_ width: Int) -> [String] {
    var lines = [language.say("Colonnes", "Columns"), "  0 = \(city.label)"]
    for (index, peer) in peers.enumerated() {
      lines += TextWrap.wrap(
        "  \(index + 1) = \(peer.city.label) : ".typeset(language) + peer.reason[language], width: width,
        indent: 6)
    }
    if let peerNotice { lines += TextWrap.wrap("  " + peerNotice[language], width: width, indent: 2) }
    return lines
  }

  private func mosaic(_ width: Int) -> [String] {
    let column = 3
    let labelWidth = max(20, min(width - column * cities.count - 2, 48))
    let numbers = cities.indices.map { Self.right(String($0), column) }.joined()
    var lines: [String] = []
    for (label, range) in stakes {
      lines += [
        "", Self.padded(DisplayWidth.truncated(label[language], to: labelWidth), labelWidth) + numbers,
      ]
      for service in range {
        let name = DisplayWidth.truncated("  " + services[service].label[language], to: labelWidth)
        lines.append(
          Self.padded(name, labelWidth)
            + cells[service].map { Self.right($0.symbol, column) }.joined())
      }
    }
    return lines
  }

  private func gapLines(_ width: Int) -> [String] {
    var lines = ["", language.say("Ce que des pairs ont", "What peers have")]
    guard !gaps.isEmpty else {
      lines += TextWrap.wrap(
        "  "
          + language.say(
            "Aucun service connu chez un pair ne manque ou n’est non renseigné ici. Cela ne dit pas que rien ne manque.",
            "No service that is known of a peer is missing or not told here. That does not say that nothing is missing."
          ), width: width, indent: 2)
      return lines
    }
    for gap in gaps {
      let service = services[gap.service]
      lines += TextWrap.wrap(
        "  " + service.label[language] + language.say(" : ", ": ") + state(gap) + language.say(" ; ", "; ")
          + havers(gap) + (gap.examples.isEmpty ? language.say(" ; ", "; ") + noExample : ""), width: width,
        indent: 4)
      for example in gap.examples {
        lines += TextWrap.wrap("    - " + line(example), width: width, indent: 6)
        lines.append("      source : ".typeset(language) + example.evidence.source.record)
      }
    }
    return lines
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
  }
}

extension String {
  /// The text with the punctuation of a language: no space before a colon in English.
  fileprivate func typeset(_ language: MessageLanguage) -> String {
    language == .french ? self : replacing(" :", with: ":")
  }
}
