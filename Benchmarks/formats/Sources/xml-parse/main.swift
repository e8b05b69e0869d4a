import PasserelleCore
import PasserelleSources
import PasserelleXML

// Parses XML files and stores nothing, to be held against `xmllint --stream --noout`.
// Usage: xml-parse events|trees FILE…

let words = CommandLine.arguments.dropFirst()
guard let mode = words.first, ["events", "trees"].contains(mode), words.count > 1 else {
  fatalError("usage: xml-parse events|trees FILE…")
}
var count = 0
for file in words.dropFirst() {
  var input: any ByteSource = try FileByteSource(path: file)
  if mode == "events" {
    let reader = try XMLPullReader(input, file: file)
    while try reader.next() != nil { count += 1 }
  } else if case .record(let record) = try XMLDocumentReader().read(&input, file: file) {
    count += record.tree.count
  }
}
print(count)
