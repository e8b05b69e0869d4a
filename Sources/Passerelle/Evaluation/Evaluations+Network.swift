import Foundation
import PasserelleConformance
import PasserelleCore
import PasserelleNetwork
import PasserelleOntology

extension Evaluations {
  /// How the prediction of ties is evaluated.
  public struct NetworkSettings: Sendable {
    /// The CSV file of known ties.
    public var pairs: String
    /// A file of countries, CSV or GEXF; nil for none.
    public var countries: String?
    /// Whether the ties of the last years are held out, not a part drawn at random.
    public var holdsOutLastYears = false
    /// The part that is held out, between 0 and 1.
    public var part = 0.1
    /// The seed of all draws.
    public var seed: UInt64 = 1
    /// A folder that receives models learned from all ties; nil for none.
    public var models: String?
    /// The day that models bear.
    public var day: String
    /// The ontology's folder, when the user names one.
    public var ontologyPath: String?
    /// The folder of the executable.
    public var executableDirectory: String

    /// Makes settings.
    public init(pairs: String, day: String, executableDirectory: String) {
      self.pairs = pairs
      self.day = day
      self.executableDirectory = executableDirectory
    }
  }

  /// Measures how well ties that were held out are found.
  ///
  /// - Returns: The figures, `passerelle-network-evaluation/1`.
  /// - Throws: ``PasserelleError``.
  public static func network(_ settings: NetworkSettings) throws -> Answer {
    guard settings.part > 0, settings.part < 1 else {
      throw PasserelleError(
        .queryInvalid,
        LocalizedText(
          fr: "La part mise de côté est entre 0 et 1, par exemple 0.1.",
          en: "The part held out is between 0 and 1, such as 0.1."))
    }
    let bytes = try bytes(settings.pairs)
    var countries: [String: String] = [:]
    if let path = settings.countries {
      let ontology = try Ontology.located(
        explicit: settings.ontologyPath, executableDirectory: settings.executableDirectory)
      let list = ontology.codeList("countries")
      countries = try LinkCountryFile.countries(try self.bytes(path), file: path) { name in
        (list?.entry(code: name) ?? list?.entry(writtenAs: name))?.code
      }
    }
    var options = LinkPredictionEvaluation.Options()
    options.holdOut = settings.holdsOutLastYears ? .time : .random
    options.part = settings.part
    options.seed = settings.seed
    let evaluation = try LinkPredictionEvaluation(
      bytes, file: settings.pairs, countries: countries, options: options)
    if let folder = settings.models {
      let models = try LinkPredictionEvaluation.models(
        bytes, file: settings.pairs, countries: countries, day: settings.day)
      for model in models { try ModelFile.write(model.text, to: folder + "/" + model.name + ".link") }
    }
    return Answer(structured: evaluation.structured, table: evaluation.table)
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw PasserelleError(
        .inputNotFound,
        LocalizedText(
          fr: "Le fichier « \(path) » ne se lit pas. Vérifiez le chemin et les droits.",
          en: "The file '\(path)' cannot be read. Check the path and the permissions."),
        at: SourceLocation(file: path), cause: error)
    }
  }
}
