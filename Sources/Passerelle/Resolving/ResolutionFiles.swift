import Foundation
import PasserelleOntology
import PasserelleResolution

/// Finds the files of entity resolution: in the ontology folder that is in use, else those built in.
enum ResolutionFiles {
  /// Reads the kit.
  ///
  /// - Throws: ``PasserelleError`` with code `.ontologyInvalid`.
  static func kit(explicit: String?, executableDirectory: String) throws -> ResolutionKit {
    let folders = OntologyLocator.candidates(explicit: explicit, executableDirectory: executableDirectory)
    return try ResolutionKit { path in
      for folder in folders {
        if let data = FileManager.default.contents(atPath: folder + "/" + path) {
          return String(decoding: data, as: UTF8.self)
        }
      }
      return EmbeddedOntology.files.first { $0.path == path }?.contents
    }
  }
}
