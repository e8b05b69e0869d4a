import PasserelleCore

/// Why an archive, or an entry of one, is not read on.
struct ArchiveFault: Error, Equatable {
  enum Kind: CaseIterable {
    /// Unpacks to far more than it holds.
    case bomb
    /// More bytes, entries or letters of a path than are taken.
    case limit
    /// The path of an entry leads out of the archive.
    case traversal
    /// An entry is a link.
    case link
    /// An entry is a device, a pipe or a socket.
    case device
    /// An entry is encrypted.
    case encrypted
    /// The bytes end in the middle.
    case truncated
    /// The content does not match its checksum.
    case checksum
    /// Something follows the end.
    case trailing
    /// Archives stand in each other too deep.
    case depth
    /// Packed by a method that is not read.
    case unsupported
    /// Breaks the format in another way.
    case damaged
  }

  let kind: Kind
  /// What libarchive says, in English; empty for what it did not find.
  var detail = ""

  init(_ kind: Kind, detail: String = "") {
    self.kind = kind
    self.detail = detail
  }

  /// Tells faults apart by what libarchive says of them.
  init(message: String) {
    let text = message.lowercased()
    let isAboutMethod = text.contains("unsupported") || text.contains("not supported")
    if text.contains("truncated") || text.contains("premature") {
      self.init(.truncated, detail: message)
    } else if text.contains("crc") || text.contains("checksum") {
      self.init(.checksum, detail: message)
    } else if text.contains("encrypted") || text.contains("passphrase") {
      self.init(.encrypted, detail: message)
    } else {
      self.init(isAboutMethod ? .unsupported : .damaged, detail: message)
    }
  }

  /// Whether nothing can be read after it, rather than one entry being lost.
  var endsArchive: Bool {
    switch kind {
    case .traversal, .link, .device, .encrypted, .checksum, .unsupported: false
    default: true
    }
  }

  /// The kind of diagnostic, whose name is that of the error.
  var diagnostic: DiagnosticCode {
    switch kind {
    case .bomb: .archiveBomb
    case .limit: .archiveLimit
    case .traversal: .archiveTraversal
    case .link: .archiveLink
    case .device: .archiveDevice
    case .encrypted: .archiveEncrypted
    case .truncated: .archiveTruncated
    case .checksum: .archiveChecksum
    case .trailing: .archiveTrailing
    case .depth: .archiveDepth
    case .unsupported: .archiveUnsupported
    case .damaged: .archiveDamaged
    }
  }

  private var code: PasserelleError.Code { PasserelleError.Code(diagnostic.name) }

  /// The error for callers, with the file and the entry in its place.
  func error(file: String) -> PasserelleError {
    let told = diagnostic
    return PasserelleError(
      code,
      LocalizedText(
        fr: "« \(file) » : \(told.reason.french) \(told.remedy.french)",
        en: "“\(file)”: \(told.reason.english) \(told.remedy.english)"),
      at: SourceLocation(file: file), cause: detail.isEmpty ? nil : LibraryMessage(text: detail))
  }
}

/// What libarchive says, as the cause of an error.
struct LibraryMessage: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}
