import Foundation
import PasserelleResolution

/// The ontology folder of the package, and the kit read from it once.
enum OntologyFolder {
  static let path: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    let own = url.appendingPathComponent("Ontology").path
    return ProcessInfo.processInfo.environment["PASSERELLE_ONTOLOGY"] ?? own
  }()

  static let kit: Result<ResolutionKit, any Error> = Result {
    try ResolutionKit { try String(contentsOfFile: path + "/" + $0, encoding: .utf8) }
  }

  /// The features of two names.
  static func row(_ left: String, _ right: String, kind: Mention.Kind = .organisation) throws -> [NameFeature:
    Float]
  {
    let kit = try kit.get()
    var row = [Float](repeating: 0, count: NameFeature.count)
    let (a, b) = (kit.preparer.prepare(name: left, kind: kind), kit.preparer.prepare(name: right, kind: kind))
    row.withUnsafeMutableBufferPointer { PairScorer.measure(a, b, lexicon: kit.lexicon, into: $0) }
    return Dictionary(uniqueKeysWithValues: NameFeature.allCases.map { ($0, row[$0.rawValue]) })
  }

  /// The score of two names.
  static func score(
    _ left: String, _ right: String, kind: Mention.Kind = .organisation, country: String = "FR"
  ) throws -> PairScore {
    let kit = try kit.get()
    return kit.scorer.score(
      kit.preparer.prepare(Mention(id: "1", kind: kind, names: [left], country: country)),
      kit.preparer.prepare(Mention(id: "2", kind: kind, names: [right], country: country)))
  }
}
