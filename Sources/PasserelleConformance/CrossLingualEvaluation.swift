import Foundation
import PasserelleCore
import PasserelleMatching
public import PasserelleOntology
import PasserelleText

/// Measures whether a French need finds Portuguese contracts of the same CPV group.
///
/// The need is the official French label of an award's code; the documents are all awards, by their Portuguese
/// titles alone. A document is right when its code has the same first three digits.
public enum CrossLingualEvaluation {
  /// How an evaluation is made.
  public struct Options: Sendable {
    /// How many awards are drawn for the report, by a hash of their ids.
    public var reportCount = 100
    /// How many more are drawn for choosing weights; none is among those of the report.
    public var tuningCount = 400
    /// Whether the awards for choosing weights are asked for instead of those of the report.
    public var usesTuning = false
    /// Seed of the draw.
    public var seed: UInt64 = 213
    /// Whether awards coded with a division, which have no group, are drawn as well; only the same division
    /// is then right for them.
    public var drawsDivisions = false
    /// The weights of the annotation.
    public var weights = ConceptWeights.standard
    /// Saturation (k1) of BM25 over concept terms.
    public var saturation = 3.0
    /// Share of the length (b) in BM25 over concept terms.
    public var lengthShare = 0.4
    /// The ways to measure.
    public var variants = CrossLingualReport.Variant.allCases

    /// Makes the standard options.
    public init() {}
  }

  /// Runs an evaluation on a folder of data.
  ///
  /// - Parameters:
  ///   - folder: The folder: `base-pt-2024/awards_dev.jsonl` and `vocab/cpv/cpv_2008_multilingual.csv`.
  ///   - ontology: The product's own labels.
  ///   - options: How it is made.
  ///   - progress: Gets variants measured and variants in all.
  /// - Returns: The figures.
  /// - Throws: As ``run(awards:labels:ontology:options:progress:)``.
  public static func run(
    folder: String, ontology: Ontology, options: Options = Options(),
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> CrossLingualReport {
    let folder = URL(fileURLWithPath: folder)
    return try run(
      awards: folder.appendingPathComponent("base-pt-2024/awards_dev.jsonl").path,
      labels: folder.appendingPathComponent("vocab/cpv/cpv_2008_multilingual.csv").path,
      ontology: ontology, options: options, progress: progress)
  }

  /// Runs an evaluation.
  ///
  /// - Parameters:
  ///   - awards: A JSONL file of awards in the benchmark's layout; those whose ids start with `pt:` count.
  ///   - labels: The official CPV labels as CSV, with `code`, `fra_label` and `por_label`.
  ///   - ontology: The product's own labels.
  ///   - options: How it is made.
  ///   - progress: Gets variants measured and variants in all.
  /// - Returns: The figures.
  /// - Throws: ``PasserelleError`` with code `.inputNotFound` or `.inputUnreadable`, or `.evaluationInvalid` for
  ///   another layout and where no award can be asked for.
  /// - Complexity: O(*q* · *n*) for *q* queries and *n* awards.
  public static func run(
    awards: String, labels: String, ontology: Ontology, options: Options = Options(),
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> CrossLingualReport {
    let corpus = CrossLingualCorpus(
      awards: try BenchmarkFile(path: awards).awards.filter { $0.language == .portuguese },
      labels: try CrossLingualLabelFile(path: labels), ontology: ontology, options: options)
    let drawn = corpus.drawn(options.reportCount + options.tuningCount, seed: options.seed)
    let queries = Array(
      options.usesTuning ? drawn.dropFirst(options.reportCount) : drawn.prefix(options.reportCount))
    guard !queries.isEmpty else {
      throw PasserelleError(
        .evaluationInvalid,
        LocalizedText(
          fr:
            "aucun marché `pt:` n’a de code dont les libellés français et portugais soient connus : complétez les fichiers",
          en: "no award `pt:` has a code whose French and Portuguese labels are known: complete the files"),
        at: SourceLocation(file: awards))
    }
    let rows = options.variants.enumerated().map { place, variant in
      let row = corpus.row(variant, queries: queries)
      progress(place + 1, options.variants.count)
      return row
    }
    return CrossLingualReport(queries: queries.count, documents: corpus.awards.count, rows: rows)
  }
}
