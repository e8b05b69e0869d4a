import Foundation
import PasserelleCore
public import PasserelleMatching
public import PasserelleText

/// One award of a matching benchmark file, a JSON object per line.
///
/// The layout: `id` (starting with `fr:` or `pt:`), `date`, `title`, `description`, `cpv`, `buyer_id`,
/// `buyer_name`, `place`, `winners` (`id`, `name`). Other keys are passed over; the amount is one, because it
/// is unknown when a call is opened.
private struct BenchmarkLine: Decodable {
  struct Winner: Decodable {
    let id: String
    let name: String
  }

  let id: String
  let date: String
  let title: String
  let description: String?
  let cpv: String
  let buyerID: String
  let buyerName: String
  let place: String
  let winners: [Winner]

  private enum CodingKeys: String, CodingKey {
    case id, date, title, description, cpv, place, winners
    case buyerID = "buyer_id"
    case buyerName = "buyer_name"
  }

  /// The prefix of the id, which names the language.
  var languageCode: String { String(id.prefix { $0 != ":" }) }

  /// The award as matching knows it; nil when the prefix of the id names no language of the benchmark.
  func pastAward() -> PastAward? {
    guard let language = BenchmarkFile.languages.first(where: { $0.rawValue == languageCode }) else {
      return nil
    }
    return PastAward(
      id: id, title: Self.text(title), text: Self.text(description ?? ""), code: CPVCode(digits: cpv),
      place: language == .french ? frenchPlace : MatchPlace.listed(place), buyer: buyerID,
      buyerName: Self.text(buyerName), date: PartialDate(iso: date), language: language,
      winners: winners.map { PastAward.Winner(iri: $0.id, name: Self.text($0.name)) })
  }

  private var frenchPlace: MatchPlace? {
    MatchPlace.french(place, buyerSiren: buyerID.split(separator: "-").last.map(String.init))
  }

  private static func text(_ text: String) -> String { TextRepair.cleaned(text) ?? text }
}

/// A benchmark file as read, with its bytes for the digest.
public struct BenchmarkFile: Sendable {
  /// The languages of the benchmark; their codes are the prefixes of its ids.
  public static let languages: [TextLanguage] = [.french, .portuguese]

  /// The bytes of the file.
  public let bytes: [UInt8]
  /// The awards, in the order of the file.
  public let awards: [PastAward]

  /// Reads a file.
  ///
  /// - Parameter path: A JSONL file.
  /// - Throws: ``PasserelleError`` with code `.inputNotFound` or `.inputUnreadable`, or `.evaluationInvalid` with
  ///   the line that does not have the layout.
  public init(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw PasserelleError(
        .inputNotFound,
        LocalizedText(
          fr: "le fichier d’évaluation n’existe pas : vérifiez le chemin",
          en: "the evaluation file does not exist: check the path"),
        at: SourceLocation(file: path))
    }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw PasserelleError(
        .inputUnreadable,
        LocalizedText(
          fr: "le fichier d’évaluation ne peut être lu : vérifiez ses droits",
          en: "the evaluation file cannot be read: check its permissions"),
        at: SourceLocation(file: path), cause: error)
    }
    bytes = [UInt8](data)
    awards = try Self.parse(data, file: path)
  }

  private static func parse(_ data: Data, file: String) throws -> [PastAward] {
    let decoder = JSONDecoder()
    var awards: [PastAward] = []
    var lines: [String: Int] = [:]
    var number = 0
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 32 }) else { continue }
      let location = SourceLocation(file: file, line: number)
      let award: BenchmarkLine
      do {
        award = try decoder.decode(BenchmarkLine.self, from: Data(line))
      } catch {
        throw invalid(
          LocalizedText(
            fr:
              "la ligne n’est pas un marché au format attendu (id, date, title, cpv, buyer_id, buyer_name, place, winners)",
            en:
              "the line is no award in the layout expected (id, date, title, cpv, buyer_id, buyer_name, place, winners)"
          ), location, cause: error)
      }
      guard let past = award.pastAward() else {
        throw invalid(
          LocalizedText(
            fr: "l’identifiant doit commencer par `fr:` ou `pt:`", en: "the id must start with `fr:` or `pt:`"
          ),
          location)
      }
      if let first = lines.updateValue(number, forKey: award.id) {
        throw invalid(
          LocalizedText(
            fr: "l’identifiant est déjà à la ligne \(first)", en: "the id stands on line \(first) already"),
          location)
      }
      awards.append(past)
    }
    guard !awards.isEmpty else {
      throw invalid(
        LocalizedText(fr: "le fichier ne contient aucun marché", en: "the file holds no award"),
        SourceLocation(file: file))
    }
    return awards
  }

  private static func invalid(
    _ message: LocalizedText, _ location: SourceLocation, cause: (any Error)? = nil
  ) -> PasserelleError {
    PasserelleError(.evaluationInvalid, message, at: location, cause: cause)
  }
}
