import Foundation
import PasserelleCore
import PasserelleDigest
import PasserelleOntology
import PasserellePipeline
import PasserelleResolution

/// What names are compared with, and the hash that tells one edition of it from another.
struct ResolutionParts {
  /// Lexicon, counts of words, models.
  let kit: ResolutionKit
  /// What well-known organisations were called before.
  let formerNames: FormerNameTable
  /// A hash of the files that the kit and the former names were read from.
  let epoch: UInt64

  /// The path of the former names in the ontology folder.
  private static let formerNamesPath = "Names/former-names.txt"

  /// Reads the kit from the first of some folders that has its files, else from those built in.
  ///
  /// - Throws: ``PasserelleError`` with code `ontology.invalid`.
  init(folders: [String]) throws {
    var files: [(path: String, text: String)] = []
    func contents(_ path: String) -> String? {
      var text: String?
      for folder in folders {
        guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
        text = String(decoding: data, as: UTF8.self)
        break
      }
      text = text ?? EmbeddedOntology.files.first { $0.path == path }?.contents
      files.append((path, text ?? ""))
      return text
    }
    kit = try ResolutionKit { contents($0) }
    formerNames =
      try contents(Self.formerNamesPath).map {
        try FormerNameTable(text: $0, source: Self.formerNamesPath)
      } ?? FormerNameTable()
    var digest = SHA256Digest()
    for (path, text) in files { digest.update(path + "\n" + text + "\n") }
    epoch = digest.finalize().bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension WorkspaceLayout {
  /// The folder of the resolution of entities.
  var resolution: String { path + "/segments/resolution" }
}
