import PasserelleArchive
import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleRDF
import PasserelleSources
import Synchronization

/// Reads the files of a load on one thread, and counts what it found.
final class LoadReader: Sendable {
  /// What was found.
  struct Tally: Sendable {
    var filesRead = 0
    var errors: [PasserelleError] = []
    /// Statements that were refused.
    var refused = 0
    /// The first diagnostics.
    var diagnostics: [Diagnostic] = []
    /// How often each diagnostic was met.
    var counts: [String: Int] = [:]
    var isStopped = false
  }

  private let files: [InputFile]
  private let options: LoadOptions
  private let iris: IRISpace
  private let context: StageContext
  private let total: Int?
  private let state = Mutex(Tally())
  /// More diagnostics than this are counted only.
  private static let keptDiagnostics = 10_000

  init(_ files: [InputFile], _ options: LoadOptions, _ iris: IRISpace, _ context: StageContext) {
    (self.files, self.options, self.iris, self.context) = (files, options, iris, context)
    let sizes = files.map(\.size)
    total = sizes.contains(nil) ? nil : sizes.compactMap { $0 }.reduce(0, +)
  }

  /// What was found.
  var tally: Tally { state.withLock { $0 } }

  /// Reads all files.
  func read(into pipeline: ChunkPipeline) throws {
    let feed = StatementFeed(pipeline)
    let progress = LoadProgress(total: total, context)
    do {
      for file in files {
        guard !file.isSpecial else { continue }
        do {
          let raw: any ByteSource =
            file.isStandardInput
            ? StandardInputByteSource(isStopped: { [flag = context.stopFlag] in flag.isSet })
            : try FileByteSource(path: file.path)
          try ContainerWalk.read(
            CountedBytes(base: raw, progress: progress), file: file.path, limits: .standard,
            isIgnored: LoadOptions.isIgnored
          ) { item in
            switch item {
            case .fault(let name, let error): fail(error, name)
            case .file(let found): try read(found, isMember: found.isMember, feed, pipeline)
            }
            return true
          }
        } catch let error as PasserelleError {
          fail(error, file.path)
        }
      }
    } catch is ReadingStopped {
      state.withLock { $0.isStopped = true }
    }
  }

  private func read(
    _ found: ContainerWalk.File, isMember: Bool, _ feed: StatementFeed, _ pipeline: ChunkPipeline
  ) throws {
    guard let syntax = options.syntax(name: found.name, head: found.head) else {
      fail(Self.unknown(found.name), found.name)
      return
    }
    let key = found.name.hasPrefix("./") ? String(found.name.dropFirst(2)) : found.name
    pipeline.send(.begin(defaultKey: key))
    var input = found.input
    var first: RDFFault?
    do {
      let summary = try feed.read(
        &input, file: found.name, syntax: syntax,
        record: iris.record(source: GraphLoader.source, key: key), recovers: options.recovers
      ) { fault in
        if first == nil { first = fault }
        add(fault.diagnostic(file: found.name))
        return options.recovers
      }
      // A fault after which the syntax cannot go on ends the file, but what stands before it is whole.
      guard let first, !options.recovers else {
        let isWhole = summary.isComplete || first != nil
        state.withLock { $0.filesRead += isWhole ? 1 : 0 }
        return
      }
      pipeline.send(.abandon)
      fail(first.error(file: found.name), nil)
    } catch let error as PasserelleError {
      pipeline.send(.abandon)
      fail(error, found.name)
    }
  }

  private func add(_ diagnostic: Diagnostic) {
    state.withLock {
      $0.counts[diagnostic.code.name, default: 0] += 1
      if options.recovers { $0.refused += 1 }
      if $0.diagnostics.count < Self.keptDiagnostics { $0.diagnostics.append(diagnostic) }
    }
  }

  private func fail(_ error: PasserelleError, _ name: String?) {
    state.withLock { $0.errors.append(error) }
    guard let name else { return }
    let location = error.location ?? SourceLocation(file: name)
    let diagnostic = Diagnostic(.fileUnreadable, at: location, value: error.code.name)
    state.withLock {
      $0.counts[diagnostic.code.name, default: 0] += 1
      if $0.diagnostics.count < Self.keptDiagnostics { $0.diagnostics.append(diagnostic) }
    }
  }

  private static func unknown(_ name: String) -> PasserelleError {
    let known = LoadOptions.syntaxNames.joined(separator: ", ")
    return PasserelleError(
      .inputUnknownFormat,
      LocalizedText(
        fr: "« \(name) » n’est pas un fichier RDF connu. Nommez sa syntaxe avec --syntax (\(known)).",
        en: "'\(name)' is no known RDF file. Name its syntax with --syntax (\(known))."),
      at: SourceLocation(file: name))
  }
}

/// Tells how many bytes of the inputs were read.
private final class LoadProgress {
  private let total: Int?
  private let context: StageContext
  private var (done, told) = (0, 0)

  init(total: Int?, _ context: StageContext) { (self.total, self.context) = (total, context) }

  var isStopped: Bool { context.stopFlag.isSet }

  func add(_ count: Int) {
    done += count
    guard done - told >= 1 << 22 || count == 0 else { return }
    told = done
    context.progress(
      ProgressUpdate(
        stage: LocalizedText(fr: "Lecture", en: "Reading"), done: done, total: total, unit: .bytes))
  }
}

/// Bytes that are counted as they pass; ends with `ReadingStopped` when a stop is asked for.
private struct CountedBytes: ByteSource {
  var base: any ByteSource
  let progress: LoadProgress

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if progress.isStopped { throw ReadingStopped() }
    let count = try base.read(into: buffer)
    progress.add(count)
    return count
  }
}
