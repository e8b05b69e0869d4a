import Foundation

/// What the commands of a page do: each line `$ …` of its `console` blocks is run, in order.
///
/// A page gets a folder of its own, with `Corpus`, the files of its named code blocks, and, where it is asked
/// for, a workspace that holds the facts and the demonstration corpus. A command ends with 0, or with what a
/// comment after it says: `# exit 2`.
struct Transcript: Sendable {
  /// A command with its output.
  struct Step: Sendable {
    let command: String
    let expectedStatus: Int32
    let output: Program.Output

    /// The JSON documents among its output: one in all, or one a line; errors are on standard error.
    var documents: [JSONNode] { JSONNode.documents(in: output.out) + JSONNode.documents(in: output.err) }
  }

  let steps: [Step]

  init(of page: MarkdownPage, withWorkspace: Bool) throws {
    let folder = try Scratch.folder()
    let files = FileManager.default
    try files.createSymbolicLink(
      at: folder.appendingPathComponent("Corpus"),
      withDestinationURL: Repository.root.appendingPathComponent("Corpus"))
    if withWorkspace {
      try files.copyItem(
        at: Self.workspace.get(), to: folder.appendingPathComponent("passerelle-workspace"))
    }
    for block in page.blocks {
      guard let name = block.fileName else { continue }
      try Data(block.text.utf8).write(to: folder.appendingPathComponent(name))
    }
    steps = try page.blocks.filter { $0.language == "console" }.flatMap { block in
      try block.text.split(separator: "\n").filter { $0.hasPrefix("$ ") }.map { line in
        let command = String(line.dropFirst(2))
        let expected = command.firstMatch(of: /# exit (\d+)$/).flatMap { Int32($0.output.1) } ?? 0
        return Step(
          command: command, expectedStatus: expected, output: try Program.run(command, in: folder))
      }
    }
  }

  /// The workspace that pages begin with, made once.
  private static let workspace = Result {
    let folder = try Scratch.folder()
    let corpus = Repository.root.appendingPathComponent("Corpus").path
    let output = try Program.run(
      "passerelle ingest '\(corpus)/Facts' '\(corpus)/Demonstration'", in: folder)
    guard output.status == 0 else { throw Failure(text: output.err) }
    return folder.appendingPathComponent("passerelle-workspace")
  }

  private struct Failure: Error {
    let text: String
  }
}
