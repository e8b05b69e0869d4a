import Foundation
public import PasserelleCore
import PasserelleGraph
import PasserelleIndex
import PasserelleMatching
import PasserelleNetwork
import PasserelleOntology
import PasserellePipeline

/// The product in one object: a folder with its store, its text index, its reports, and what can be done
/// with them.
///
/// Shells (the command line, a web page) stand on this alone. Nothing here prints, reads the environment or
/// exits. Reading verbs may run beside a writing one; two writing verbs exclude each other by the lock.
public final class Workspace {
  /// What a workspace is opened with.
  public struct Configuration: Sendable {
    /// The folder.
    public var path: String
    /// The ontology's folder, when the user names one.
    public var ontologyPath: String?
    /// The folder of the executable, beside which an ontology may lie.
    public var executableDirectory: String
    /// Clock, progress, stop.
    public var context: StageContext
    /// Told what answers had to do without, because official lists were not imported; nil to tell nobody.
    public var notice: ReferenceNotice?
    /// Gets the numbers of the erasures that were carried out again, as the store was older than they are.
    public var didEraseAgain: @Sendable ([Int]) -> Void = { _ in }

    /// Makes a configuration.
    public init(
      path: String, ontologyPath: String? = nil, executableDirectory: String, context: StageContext
    ) {
      self.path = path
      self.ontologyPath = ontologyPath
      self.executableDirectory = executableDirectory
      self.context = context
    }
  }

  /// The folder.
  public let path: String
  /// What `settings.yaml` says.
  public let settings: WorkspaceSettings
  /// The ontology, which answers from the imported lists before its own.
  private(set) var ontology: Ontology
  /// The official lists that were imported; nil where there is none.
  private(set) var references: ReferenceLibrary?
  /// Why the table of imported lists cannot be read; nil where it can.
  private(set) var referenceFault: PasserelleError?
  private let notice: ReferenceNotice?
  /// Where files of the ontology are looked for before those built in, the first first.
  private let ontologyFolders: [String]
  /// What names of entities are compared with; read on first use.
  private(set) lazy var resolutionParts = Result { [ontologyFolders] in
    try ResolutionParts(folders: ontologyFolders)
  }
  let store: GraphStore
  let context: StageContext
  /// The erasures that were carried out again when the workspace was opened, until a night has told of them.
  var erasedAgain: [Int] = []
  /// Whether this workspace holds the right to write, so that a verb of several stages takes it once.
  private var isLocked = false
  private var openIndex: DocumentIndex?
  private var openLiterals: LiteralIndex?
  /// The literals of the index of exact characters, where a query asked for them.
  var knownLiterals: IndexedLiterals?
  /// The network as it was last read, and what it was made of.
  var knownNetwork: (identity: [String: String], network: CooperationNetwork)?
  /// The state of the last query, with what is one thing called by one IRI.
  var gatheredSnapshot: GatheredSnapshot?
  /// Reads concepts in the words of searches; made on first use.
  private(set) lazy var annotator = ConceptAnnotator(
    scheme: ConceptScheme(ontology: ownOntology))

  /// Makes a workspace: its folder, settings and an empty store; an existing one is left as it is.
  ///
  /// - Parameters:
  ///   - configuration: Where and how.
  ///   - settings: The settings of a new workspace.
  /// - Returns: Whether the workspace was made now.
  /// - Throws: ``PasserelleError`` with code `workspace.invalid` when the folder holds something else.
  public static func create(
    _ configuration: Configuration, settings: WorkspaceSettings = WorkspaceSettings()
  ) throws -> Bool {
    let files = FileManager.default
    let layout = WorkspaceLayout(path: configuration.path)
    if files.fileExists(atPath: layout.settings) { return false }
    // What would be refused at the next opening must not be written now.
    _ = try WorkspaceSettings(yaml: settings.yaml, path: layout.settings)
    if let names = try? files.contentsOfDirectory(atPath: layout.path), !names.isEmpty {
      throw PasserelleError(
        .workspaceInvalid,
        LocalizedText(
          fr:
            "Le dossier « \(layout.path) » n'est pas vide et n'est pas un espace de travail. Choisissez-en un autre.",
          en: "The folder '\(layout.path)' is not empty and is no workspace. Choose another one."),
        at: SourceLocation(file: layout.path))
    }
    do {
      for folder in layout.folders {
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
      try Data(settings.yaml.utf8).write(to: URL(fileURLWithPath: layout.settings), options: .atomic)
    } catch {
      throw PasserelleError(
        .workspaceInvalid,
        LocalizedText(
          fr: "Le dossier « \(layout.path) » ne peut pas être créé. Vérifiez les droits et la place.",
          en: "The folder '\(layout.path)' cannot be made. Check the permissions and the space."),
        at: SourceLocation(file: layout.path), cause: error)
    }
    return true
  }

  /// Opens a workspace.
  ///
  /// - Parameter configuration: Where and how.
  /// - Throws: ``PasserelleError`` with code `workspace.missing`, or what the settings, the ontology or the
  ///   store refuse.
  public init(_ configuration: Configuration) throws {
    let layout = WorkspaceLayout(path: configuration.path)
    guard let data = FileManager.default.contents(atPath: layout.settings) else {
      throw PasserelleError(
        .workspaceMissing,
        LocalizedText(
          fr:
            "Il n'y a pas d'espace de travail dans « \(layout.path) ». Créez-le avec « passerelle init », ou « passerelle ingest FICHIER ».",
          en:
            "There is no workspace in '\(layout.path)'. Make one with 'passerelle init', or 'passerelle ingest FILE'."
        ),
        at: SourceLocation(file: layout.path))
    }
    path = layout.path
    settings = try WorkspaceSettings(yaml: String(decoding: data, as: UTF8.self), path: layout.settings)
    ontology = try Ontology.located(
      explicit: configuration.ontologyPath, executableDirectory: configuration.executableDirectory)
    context = configuration.context
    notice = configuration.notice
    ontologyFolders = OntologyLocator.candidates(
      explicit: configuration.ontologyPath, executableDirectory: configuration.executableDirectory)
    for folder in layout.folders {
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    var options = GraphStore.Options()
    options.iris = IRISpace(base: settings.base)
    options.segments = layout.segments
    store = try GraphStore(path: layout.store, options: options)
    try openScreen()
    openReferences()
    erasedAgain = try eraseAgain()
    if !erasedAgain.isEmpty { configuration.didEraseAgain(erasedAgain) }
  }

  /// The ontology without the imported lists: what documents and the catalogue are made of, so that another edition of
  /// a list changes names and distances, and no derived file.
  var ownOntology: Ontology { ontology.consulting(nil) }

  /// Takes the imported lists as they are now; those that cannot be read leave the product's own.
  func openReferences() {
    (references, referenceFault) = (nil, nil)
    do {
      references = try ReferenceFolder(path: layout.reference).library()
    } catch {
      referenceFault = PasserelleError(
        .referenceInvalid,
        LocalizedText(
          fr:
            "Les listes officielles de « \(layout.reference) » sont illisibles. Supprimez ce dossier et importez-les de nouveau : « passerelle reference import DOSSIER ».",
          en:
            "The official lists of '\(layout.reference)' cannot be read. Delete this folder and import them again: 'passerelle reference import FOLDER'."
        ), at: SourceLocation(file: layout.reference), cause: error)
    }
    ontology = ontology.consulting(references, gaps: notice?.gaps)
  }

  var layout: WorkspaceLayout { WorkspaceLayout(path: path) }

  /// The text index, opened on first use.
  func textIndex() throws -> DocumentIndex {
    if let openIndex { return openIndex }
    let index = try DocumentIndex(folder: layout.textIndex, analysis: Self.analysis)
    openIndex = index
    return index
  }

  /// The index of exact characters, opened on first use.
  func literalIndex() throws -> LiteralIndex {
    if let openLiterals { return openLiterals }
    let index = try LiteralIndex(folder: layout.literalIndex)
    openLiterals = index
    return index
  }

  /// Keeps the catalogue of past awards as a file.
  var catalogues: CatalogueUpdater {
    CatalogueUpdater(store: store, ontology: ownOntology, folder: layout.catalogue) {
      [iris = store.iris] reader in
      try ProfileLoader(reader: reader, iris: iris).profiles()
    }
  }

  /// The past awards that a reader sees, without those of one record.
  func catalogue(_ reader: GraphReader, excluding record: Int64?) throws -> AwardCatalogue {
    let whole = try catalogues.catalogue(for: reader)
    return record.map { whole.excluding(document: $0) } ?? whole
  }

  /// The text of a model that this workspace has trained; nil where it has none of that name.
  func trainedModel(_ name: String) -> String? {
    FileManager.default.contents(atPath: layout.models + "/" + name).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Deletes the text index, to be built anew.
  func removeTextIndex() throws {
    openIndex = nil
    try DocumentIndex.remove(folder: layout.textIndex)
  }

  /// Deletes the index of exact characters, to be built anew.
  func removeLiteralIndex() throws {
    openLiterals = nil
    try LiteralIndex.remove(folder: layout.literalIndex)
  }

  /// Deletes the files of the text index of earlier versions, which nothing reads any more.
  func removeFormerTextIndex() {
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: layout.formerTextIndex + suffix)
    }
  }

  /// What documents are made of; another version makes another index.
  private static var analysis: [String: String] { ["documents": String(IndexUpdater.documentVersion)] }

  /// Whether some process, this one or another, holds the right to write.
  var isBeingWritten: Bool { isLocked || WorkspaceLock.isHeld(layout.lock) }

  /// Runs a body with the right to write; within such a body, it is held already.
  func withLock<R>(_ body: () throws -> R) throws -> R {
    if isLocked { return try body() }
    let lock = try WorkspaceLock(path: layout.lock)
    isLocked = true
    defer { isLocked = false }
    return try withExtendedLifetime(lock, body)
  }
}

/// Where things lie in a workspace's folder.
struct WorkspaceLayout {
  let path: String

  init(path: String) { self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }

  var store: String { path + "/store.sqlite" }
  var segments: String { path + "/segments" }
  var textIndex: String { path + "/segments/text" }
  var literalIndex: String { path + "/segments/literals" }
  var catalogue: String { path + "/segments/catalogue" }
  var models: String { path + "/models" }
  var reference: String { path + "/reference" }
  var formerTextIndex: String { path + "/segments/text.sqlite" }
  var settings: String { path + "/settings.yaml" }
  var lock: String { path + "/lock" }
  var folders: [String] { [path, path + "/segments", path + "/quarantine", path + "/reports"] }

  func quarantine(run: Int64) -> String { path + "/quarantine/run-\(Self.padded(run)).ndjson" }
  func report(run: Int64) -> String { path + "/reports/run-\(Self.padded(run)).json" }

  private static func padded(_ number: Int64) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 6 - text.count)) + text
  }
}

extension Ontology {
  /// The ontology that the user names, else the one beside the executable, else the one built in.
  static func located(explicit: String?, executableDirectory: String) throws -> Ontology {
    let candidates = OntologyLocator.candidates(explicit: explicit, executableDirectory: executableDirectory)
    for path in candidates where explicit != nil || FileManager.default.fileExists(atPath: path) {
      return try load(from: path)
    }
    return try load(files: EmbeddedOntology.files)
  }
}
