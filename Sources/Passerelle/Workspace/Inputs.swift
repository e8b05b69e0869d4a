public import PasserelleCore
import PasserellePipeline
import PasserelleSources

/// How to read the inputs of an ingestion.
public struct IngestionOptions: Sendable, Hashable {
  /// The format's name; nil to tell it from the file.
  public var formatName: String?
  /// The encoding of text files; nil for UTF-8.
  public var encoding: String?
  /// The mapping file for CSV; nil for the one beside each file.
  public var mappingPath: String?
  /// Records to a transaction.
  public var batchSize = 1000

  /// Makes the default options.
  public init() {}

  var stage: Ingestor.Options {
    var options = Ingestor.Options()
    options.formatName = formatName
    options.encoding = encoding
    options.mappingPath = mappingPath
    options.batchSize = batchSize
    return options
  }
}

extension Workspace {
  /// The names of the formats that an ingestion can be told.
  public static var sourceNames: [String] { SourceFormats.names }

  /// Whether a text names an encoding that can be read.
  public static func isEncoding(_ name: String) -> Bool { InputEncoding(name: name) != nil }

  /// Standard input as a stream of bytes.
  public static func standardInput() -> any ByteSource { StandardInputByteSource() }

  /// A file as a stream of bytes.
  ///
  /// - Parameter path: The file.
  /// - Returns: Its bytes.
  /// - Throws: ``PasserelleError`` with code `input.notFound` or `input.unreadable`.
  public static func file(_ path: String) throws -> any ByteSource { try FileByteSource(path: path) }
}
