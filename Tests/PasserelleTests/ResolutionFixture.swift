import Foundation
import Passerelle
import PasserelleCore
import PasserelleTestSupport

/// A workspace whose resolution reads the ontology of the repository.
struct ResolutionFixture {
  let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  /// Opens the workspace by a clock that begins some seconds later with each opening.
  func open(later seconds: Int64 = 0) throws -> Workspace {
    let clock = TickingClock(StopFlag())
    let configuration = Workspace.Configuration(
      path: fixture.path, ontologyPath: Repository.root + "/Ontology",
      executableDirectory: fixture.folder.path("nowhere"),
      context: StageContext(clock: { Instant(milliseconds: clock.tick().milliseconds + seconds * 1000) }))
    _ = try Workspace.create(configuration)
    return try Workspace(configuration)
  }

  /// Awards whose winners have no numbers, one for each name.
  func ingest(_ names: [String], prefix: String = "R", _ workspace: Workspace) throws {
    let rows = names.enumerated().map { place, name in
      AwardRow("\(prefix)\(place)", "Travaux de voirie \(prefix)\(place)").with {
        $0.winner = ""
        $0.winnerName = name
      }
    }
    try fixture.write("\(prefix).json", rows)
    _ = try workspace.ingest([fixture.input("\(prefix).json")])
  }

  /// The IRI of the winner of an award.
  func winner(_ id: String, _ workspace: Workspace) throws -> String {
    let mentions = try workspace.mentionIRIs()
    guard let iri = mentions.first(where: { $0.contains("/" + id + "/") }) else {
      throw PasserelleError(.entityNotFound, LocalizedText(verbatim: "\(id) in \(mentions)"))
    }
    return iri
  }
}
