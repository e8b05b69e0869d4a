import PasserelleArchive
public import PasserelleCore
public import PasserelleJSON

/// Reads tables of any things and ties, whose columns a mapping explains: CSV, JSON, JSON lines and GEXF.
///
/// The mapping is named by the user, stands beside the file (`cities.csv` → `cities.mapping.yaml`), or is one of those
/// that the product ships, recognised by the headings.
public struct TableReader: SourceReading {
  /// The source's short name.
  public static let source = "table"
  /// The format's name.
  public var formatName: String { "table" }
  private let encoding: InputEncoding?
  private let mapping: TableMapping?
  private let mappingPath: String?
  private let limits: JSONLimits

  /// Makes a reader that finds its mapping.
  ///
  /// - Parameters:
  ///   - encoding: The encoding of the file; what the mapping says when nil.
  ///   - mappingPath: The path of the mapping; the file beside the data, else one that is shipped, when nil.
  public init(encoding: InputEncoding? = nil, mappingPath: String? = nil) {
    self.encoding = encoding
    self.mappingPath = mappingPath
    mapping = nil
    limits = .standard
  }

  /// Makes a reader with a mapping at hand.
  ///
  /// - Parameters:
  ///   - mapping: What the columns mean.
  ///   - encoding: The encoding of the file; what the mapping says when nil.
  ///   - limits: How much is taken at most.
  public init(mapping: TableMapping, encoding: InputEncoding? = nil, limits: JSONLimits = .standard) {
    self.mapping = mapping
    self.encoding = encoding
    self.limits = limits
    mappingPath = nil
  }

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  ///
  /// - Throws: ``PasserelleError`` with code `mapping.invalid` when there is no mapping, or it does not fit the file.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    if let mapping = try mapping ?? TableMappings.beside(file, path: mappingPath) {
      var bytes = TranscodingByteSource.wrapping(input, from: encoding ?? mapping.encoding ?? .utf8)
      return try read(&bytes, mapping, file: file, body)
    }
    // The first bytes tell which of the shipped mappings fits.
    let bytes = TranscodingByteSource.wrapping(input, from: encoding ?? .utf8)
    let peeked = try PeekedByteSource(bytes, peeking: TableMappings.peekedBytes)
    guard let mapping = try TableMappings.shipped().recognised(in: peeked.peeked) else {
      throw TableMappings.missing(file: file)
    }
    var whole: any ByteSource = peeked
    try read(&whole, mapping, file: file, body)
  }

  private func read(
    _ input: inout any ByteSource, _ mapping: TableMapping, file: String,
    _ body: (SourceItem) throws -> Bool
  ) throws {
    var rows = TableRows(mapping: mapping, file: file, limits: limits)
    var session = MappedRows(mapping: mapping, file: file)
    try session.run(&rows, &input, body)
  }
}
