import Foundation
import PasserelleCore
import PasserelleDigest
import PasserelleOntology
import PasserellePipeline
import PasserelleSources

extension WorkspaceLayout {
  /// The folder of the eForms rules that were imported: one file an edition, as published.
  var rules: String { path + "/rules" }
}

extension Workspace {
  /// The editions of the eForms rules that were imported; each is read when a notice first asks for it.
  ///
  /// The code lists that rules name are those of the workspace, by the same names.
  func ruleShelf() -> EFormsRuleShelf {
    let (folder, lists) = (layout.rules, references)
    return EFormsRuleShelf(
      ruleVersions().map { version in
        .init(version: version) {
          let path = Self.rulePath(folder, version)
          guard let data = FileManager.default.contents(atPath: path) else {
            throw PasserelleError(
              .referenceInvalid,
              LocalizedText(
                fr: "Les règles « \(path) » ne peuvent pas être lues. Importez-les de nouveau.",
                en: "The rules '\(path)' cannot be read. Import them again."), at: SourceLocation(file: path))
          }
          return try EFormsRules(fields: [UInt8](data), file: path) { name in
            lists?.list(name).map { Set($0.entries.map(\.code)) }
          }
        }
      })
  }

  /// The shelf where there are rules; nil otherwise.
  func rulesForIngestion() -> EFormsRuleShelf? { ruleVersions().isEmpty ? nil : ruleShelf() }

  /// The versions of the rules that were imported, ascending.
  func ruleVersions() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: layout.rules)) ?? []
    return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// Takes the rules out of files to import and keeps them, as they were published.
  ///
  /// - Parameter files: The files; those that are rules are taken away.
  /// - Returns: What became of each edition; its codes are its rules.
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  func importRules(_ files: inout [InputFile]) throws -> [ReferenceImportAnswer.List] {
    var result: [ReferenceImportAnswer.List] = []
    var others: [InputFile] = []
    for file in files {
      guard file.path.split(separator: "/").last == "fields.json",
        let data = FileManager.default.contents(atPath: file.path),
        EFormsRules.detects(fileName: file.path, firstBytes: [UInt8](data.prefix(4096))),
        let rules = try? EFormsRules(fields: [UInt8](data), file: file.path)
      else {
        others.append(file)
        continue
      }
      let version = Self.fileName(rules.version)
      result.append(.init(id: version, codes: rules.count, outcome: try keep(data, version)))
    }
    files = others
    return result
  }

  /// Takes rules away.
  func removeRules(_ versions: some Sequence<String>) {
    for version in versions {
      try? FileManager.default.removeItem(atPath: Self.rulePath(layout.rules, version))
    }
  }

  /// The rules as lists of the workspace are told.
  func ruleSummaries() -> [ReferenceSummary] {
    ruleVersions().map { version in
      let path = Self.rulePath(layout.rules, version)
      let data = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
      let rules = try? EFormsRules(fields: data, file: path)
      let changed = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
      let seconds = changed?.timeIntervalSince1970 ?? 0
      return ReferenceSummary(
        id: version, label: LocalizedText(fr: "Règles des avis eForms", en: "Rules of eForms notices"),
        codes: rules?.count ?? 0, source: "Publications Office of the European Union", edition: "",
        imported: Instant(milliseconds: Int64(seconds * 1000)), licence: "",
        hash: SHA256Digest.hash(data).hexadecimal, bytes: data.count, isSound: rules != nil)
    }
  }

  private func keep(_ data: Data, _ version: String) throws -> String {
    let path = Self.rulePath(layout.rules, version)
    let former = FileManager.default.contents(atPath: path)
    if former == data { return "unchanged" }
    do {
      try FileManager.default.createDirectory(atPath: layout.rules, withIntermediateDirectories: true)
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw PasserelleError(
        .outputUnwritable,
        LocalizedText(
          fr: "« \(path) » ne peut pas être écrit. Vérifiez les droits et la place.",
          en: "'\(path)' cannot be written. Check the permissions and the space."),
        at: SourceLocation(file: path), cause: error)
    }
    return former == nil ? "added" : "changed"
  }

  private static func rulePath(_ folder: String, _ version: String) -> String {
    folder + "/" + version + ".json"
  }

  /// A version as a name of a file: letters, digits, points and dashes.
  private static func fileName(_ version: String) -> String {
    let name = String(version.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" })
    return String(name.drop { $0 == "." }.prefix(80))
  }
}
