import Foundation
import PasserelleCore

extension SegmentFormat {
  /// What a text segment says of itself, in its first section.
  struct Meta: Codable, Hashable, Sendable {
    /// One field.
    struct Field: Codable, Hashable, Sendable {
      /// Its name.
      var name: String
      /// Whether it has positions.
      var positions: Bool
      /// Documents that hold a token of it.
      var documents: Int
      /// Tokens in all documents.
      var tokens: Int
      /// Distinct terms.
      var terms: Int
      /// Mean of the decoded norms over ``documents``; 0 without any.
      var averageLength: Float
      /// Saturation, as the bounds were computed.
      var k1: Float
      /// Weight of the length, as the bounds were computed.
      var b: Float
    }

    /// The number of documents.
    var documents: Int
    /// The fields, in the order of the schema.
    var fields: [Field]
    /// Names of the keyword columns.
    var keywords: [String]
    /// Names of the number columns.
    var numbers: [String]

    /// The section's bytes: JSON with sorted keys.
    ///
    /// - Throws: ``PasserelleError`` when a number of the schema is none that JSON can hold.
    func encoded() throws -> [UInt8] {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      do {
        return Array(try encoder.encode(self))
      } catch {
        throw PasserelleError(
          .indexInvalid,
          LocalizedText(
            fr: "Le schéma de l'index contient un nombre qui n'est pas fini : corrigez k1 et b.",
            en: "The index schema holds a number that is not finite: correct k1 and b."), cause: error)
      }
    }

    /// Reads the section's bytes.
    ///
    /// - Throws: What the JSON decoder says of bytes that are no such object.
    static func decoded(_ bytes: UnsafeRawBufferPointer) throws -> Self {
      try JSONDecoder().decode(Self.self, from: Data(bytes))
    }
  }
}
