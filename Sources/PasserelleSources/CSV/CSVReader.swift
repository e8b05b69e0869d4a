public import PasserelleCore
public import PasserelleJSON

/// Reads awards out of CSV files whose columns a mapping file explains.
///
/// The mapping stands beside the file (`contrats.csv` → `contrats.mapping.yaml`), or is named by the user.
public struct CSVReader: SourceReading {
  /// The source's short name.
  public static let source = "csv"
  /// The format's name.
  public var formatName: String { "csv" }
  private let encoding: InputEncoding?
  private let mapping: CSVMapping?
  private let mappingPath: String?
  private let limits: JSONLimits

  /// Makes a reader that finds its mapping in a file.
  ///
  /// - Parameters:
  ///   - encoding: The encoding of the file; what the mapping says when nil.
  ///   - mappingPath: The path of the mapping; the file beside the data when nil.
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
  public init(mapping: CSVMapping, encoding: InputEncoding? = nil, limits: JSONLimits = .standard) {
    self.mapping = mapping
    self.encoding = encoding
    self.limits = limits
    mappingPath = nil
  }

  /// Reads a file to its end; see ``SourceReading/read(_:file:_:)``.
  ///
  /// - Throws: ``PasserelleError`` with code `mapping.invalid` when there is no mapping, or it does not fit the file.
  public func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws {
    let mapping = try self.mapping ?? Self.findMapping(of: file, path: mappingPath)
    var bytes = TranscodingByteSource.wrapping(input, from: encoding ?? mapping?.encoding ?? .utf8)
    var session = CSVSession(mapping: mapping, file: file, limits: limits)
    try session.run(&bytes, body)
  }

  private static func findMapping(of file: String, path: String?) throws -> CSVMapping? {
    if let path { return try CSVMapping(yaml: SmallFile.bytes(at: path), file: path) }
    for candidate in [FileName.withoutExtension(file) + ".mapping.yaml", file + ".mapping.yaml"] {
      do {
        return try CSVMapping(yaml: SmallFile.bytes(at: candidate), file: candidate)
      } catch let error as PasserelleError where error.code == .inputNotFound {
        continue
      }
    }
    return nil
  }
}

/// Reads small files whole.
enum SmallFile {
  /// The bytes of a file of at most 1 MiB.
  static func bytes(at path: String) throws -> [UInt8] {
    var source = try FileByteSource(path: path)
    var result: [UInt8] = []
    let limit = 1 << 20
    while result.count <= limit {
      let chunk = try [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
        count = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if chunk.isEmpty { return result }
      result += chunk
    }
    throw PasserelleError(
      .mappingInvalid,
      LocalizedText(
        fr: "Le fichier « \(path) » dépasse 1 Mio : ce n’est pas un fichier de correspondance.",
        en: "The file “\(path)” is longer than 1 MiB: it is not a mapping file."),
      at: SourceLocation(file: path))
  }
}
