internal import PasserelleText

extension ContactDetails {
  /// Whether the part before `@` names a role: each of its words does, digits aside.
  ///
  /// Words written together (`commandepublique`, `highcourt`) are taken apart. Beside a word of a role, words and the
  /// initials of the organisation's own name may stand: `greffe.ta-rouen` at the Tribunal administratif de Rouen.
  ///
  /// - Parameters:
  ///   - local: The part before `@`, in lower case.
  ///   - organisation: The name of the organisation, where it is known and is nobody's.
  /// - Returns: False in doubt.
  static func isRole(_ local: String, of organisation: String? = nil) -> Bool {
    let words = local.split { !$0.isLetter }.map { TextFolding.fold(String($0)) }
    guard words.contains(where: isRoleWord) else { return false }
    let rest = words.filter { !isRoleWord($0) && !OfficeWords.joins.contains($0) }
    guard !rest.isEmpty else { return true }
    guard let organisation, rest.count < words.count else { return false }
    let own = TextFolding.fold(organisation).split(separator: " ").map(String.init)
    let initials = own.filter { !OfficeWords.joins.contains($0) }.map { String($0.prefix(1)) }.joined()
    return rest.allSatisfy { word in
      guard !GivenNames.all.contains(word) else { return false }
      return word.utf8.count > 2 ? own.contains(word) : word.utf8.count == 2 && initials.hasPrefix(word)
    }
  }

  /// Whether a mailbox is that of a role.
  ///
  /// - Parameters:
  ///   - address: The whole address, in lower case.
  ///   - organisation: The name of the organisation, where it is known and is nobody's.
  /// - Returns: False in doubt, and for what is no address.
  static func isRoleMailbox(_ address: String, of organisation: String? = nil) -> Bool {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    return parts.count == 2 && parts[1].contains(".") && isRole(parts[0], of: organisation)
  }

  private static func isRoleWord(_ word: String) -> Bool { isKnown(word) || isCompound(Array(word.utf8)) }

  private static func isKnown(_ word: String) -> Bool {
    OfficeWords.offices.contains(word) || OfficeWords.mailboxes.contains(word)
  }

  /// Whether a word is made of two words or more of roles, each of at least four letters.
  private static func isCompound(_ word: [UInt8]) -> Bool {
    guard (8...40).contains(word.count) else { return false }
    var ends = [Bool](repeating: false, count: word.count + 1)
    ends[0] = true
    for start in word.indices where ends[start] {
      for end in stride(from: start + 4, through: min(start + 24, word.count), by: 1) where !ends[end] {
        ends[end] = isKnown(String(decoding: word[start..<end], as: UTF8.self))
      }
    }
    return ends[word.count]
  }
}
