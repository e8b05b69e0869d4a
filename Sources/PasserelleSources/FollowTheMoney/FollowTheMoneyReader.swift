public import PasserelleCore
public import PasserelleJSON

/// Reads entities of FollowTheMoney, one JSON object a line, and of the companies, public bodies, contracts and ties among
/// them makes records.
///
/// Natural persons, and ties with one, are not taken: they are counted, and told once a file. A tie may stand before
/// what it ties, so those whose ends are not known yet wait for the end of the file.
public struct FollowTheMoneyReader: SourceReading {
  /// The source's short name.
  public static let source = "ftm"
  /// The format's name.
  public var formatName: String { Self.source }
  private let encoding: InputEncoding
  private let limits: JSONLimits

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - encoding: The encoding of the file; UTF-8 when nil.
  ///   - limits: How much is taken at most.
  public init(encoding: InputEncoding? = nil, limits: JSONLimits = .standard) {
    self.encoding = encoding ?? .utf8
    self.limits = limits
  }

  /// Tells a file by its first bytes: the first object has an `id`, a `schema` and `properties`, and little else.
  ///
  /// - Parameters:
  ///   - fileName: The name; it does not count.
  ///   - firstBytes: Some kilobytes from the start.
  /// - Returns: Whether the file is of FollowTheMoney.
  public static func detects(fileName: String, firstBytes: [UInt8]) -> Bool {
    let text = Sniffer.text(firstBytes)
    guard text.first == UInt8(ascii: "{") else { return false }
    var scan = OCDSHead.Scan(text)
    scan.run()
    let keys = Set(scan.keys)
    return keys.isSuperset(of: ["id", "schema"]) && Sniffer.holdsKey("properties", text)
      && keys.isSubset(of: EntityForm.keys) && Sniffer.holdsKey("schema", Sniffer.firstLine(text))
  }

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  ///
  /// - Throws: ``PasserelleError`` with code `input.unknownFormat` for a file without anything that is taken.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    var bytes = TranscodingByteSource.wrapping(input, from: encoding)
    let session = EntitySession(source: Self.source, file: file, limits: limits)
    try session.run(&bytes, layout: .lines, form: EntityForm.followTheMoney, body)
  }
}

/// Reads statements of the Beneficial Ownership Data Standard (0.1 to 0.4), an array, one a line, or objects set over several
/// lines: entities and the ties of ownership or control between them; statements about natural persons are not taken.
public struct BODSReader: SourceReading {
  /// The source's short name.
  public static let source = "bods"
  /// The format's name.
  public var formatName: String { Self.source }
  private let encoding: InputEncoding
  private let limits: JSONLimits
  private let layout: JSONRecordLayout?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - encoding: The encoding of the file; UTF-8 when nil.
  ///   - limits: How much is taken at most.
  ///   - layout: Where the statements stand; told from the first byte when nil.
  public init(
    encoding: InputEncoding? = nil, limits: JSONLimits = .standard, layout: JSONRecordLayout? = nil
  ) {
    self.encoding = encoding ?? .utf8
    self.limits = limits
    self.layout = layout
  }

  /// Tells a file by its first bytes: an object with a `statementType` and a `statementID`, or since 0.4 a `recordType` and
  /// `recordDetails`.
  ///
  /// - Parameters:
  ///   - fileName: The name; it does not count.
  ///   - firstBytes: Some kilobytes from the start.
  /// - Returns: Whether the file is of BODS.
  public static func detects(fileName: String, firstBytes: [UInt8]) -> Bool {
    let text = Sniffer.text(firstBytes)
    guard text.first == UInt8(ascii: "[") || text.first == UInt8(ascii: "{") else { return false }
    let isWhole = text.first == UInt8(ascii: "[") || ObjectLines.isNeeded(text)
    let first = isWhole ? text : Sniffer.firstLine(text)
    if Sniffer.holdsKey("statementType", text) { return Sniffer.holdsKey("statementID", first) }
    return Sniffer.holdsKey("recordType", first) && Sniffer.holdsKey("recordDetails", first)
      && (Sniffer.holdsKey("statementId", first) || Sniffer.holdsKey("recordId", first))
  }

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  ///
  /// - Throws: ``PasserelleError`` with code `input.unknownFormat` for a file without anything that is taken.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    let transcoded: any ByteSource = TranscodingByteSource.wrapping(input, from: encoding)
    let lead = try LeadByteSource(transcoded, count: 4096)
    let isArray = Sniffer.text(lead.lead).first == UInt8(ascii: "[")
    var bytes: any ByteSource = lead
    // Line by line, the pieces of an object would be refused one by one and kept with the persons that they name.
    if ObjectLines.isNeeded(Sniffer.text(lead.lead)) { bytes = ObjectLines(lead) }
    let session = EntitySession(source: Self.source, file: file, limits: limits)
    try session.run(
      &bytes, layout: layout ?? (isArray ? .arrays([[]]) : .lines), form: EntityForm.ownership, body)
  }
}
