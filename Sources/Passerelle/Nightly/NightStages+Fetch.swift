import Foundation
import PasserelleCore
import PasserellePipeline

extension NightStages {
  /// Fetches the files of the settings' sources into the inbox.
  ///
  /// A source that fails is told of and stops nothing: the file of the night before stays.
  func fetch(_ journal: NightJournal) throws -> StructuredValue {
    var known = validators()
    var limits = options.downloadLimits
    limits.tries = workspace.settings.nightly.fetchTries
    let downloader = SourceDownloader(
      limits: limits, stopFlag: workspace.context.stopFlag, sleep: options.sleep)
    var told: [StructuredValue] = []
    for source in workspace.settings.nightly.sources {
      try workspace.checkStop()
      let wanted = SourceDownloader.Source(
        name: source.name, url: source.url, folder: inbox + "/" + source.folder)
      let outcome = downloader.fetch(wanted, known: known[source.name], at: workspace.context.clock())
      try workspace.checkStop()
      switch outcome {
      case .fetched(let path, let bytes, let validators):
        known[source.name] = validators
        try write(known)
        told.append(entry(source.name, "fetched", path: path, bytes: bytes))
      case .unchanged(let path, let validators):
        if let validators {
          known[source.name] = validators
          try write(known)
        }
        told.append(entry(source.name, "unchanged", path: path))
      case .failed(let problem): told.append(entry(source.name, "failed", problem: problem))
      }
    }
    return .object(["sources": .array(told)])
  }

  private func entry(
    _ name: String, _ outcome: String, path: String? = nil, bytes: Int? = nil, problem: LocalizedText? = nil
  ) -> StructuredValue {
    .object([
      "name": .string(name), "outcome": .string(outcome), "file": .optional(path) ?? .null,
      "bytes": bytes.map { .int($0) } ?? .null,
      "problem": problem.map { .object(["fr": .string($0.french), "en": .string($0.english)]) } ?? .null,
    ])
  }

  /// What servers said of the files; nothing where it cannot be read, so that files are fetched again.
  private func validators() -> [String: SourceDownloader.Validators] {
    guard let data = FileManager.default.contents(atPath: layout.downloads) else { return [:] }
    return (try? JSONDecoder().decode([String: SourceDownloader.Validators].self, from: data)) ?? [:]
  }

  private func write(_ known: [String: SourceDownloader.Validators]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    try NightFile.write(try encoder.encode(known), to: layout.downloads)
  }
}
