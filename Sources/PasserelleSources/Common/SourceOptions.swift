/// What the user may say about a source beyond its name.
public struct SourceOptions: Sendable, Hashable {
  /// The encoding; nil for UTF-8, or what the CSV mapping says.
  public var encoding: InputEncoding?
  /// The path of the CSV mapping file; nil for the one beside the file.
  public var mappingPath: String?
  /// Which statements are made of eForms notices.
  public var noticeStatements = NoticeStatements.own
  /// The rules that eForms notices are held against; nil for none.
  public var rules: EFormsRuleShelf?

  /// Nothing said.
  public static let none = SourceOptions()

  /// Makes options.
  public init(encoding: InputEncoding? = nil, mappingPath: String? = nil, rules: EFormsRuleShelf? = nil) {
    self.encoding = encoding
    self.mappingPath = mappingPath
    self.rules = rules
  }
}
