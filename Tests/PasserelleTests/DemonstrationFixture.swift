import Foundation
import Passerelle
import PasserelleTestSupport
import Testing

/// Gives the tests of a suite one workspace that holds the demonstration corpus, made once and removed after.
struct DemonstrationTrait: SuiteTrait, TestScoping {
  /// The workspace's fixture within the scope.
  @TaskLocal static var fixture: WorkspaceFixture?

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let fixture = try WorkspaceFixture()
    _ = try fixture.open().ingest([Repository.root + "/Corpus/Demonstration"])
    try await Self.$fixture.withValue(fixture) { try await function() }
  }
}

extension Trait where Self == DemonstrationTrait {
  static var demonstration: Self { Self() }
}

/// The tests that need the demonstration corpus in a workspace.
@Suite(.demonstration, .serialized) enum DemonstrationTests {
  /// The workspace, opened anew.
  static func workspace() throws -> Workspace { try #require(DemonstrationTrait.fixture).open() }

  /// The path of a specification.
  static func specification(_ name: String) -> String {
    Repository.root + "/Corpus/Demonstration/specifications/" + name + ".md"
  }
}
