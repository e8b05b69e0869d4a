import PasserelleCore
import PasserelleXML

extension FuzzTargets {
  static let xml = [
    FuzzTarget("xml-document") { bytes in
      for var input in inputs(bytes) {
        guard let item = refusing(bytes, { try XMLDocumentReader().read(&input, file: "t") }) else {
          continue
        }
        switch item {
        case .record(let record):
          hold(record.bytes == bytes, "a document keeps its bytes")
          checkWritten(record.tree)
        case .refused(let refused):
          hold(bytes.starts(with: refused.bytes), "what is refused is kept")
          hold(!refused.diagnostics.isEmpty, "a refusal has a reason")
          for diagnostic in refused.diagnostics { check(diagnostic.location, in: bytes) }
        }
      }
    },
    FuzzTarget("xml-pull") { bytes in
      for input in inputs(bytes) {
        refusing(bytes) {
          let reader = try XMLPullReader(input, file: "t", limits: XMLLimits(depth: 32))
          var open: [String] = []
          var turn = 0
          while let event = try reader.next() {
            turn += 1
            switch event {
            case .start:
              open.append(reader.name)
              hold(reader.depth == open.count && reader.depth <= 32, "elements are counted")
              _ = (reader.namespace, reader.prefix, reader.attributes(), reader.declaredNamespaces())
              _ = reader.attribute("a")
              // Some are passed over, or taken whole.
              if turn % 5 == 3 {
                try reader.skip()
                open.removeLast()
              } else if turn % 7 == 5 {
                checkWritten(try reader.subtree())
                open.removeLast()
              }
            case .text:
              hold(!open.isEmpty || reader.text.utf8.allSatisfy { $0 <= 0x20 }, "text within the root")
            case .end:
              hold(reader.name == open.last, "an end is that of the element")
              open.removeLast()
            }
          }
          hold(open.isEmpty, "at the end all is closed")
        }
      }
    },
    FuzzTarget("xml-records") { bytes in
      let limits = XMLLimits(depth: 24, documentBytes: 8192, nodes: 500)
      for var input in inputs(bytes) {
        var rank = 0
        refusing(bytes) {
          try XMLRecordReader(names: ["a", "marche", "record"], limits: limits).read(&input, file: "t") {
            item in
            rank += 1
            switch item {
            case .record(let record):
              hold(record.location.record == rank, "records are counted")
              hold(record.bytes == record.tree.serialized(), "a record has the bytes of its serialisation")
              checkWritten(record.tree)
            case .refused(let refused): hold(!refused.diagnostics.isEmpty, "a refusal has a reason")
            }
            return rank < 200
          }
        }
      }
    },
    FuzzTarget("html") { bytes in
      let bytes = bytes.filter { $0 != 0 }
      var (open, length) = (0, 0)
      HTMLReader().read(bytes) { event in
        switch event {
        case .start(let name, _):
          hold(name == name.lowercased(), "names are in lower case")
          open += 1
          hold(open <= HTMLReader.depth, "depth is bounded")
        case .end: open -= 1
        case .text(let text): length += text.utf8.count
        }
      }
      // An entity of two code points, `&NotEqualTilde;` and its like, is shorter than its reference.
      hold(length <= 3 * bytes.count + 16, "no text comes from nowhere: \(length) of \(bytes.count)")
    },
  ]

  /// What is written of a tree reads back as the same tree.
  private static func checkWritten(_ tree: XMLTree) {
    let written = tree.serialized()
    var input: any ByteSource = MemoryByteSource(written)
    guard
      let item = refusing(
        written, { try XMLDocumentReader(limits: XMLLimits(depth: 200)).read(&input, file: "t") }),
      case .record(let record) = item
    else { return hold(false, "a written tree reads back: \(String(decoding: written, as: UTF8.self))") }
    hold(
      record.tree.serialized() == written,
      "a tree written twice is the same: \(String(decoding: written, as: UTF8.self))")
  }
}
