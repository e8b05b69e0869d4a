/// How much of an untrusted document is taken at most.
public struct DocumentLimits: Sendable, Hashable {
  /// The largest file, in bytes.
  public var fileBytes = 64 << 20
  /// The longest text that is read out of it, in bytes.
  public var textBytes = 16 << 20
  /// The most pages of a PDF.
  public var pages = 3000
  /// The longest that the conversion of a PDF may take, in seconds.
  public var seconds = 60
  /// The memory that the conversion of a PDF may take, in bytes.
  public var converterBytes = 2 << 30
  /// The most that the conversion of a PDF may give, in bytes.
  public var convertedBytes = 256 << 20

  /// Files of 64 MiB, texts of 16 MiB, 3,000 pages, a minute and 2 GiB for a conversion.
  public static let standard = DocumentLimits()

  /// Makes the usual limits.
  public init() {}
}
