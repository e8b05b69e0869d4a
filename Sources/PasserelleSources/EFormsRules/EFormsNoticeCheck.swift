public import PasserelleCore
internal import PasserelleXML

/// What holding a notice against the rules gave.
public enum EFormsNoticeCheck: Sendable {
  /// The verdict, the version of the rules, and whether that is the notice's own.
  case checked(EFormsVerdict, rules: String, isExact: Bool)
  /// There are no rules.
  case noRules
  /// The file is no XML that can be read.
  case refused([Diagnostic])
}

extension EFormsRuleShelf {
  /// Holds a notice against the rules of its version, or the nearest.
  ///
  /// - Parameters:
  ///   - bytes: The notice.
  ///   - file: Its name for diagnostics.
  ///   - otherNotice: The bytes of another notice by its identifier and version; nil where it is not at hand.
  /// - Returns: The verdict, or why there is none.
  /// - Throws: What reading the rules throws; ``PasserelleError`` with code `input.empty`.
  public func check(
    _ bytes: [UInt8], file: String, otherNotice: @escaping (String) -> [UInt8]? = { _ in nil }
  ) throws -> EFormsNoticeCheck {
    switch try Self.read(bytes, file) {
    case .refused(let refused): return .refused(refused.diagnostics)
    case .record(let record):
      let version = record.tree.root.first("CustomizationID")?.content
      guard let (rules, isExact) = try rules(for: version) else { return .noRules }
      let verdict = rules.verdict(on: record.tree) { reference in
        guard let bytes = otherNotice(reference), case .record(let other)? = try? Self.read(bytes, file)
        else {
          return nil
        }
        return other.tree
      }
      return .checked(verdict, rules: rules.version, isExact: isExact)
    }
  }

  /// The identifier of a notice with its version, as other notices refer to it; nil for a file that is no notice.
  public static func reference(of bytes: [UInt8], file: String) -> String? {
    guard case .record(let record)? = try? read(bytes, file), let notice = EFormsNotice(record.tree),
      let identifier = notice.identifier
    else { return nil }
    return [identifier, notice.version].compactMap { $0 }.joined(separator: "-")
  }

  private static func read(_ bytes: [UInt8], _ file: String) throws -> XMLRecordItem {
    var input: any ByteSource = MemoryByteSource(bytes)
    return try XMLDocumentReader().read(&input, file: file)
  }
}
