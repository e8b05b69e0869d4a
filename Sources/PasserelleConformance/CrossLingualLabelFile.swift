import Foundation
import PasserelleCore
import PasserelleOntology

/// The official CPV labels as one CSV file: a column `code` and columns such as `fra_label` (RFC 4180).
struct CrossLingualLabelFile {
  /// Every label of the languages read.
  private(set) var labels: [CPVConceptLabel] = []
  private var textByCode: [String: String] = [:]

  /// The columns of the languages that the product analyses.
  static let columns: [String: String] = [
    "deu_label": "de", "eng_label": "en", "fra_label": "fr", "ita_label": "it", "nld_label": "nl",
    "por_label": "pt", "spa_label": "es",
  ]

  /// Reads a file.
  ///
  /// - Throws: ``PasserelleError`` with code `.inputNotFound` or `.inputUnreadable`, or `.evaluationInvalid` when
  ///   it has no such columns.
  init(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw PasserelleError(
        .inputNotFound,
        LocalizedText(
          fr: "le fichier des libellés n’existe pas : vérifiez le chemin",
          en: "the file of labels does not exist: check the path"),
        at: SourceLocation(file: path))
    }
    let contents: Data
    do {
      contents = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw PasserelleError(
        .inputUnreadable,
        LocalizedText(
          fr: "le fichier des libellés ne peut être lu : vérifiez ses droits",
          en: "the file of labels cannot be read: check its permissions"),
        at: SourceLocation(file: path), cause: error)
    }
    var rows = Self.rows([UInt8](contents))[...]
    let header = rows.popFirst() ?? []
    let languages = header.map { Self.columns[$0] }
    guard let codeColumn = header.firstIndex(of: "code"), languages.contains(where: { $0 != nil }) else {
      throw PasserelleError(
        .evaluationInvalid,
        LocalizedText(
          fr: "le fichier des libellés doit avoir les colonnes code et fra_label, por_label…",
          en: "the file of labels must have the columns code and fra_label, por_label…"),
        at: SourceLocation(file: path, line: 1))
    }
    for row in rows where row.count == header.count {
      guard let code = CPVCode(digits: row[codeColumn]) else { continue }
      for (column, language) in languages.enumerated() {
        guard let language, !row[column].isEmpty else { continue }
        labels.append(CPVConceptLabel(code: code, language: language, text: row[column]))
        textByCode[language + code.digits] = row[column]
      }
    }
  }

  /// The label of a code in a language.
  func text(_ code: CPVCode, _ language: String) -> String? { textByCode[language + code.digits] }

  /// The fields of each row; quotes doubled within quotes, any line ending.
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func closeField() {
      row.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }
    func closeRow() {
      if row.isEmpty && field.isEmpty { return }
      closeField()
      rows.append(row)
      row = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        if isQuoted, index < bytes.count, bytes[index] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted.toggle()
        }
      case UInt8(ascii: ",") where !isQuoted: closeField()
      case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted: closeRow()
      default: field.append(byte)
      }
    }
    closeRow()
    return rows
  }
}
