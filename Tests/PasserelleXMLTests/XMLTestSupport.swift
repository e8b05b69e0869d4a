import PasserelleCore
import PasserelleXML

/// Gives bytes a few at a time.
struct DrippingSource: ByteSource {
  var rest: ArraySlice<UInt8>
  let step: Int

  init(_ text: String, step: Int) {
    rest = Array(text.utf8)[...]
    self.step = step
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(step, buffer.count, rest.count)
    buffer.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
}

/// Gives some bytes, then fails.
struct FailingSource: ByteSource {
  struct Failure: Error {}
  var inner: DrippingSource

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try inner.read(into: buffer)
    if count == 0 { throw Failure() }
    return count
  }
}

func open(_ text: String, limits: XMLLimits = .standard) throws -> XMLPullReader {
  try XMLPullReader(MemoryByteSource(text.utf8), file: "t.xml", limits: limits)
}

/// The tree of a document.
func tree(_ text: String, limits: XMLLimits = .standard) throws -> XMLTree {
  let reader = try open(text, limits: limits)
  while let event = try reader.next() {
    if event == .start { return try reader.subtree() }
  }
  throw PasserelleError(.inputEmpty, LocalizedText(verbatim: "no root"))
}

/// A tree as text again, attributes in their order.
func written(_ element: XMLElement) -> String {
  "<\(element.name)>" + element.text + element.children.map(written).joined() + "</\(element.name)>"
}

func read(
  _ bytes: some Sequence<UInt8>, limits: XMLLimits = .standard, encoding: String? = nil
) throws -> XMLRecordItem {
  var source: any ByteSource = MemoryByteSource(bytes)
  return try XMLDocumentReader(limits: limits).read(&source, file: "t.xml", encoding: encoding)
}

/// The diagnostic a document is refused with, and how many bytes were kept.
func refusal(_ item: XMLRecordItem) -> (code: DiagnosticCode, line: Int?, bytes: Int)? {
  guard case .refused(let refused) = item, let first = refused.diagnostics.first else { return nil }
  return (first.code, first.location.line, refused.bytes.count)
}
