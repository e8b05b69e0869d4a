import Foundation
import PasserelleCore

/// The lines of the files of a ``RetrievalCollection``.
enum RetrievalLines {
  /// A line of documents or queries.
  struct Entry: Decodable {
    let id: String
    let title: String?
    let text: String
  }

  private static let chunk = 1 << 20

  /// Gives the lines of a file that are not blank, without their ends.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - body: Receives the bytes of a line, and where it stands.
  /// - Throws: `PasserelleError` with code `.inputNotFound` or `.inputUnreadable`, and what `body` throws.
  static func read(_ path: String, _ body: (Data, SourceLocation) throws -> Void) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw PasserelleError(
        .inputNotFound,
        LocalizedText(
          fr: "le fichier de la collection n’existe pas : vérifiez le chemin",
          en: "the file of the collection does not exist: check the path"),
        at: SourceLocation(file: path))
    }
    let file = try reading(path) { try FileHandle(forReadingFrom: URL(fileURLWithPath: path)) }
    defer { try? file.close() }
    var pending = Data()
    var number = 0
    func give(_ line: Data) throws {
      number += 1
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if line.contains(where: { $0 > 32 }) { try body(line, SourceLocation(file: path, line: number)) }
    }
    while let more = try reading(path, { try file.read(upToCount: chunk) }), !more.isEmpty {
      pending.append(more)
      while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        try give(pending[..<end])
        pending = pending[(end + 1)...]
      }
      pending = Data(pending)
    }
    if !pending.isEmpty { try give(pending) }
  }

  private static func reading<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw PasserelleError(
        .inputUnreadable,
        LocalizedText(
          fr: "le fichier de la collection ne peut être lu : vérifiez ses droits",
          en: "the file of the collection cannot be read: check its permissions"),
        at: SourceLocation(file: path), cause: error)
    }
  }

  /// Reads a line of documents or queries.
  ///
  /// - Parameters:
  ///   - line: Its bytes.
  ///   - location: Where it stands.
  /// - Returns: Its parts.
  /// - Throws: `PasserelleError` with code `.evaluationInvalid`.
  static func entry(_ line: Data, at location: SourceLocation) throws -> Entry {
    let cause: (any Error)?
    do {
      let entry = try JSONDecoder().decode(Entry.self, from: Data(line))
      if !entry.id.isEmpty { return entry }
      cause = nil
    } catch {
      cause = error
    }
    throw PasserelleError(
      .evaluationInvalid,
      LocalizedText(
        fr: "la ligne n’est pas un texte de la collection : il faut un objet JSON avec `id` et `text`",
        en: "the line is no text of the collection: it must be a JSON object with `id` and `text`"),
      at: location, cause: cause)
  }
}
