import PasserelleCore
import PasserelleXML

/// Countries of things: a CSV file with the columns `id` and `country`, or a GEXF graph whose nodes have an attribute
/// `country`.
public enum LinkCountryFile {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its name, for messages.
  ///   - code: Gives the code, ISO 3166-1 alpha-2, of a code or a name; nil for a name that is none.
  /// - Returns: Codes by identifier; things whose country is not understood are left out.
  /// - Throws: ``PasserelleError`` with code `.evaluationInvalid` for a table without the columns, and those of
  ///   malformed XML.
  public static func countries(
    _ bytes: [UInt8], file: String, code: (String) -> String?
  ) throws -> [String: String] {
    let isXML = bytes.first { ![0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "<")
    return isXML ? try graph(bytes, file: file, code: code) : try table(bytes, file: file, code: code)
  }

  private static func table(
    _ bytes: [UInt8], file: String, code: (String) -> String?
  ) throws -> [String: String] {
    let rows = DelimitedRows(bytes)
    guard let id = rows.column("id"), let country = rows.column("country") else {
      throw PasserelleError(
        .evaluationInvalid,
        LocalizedText(fr: "Colonnes attendues : id et country.", en: "Expected columns: id and country."),
        at: SourceLocation(file: file, line: 1))
    }
    var countries: [String: String] = [:]
    for row in rows.rows {
      countries[DelimitedRows.field(row, id)] = code(DelimitedRows.field(row, country))
    }
    return countries
  }

  private static func graph(
    _ bytes: [UInt8], file: String, code: (String) -> String?
  ) throws -> [String: String] {
    let reader = try XMLPullReader(MemoryByteSource(bytes), file: file)
    var (key, node): (String?, String?)
    var countries: [String: String] = [:]
    while let event = try reader.next() {
      guard event == .start else { continue }
      switch reader.name {
      case "attribute":
        if reader.attribute("title") == "country" { key = reader.attribute("id") }
      case "node":
        node = reader.attribute("id")
      case "attvalue":
        if let key, let node, reader.attribute("for") == key, let name = reader.attribute("value") {
          countries[node] = code(name)
        }
      default: break
      }
    }
    return countries
  }
}
