/// Lets the options that every verb takes stand before the verb: `passerelle --workspace DIR VERB`.
enum LeadingOptions {
  private static let withValue: Set<String> = ["-w", "--workspace", "--ontology", "--lang", "--progress"]
  private static let flags: Set<String> = ["-q", "--quiet"]

  /// The arguments with the options that stand before the verb put after all others.
  ///
  /// - Parameter arguments: The arguments without the program's name.
  /// - Returns: The same arguments where no option stands before the verb.
  static func moved(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var leading: [String] = []
    while let first = rest.first {
      if withValue.contains(first), rest.count > 1 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if flags.contains(first)
        || withValue.contains(where: { $0.hasPrefix("--") && first.hasPrefix($0 + "=") })
      {
        leading.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    // Without a verb there is only help to give, in the language that ``Speech`` has found already.
    guard !leading.isEmpty, let verb = rest.first, !verb.hasPrefix("-") else { return Array(rest) }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return rest[..<end] + leading + rest[end...]
  }
}
