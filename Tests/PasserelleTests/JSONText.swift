import PasserelleCore
import PasserelleRendering

/// The text of documents, for tests that look into them.
enum JSONText {
  static func of(_ value: StructuredValue) -> String { JSONRenderer.text(value) }
}
