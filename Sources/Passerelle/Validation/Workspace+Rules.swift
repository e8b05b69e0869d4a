import Foundation
import PasserelleArchive
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

  /// The largest file of rules, in bytes.
  private static var rulesLimit: Int { 256 << 20 }

  /// Takes a file that holds rules, and keeps it as it was published.
  ///
  /// - Parameters:
  ///   - name: The file's name; of one in an archive, with its place there.
  ///   - head: Its first bytes.
  ///   - input: Its bytes.
  /// - Returns: What became of the edition, its codes being its rules; nil for a file that is no rules.
  /// - Throws: ``PasserelleError`` for rules that cannot be read, and with code `output.unwritable`.
  func importRules(
    _ name: String, _ head: [UInt8], _ input: inout any ByteSource
  ) throws -> ReferenceImportAnswer.List? {
    guard ArchivePath.inner(name).split(separator: "/").last == "fields.json",
      EFormsRules.detects(fileName: name, firstBytes: head)
    else { return nil }
    let bytes = try input.bytes(upTo: Self.rulesLimit, chunkBytes: 1 << 20)
    let rules = try EFormsRules(fields: bytes, file: name)
    let version = Self.fileName(rules.version)
    return .init(id: version, codes: rules.count, outcome: try keep(Data(bytes), version))
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
