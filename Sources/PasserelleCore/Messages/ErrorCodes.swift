extension PasserelleError.Code {
  /// A path given by the user does not exist.
  public static let inputNotFound = Self("input.notFound")
  /// A file or folder exists but cannot be read.
  public static let inputUnreadable = Self("input.unreadable")
  /// The input's format is not one the product reads.
  public static let inputUnknownFormat = Self("input.unknownFormat")
  /// The input is empty.
  public static let inputEmpty = Self("input.empty")
  /// The text is not in the encoding expected.
  public static let inputEncoding = Self("input.encoding")
  /// An output file cannot be written.
  public static let outputUnwritable = Self("output.unwritable")
  /// JSON that breaks the grammar.
  public static let jsonMalformed = Self("json.malformed")
  /// JSON nested deeper, or a record larger, than the limit.
  public static let jsonLimit = Self("json.limit")
  /// XML that breaks the grammar.
  public static let xmlMalformed = Self("xml.malformed")
  /// XML nested deeper, or larger, than the limit, or with entities of its own.
  public static let xmlLimit = Self("xml.limit")
  /// RDF that breaks the grammar, or has terms that it may not have.
  public static let rdfMalformed = Self("rdf.malformed")
  /// RDF nested deeper, or with longer terms, than the limit.
  public static let rdfLimit = Self("rdf.limit")
  /// A statement that an RDF syntax cannot write.
  public static let rdfUnwritable = Self("rdf.unwritable")
  /// An imported list that is damaged or of another version.
  public static let referenceInvalid = Self("reference.invalid")
  /// An archive that unpacks to far more than it holds.
  public static let archiveBomb = Self("archive.bomb")
  /// An archive, or a stream, of more bytes or entries than are taken.
  public static let archiveLimit = Self("archive.limit")
  /// An entry of an archive whose path leads out of it.
  public static let archiveTraversal = Self("archive.traversal")
  /// An entry of an archive that is a link.
  public static let archiveLink = Self("archive.link")
  /// An entry of an archive that is a device or a pipe.
  public static let archiveDevice = Self("archive.device")
  /// An archive, or an entry of one, that is encrypted.
  public static let archiveEncrypted = Self("archive.encrypted")
  /// An archive that ends in the middle.
  public static let archiveTruncated = Self("archive.truncated")
  /// Content of an archive that does not match its checksum.
  public static let archiveChecksum = Self("archive.checksum")
  /// Bytes after the end of an archive.
  public static let archiveTrailing = Self("archive.trailing")
  /// Archives that stand in each other too deep.
  public static let archiveDepth = Self("archive.depth")
  /// An entry packed by a method that is not read.
  public static let archiveUnsupported = Self("archive.unsupported")
  /// An archive that breaks its format.
  public static let archiveDamaged = Self("archive.damaged")
  /// A document that is protected by a password, or whose text may not be copied.
  public static let documentEncrypted = Self("document.encrypted")
  /// A document that is damaged.
  public static let documentDamaged = Self("document.damaged")
  /// A document without text, such as scanned pages.
  public static let documentNoText = Self("document.noText")
  /// A document larger, deeper or of more pages than the limit.
  public static let documentLimit = Self("document.limit")
  /// The program that reads PDF files is not installed.
  public static let documentConverterMissing = Self("document.converterMissing")
  /// Reading a PDF took more time or memory than is allowed.
  public static let documentTimeout = Self("document.timeout")
  /// A CSV mapping file that is missing or wrong.
  public static let mappingInvalid = Self("mapping.invalid")
  /// The workspace folder does not exist or holds no store.
  public static let workspaceMissing = Self("workspace.missing")
  /// The folder holds something else than a workspace.
  public static let workspaceInvalid = Self("workspace.invalid")
  /// Another process writes to the workspace.
  public static let workspaceLocked = Self("workspace.locked")
  /// A setting is unknown or has a wrong value.
  public static let settingsInvalid = Self("settings.invalid")
  /// The store was written by a newer version of the product.
  public static let graphTooNew = Self("graph.tooNew")
  /// The file is not a store, or is damaged.
  public static let graphCorrupt = Self("graph.corrupt")
  /// The store cannot be opened, read or written.
  public static let graphUnavailable = Self("graph.unavailable")
  /// No space is left on the device.
  public static let graphDiskFull = Self("graph.diskFull")
  /// The text index is damaged or of another version; it can be rebuilt.
  public static let indexInvalid = Self("index.invalid")
  /// The ontology folder is missing or does not parse.
  public static let ontologyInvalid = Self("ontology.invalid")
  /// An identifier names nothing in the store.
  public static let entityNotFound = Self("entity.notFound")
  /// A SPARQL query or update that cannot be read.
  public static let sparqlSyntax = Self("sparql.syntax")
  /// A SPARQL evaluation that took longer than it may.
  public static let sparqlTimeout = Self("sparql.timeout")
  /// A SPARQL evaluation that was asked to stop.
  public static let sparqlStopped = Self("sparql.stopped")
  /// A SPARQL evaluation that needs more rows, or more steps of a regular expression, than it may.
  public static let sparqlLimit = Self("sparql.limit")
  /// A SPARQL query that asks another service.
  public static let sparqlService = Self("sparql.service")
  /// A SPARQL update that cannot be done.
  public static let sparqlUpdate = Self("sparql.update")
  /// A query that cannot be understood.
  public static let queryInvalid = Self("query.invalid")
  /// A model file that is missing, damaged, or made for another version of the program.
  public static let modelInvalid = Self("model.invalid")
  /// The record of a match run is damaged.
  public static let recordDamaged = Self("record.damaged")
  /// The record of a match run cannot be computed again by this version of the program.
  public static let recordNotReplayable = Self("record.notReplayable")
  /// An evaluation file that does not have the documented layout.
  public static let evaluationInvalid = Self("evaluation.invalid")
  /// The user or the system asked to stop; what was committed stays.
  public static let interrupted = Self("run.interrupted")

  /// Every code, in the order of the documentation page.
  public static let all: [Self] =
    [.inputNotFound, .inputUnreadable, .inputUnknownFormat, .inputEmpty, .inputEncoding, .outputUnwritable]
    + [.jsonMalformed, .jsonLimit, .xmlMalformed, .xmlLimit, .rdfMalformed, .rdfLimit, .rdfUnwritable]
    + [.referenceInvalid]
    + archives + documents + [
      .mappingInvalid, .workspaceMissing, .workspaceInvalid, .workspaceLocked, .settingsInvalid, .graphTooNew,
      .graphCorrupt, .graphUnavailable, .graphDiskFull, .indexInvalid, .ontologyInvalid, .entityNotFound,
      .queryInvalid, .sparqlSyntax, .sparqlTimeout,
      .sparqlStopped, .sparqlLimit, .sparqlService, .sparqlUpdate, .modelInvalid, .recordDamaged,
      .recordNotReplayable, .evaluationInvalid, .interrupted,
    ]

  private static let documents: [Self] = [
    .documentEncrypted, .documentDamaged, .documentNoText, .documentLimit, .documentConverterMissing,
    .documentTimeout,
  ]

  private static let archives: [Self] = [
    .archiveBomb, .archiveLimit, .archiveTraversal, .archiveLink, .archiveDevice, .archiveEncrypted,
    .archiveTruncated, .archiveChecksum, .archiveTrailing, .archiveDepth, .archiveUnsupported,
    .archiveDamaged,
  ]

  /// Whether the error condemns one input, so that a run goes on with the next.
  package var isAboutInput: Bool {
    let prefixes = ["input.", "json.", "xml.", "rdf.", "archive.", "document."]
    return prefixes.contains { name.hasPrefix($0) } || self == .mappingInvalid
  }
}
