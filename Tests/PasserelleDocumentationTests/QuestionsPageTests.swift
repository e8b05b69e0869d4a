import Foundation
import Testing

/// `Questions.md` lists the questions that `ask` lists, with their titles and parameters.
@Suite struct QuestionsPageTests {
  @Test func thePageListsEachQuestion() throws {
    let page = try Repository.page("Documentation/Questions.md")
    let output = try Program.run("passerelle ask --list --format json", in: Scratch.folder())
    let document = try #require(JSONNode.documents(in: output.out).first)
    guard case .array(let questions)? = document["questions"] else {
      Issue.record("no list: \(output.err)")
      return
    }
    var expected: [[String]] = []
    for question in questions {
      guard case .string(let id)? = question["id"], case .string(let french)? = question["title"]?["fr"],
        case .string(let english)? = question["title"]?["en"],
        case .array(let parameters)? = question["parameters"]
      else { continue }
      let names = parameters.compactMap { parameter -> String? in
        guard case .string(let name)? = parameter["name"] else { return nil }
        return parameter["default"] == nil ? name : "[\(name)]"
      }
      expected.append([id, french, english, names.joined(separator: " ")])
    }
    #expect(expected.count >= 40)
    let rows = page.rows.filter { $0.count == 4 }
    #expect(rows == expected)
  }

  @Test func theExamplesRun() throws {
    let transcript = try Transcript(of: Repository.page("Documentation/Questions.md"), withWorkspace: false)
    #expect(transcript.steps.count > 3)
    for step in transcript.steps {
      #expect(step.output.status == step.expectedStatus, "\(step.command)\n\(step.output.err)")
    }
  }
}
