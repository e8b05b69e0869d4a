import PasserelleArchive
public import PasserelleCore
import PasserelleRendering

/// The forms in which a report can be filed.
public enum SourcingNoteFormat: String, Sendable, Hashable, CaseIterable {
  /// One page that stands alone, to print.
  case html
  /// OpenDocument Text, to edit.
  case odt

  /// Whether the form is bytes that no terminal should be shown.
  public var isBinary: Bool { self == .odt }

  /// The bytes of a report in this form; the same report gives the same bytes.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable` when the package cannot be made.
  public func data(_ report: Report) throws -> [UInt8] {
    switch self {
    case .html: HTMLRenderer.data(report)
    case .odt:
      try ZIPWriter.data(
        ODTRenderer.parts(report).map { ArchiveEntry(path: $0.path, bytes: $0.bytes, isStored: $0.isStored) })
    }
  }
}
