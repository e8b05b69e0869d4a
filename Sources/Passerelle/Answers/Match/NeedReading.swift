import Foundation
import PasserelleCore
import PasserelleSources

/// Reads an officer's document as a need, in the encodings that office programs write.
///
/// A need has no option for its encoding: UTF-16 shows itself by its mark, and a text that is not UTF-8 at all is
/// Windows-1252, which the answer then says.
enum NeedReading {
  /// What was noticed of a document that an officer should know: these leave out what was asked for.
  private static let told: [DiagnosticCode] = [.documentUnreadable, .documentCut, .documentImages]

  /// A document read, with what an officer should know of the reading.
  ///
  /// - Throws: ``PasserelleError`` with code `input.encoding` for a text in neither encoding, or what the reader refuses.
  static func read(_ bytes: [UInt8], _ file: String) throws -> (SpecificationReading, [MatchCheck]) {
    do {
      let reading = try SpecificationReader().reading(of: bytes, file: file)
      return (reading, reading.findings.filter { told.contains($0) }.map(check))
    } catch let error as PasserelleError where error.code == .inputEncoding {
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        return (try SpecificationReader(encoding: .utf16).reading(of: bytes, file: file), [])
      }
      guard isWindows1252(bytes) else { throw refusal(error) }
      return (try SpecificationReader(encoding: .windows1252).reading(of: bytes, file: file), [guess])
    }
  }

  /// Whether bytes that are not UTF-8 can be Windows-1252: no control characters, no byte without a meaning there, and
  /// not a text in UTF-8 with a fault.
  static func isWindows1252(_ bytes: [UInt8]) -> Bool {
    let isText = bytes.allSatisfy { byte in
      switch byte {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E: true
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D: false
      default: byte >= 0x80
      }
    }
    guard isText else { return false }
    var (lost, kept) = (0, 0)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
      if scalar == "\u{FFFD}" { lost += 1 } else { kept += 1 }
    }
    return lost > kept
  }

  private static func check(_ code: DiagnosticCode) -> MatchCheck {
    MatchCheck(kind: .document, clause: nil, words: [], message: code.reason, remedy: code.remedy)
  }

  private static let guess = MatchCheck(
    kind: .document, clause: nil, words: [],
    message: LocalizedText(
      fr: "Le texte n’est pas en UTF-8 : il a été lu comme du Windows-1252.",
      en: "The text is not in UTF-8: it was read as Windows-1252."),
    remedy: LocalizedText(
      fr: "Si des accents des exigences sont faux, enregistrez le texte en UTF-8, puis relancez.",
      en: "If accents of the requirements are wrong, save the text as UTF-8, then try again."))

  private static func refusal(_ error: PasserelleError) -> PasserelleError {
    PasserelleError(
      .inputEncoding,
      LocalizedText(
        fr:
          "Le texte n’est ni en UTF-8, ni en UTF-16, ni en Windows-1252. Ouvrez-le et enregistrez-le en UTF-8 : certains de ses octets sont peut-être endommagés.",
        en:
          "The text is in neither UTF-8, UTF-16 nor Windows-1252. Open it and save it as UTF-8: some of its bytes may be damaged."
      ),
      at: error.location, cause: error)
  }
}
