import Foundation
import PasserelleConformance
import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline
import PasserelleText

/// Model files made by training.
public struct TrainedModels: Sendable {
  /// One model file.
  public struct File: Sendable {
    /// The name, such as `match-fr.ranker`.
    public let name: String
    /// The language, `mul` for several.
    public let language: String
    /// The number of needs it learned from.
    public let queries: Int
    /// The number of candidates of these needs.
    public let rows: Int
    /// The text of the file.
    public let text: String
    /// The features that decide most, with their part of all contributions, 0 to 1.
    public let leading: [(feature: String, importance: Double)]
  }

  /// The files, by name.
  public let files: [File]
  /// Where they were written.
  public let folder: String
}

/// Trains the models of matching.
public enum Training {
  /// What is learned.
  public enum Subject: String, Sendable, CaseIterable {
    /// To rank vendors.
    case match
    /// To suggest CPV codes.
    case cpv
  }

  /// Where training takes its awards from, and where it puts the models.
  public struct Settings: Sendable {
    /// A JSONL file of awards in the layout of `evaluate match`; nil to learn from the workspace.
    public var file: String?
    /// The folder of the models; nil for that of the workspace, which then ranks by them.
    public var output: String?
    /// The number of threads; it changes nothing in the models.
    public var threads = 1

    /// Makes settings.
    public init() {}
  }
}

extension Workspace {
  /// Learns models from past awards, and writes their files.
  ///
  /// - Parameters:
  ///   - subject: What is learned.
  ///   - settings: Where awards come from and models go.
  /// - Returns: The models.
  /// - Throws: ``PasserelleError`` with code `evaluation.invalid` where there is too little to learn from.
  public func train(_ subject: Training.Subject, _ settings: Training.Settings) throws -> TrainedModels {
    let (awards, hash) = try trainingAwards(settings)
    let models: [RankingModel]
    switch subject {
    case .match: models = try rankers(awards, hash, threads: settings.threads)
    case .cpv:
      models = try CodeEvaluation.train(
        awards, labels: ontology.codeLabels, day: context.clock().date.description, dataHash: hash)
    }
    guard !models.isEmpty else {
      throw PasserelleError(
        .evaluationInvalid,
        LocalizedText(
          fr:
            "Trop peu de marchés pour apprendre : il en faut plusieurs avec titulaire, gagnés plus d’une fois.",
          en: "Too few awards to learn from: several with a winner who won more than once are needed."))
    }
    let folder = settings.output ?? layout.models
    try write(models, to: folder)
    return TrainedModels(
      files: models.map { model in
        TrainedModels.File(
          name: model.header.name + ".ranker", language: model.header.language, queries: model.header.queries,
          rows: model.header.rows, text: model.text,
          leading: model.features.sorted { ($1.importance, $0.name) < ($0.importance, $1.name) }.prefix(5)
            .map { ($0.name, $0.importance) })
      }, folder: folder)
  }

  private func rankers(_ awards: [PastAward], _ hash: String, threads: Int) throws -> [RankingModel] {
    var options = MatchTraining.Options(
      geography: ontology.places, day: context.clock().date.description, dataHash: hash)
    options.threads = max(1, threads)
    let progress = context.progress
    return try MatchTraining.train(awards, options: options) { step in
      guard case .blocks(let done, let total) = step else { return }
      progress(
        ProgressUpdate(
          stage: LocalizedText(fr: "Apprentissage", en: "Training"), done: done, total: total, unit: .items))
    }
  }

  /// The awards to learn from, and the SHA-256 of what they say.
  private func trainingAwards(_ settings: Training.Settings) throws -> ([PastAward], String) {
    if let file = settings.file {
      let read = try BenchmarkFile(path: file)
      return (read.awards, SHA256Digest.hash(read.bytes).hexadecimal)
    }
    let awards = try store.read { reader in
      try PastAwardReader(
        reader: reader, iris: store.iris,
        labels: LabelResolver(reader: reader, ontology: ontology, iris: store.iris)
      ).awards()
    }
    return (awards, PastAwardReader.hash(of: awards))
  }

  private func write(_ models: [RankingModel], to folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for model in models {
        let path = folder + "/" + model.header.name + ".ranker"
        try Data(model.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      }
    } catch {
      throw PasserelleError(
        .outputUnwritable,
        LocalizedText(
          fr: "Les modèles ne peuvent pas être écrits dans « \(folder) ». Vérifiez les droits et la place.",
          en: "The models cannot be written to '\(folder)'. Check the permissions and the space."),
        at: SourceLocation(file: folder), cause: error)
    }
  }
}
