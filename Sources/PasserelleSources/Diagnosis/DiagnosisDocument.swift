internal import PasserelleCore
internal import Yams

/// Reads YAML or JSON: one diagnosis, or a list of them.
enum DiagnosisDocument {
  /// The keys of a diagnosis whose values are fields.
  private static let keys: [String: DiagnosisField] = [
    "declared": .declared, "language": .language, "demonstration": .demonstration,
  ]
  /// The keys of its territory.
  private static let cityKeys: [String: DiagnosisField] = [
    "name": .city, "insee": .insee, "identifier": .identifier, "population": .population,
  ]

  /// The diagnoses of a document.
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8.
  ///   - file: The name for diagnostics.
  /// - Returns: What is said of each territory.
  /// - Throws: ``PasserelleError`` with code `input.unknownFormat`.
  static func drafts(of bytes: [UInt8], file: String) throws -> [DiagnosisDraft] {
    let root: Node?
    do {
      root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw PasserelleError(
        .inputUnknownFormat,
        LocalizedText(
          fr: "Le fichier n’est ni du YAML, ni du JSON, ni un tableau de diagnostic : \(error)",
          en: "The file is no YAML, JSON or table of a diagnosis: \(error)"),
        at: SourceLocation(file: file), cause: error)
    }
    let nodes = root?.sequence.map(Array.init) ?? [root].compactMap { $0 }
    guard !nodes.isEmpty,
      nodes.allSatisfy({ $0.mapping?["format"]?.scalar?.string == DiagnosisReader.format })
    else {
      throw PasserelleError(
        .inputUnknownFormat,
        LocalizedText(
          fr: "Le fichier doit commencer par « format: \(DiagnosisReader.format) ».",
          en: "The file must begin with 'format: \(DiagnosisReader.format)'."),
        at: SourceLocation(file: file))
    }
    return nodes.enumerated().map { index, node in
      var draft = DiagnosisDraft(
        location: SourceLocation(file: file, record: index + 1, line: node.mark?.line ?? 1))
      for (key, value) in node.mapping ?? [:] { take(key.string ?? "", value, into: &draft) }
      draft.bytes = nodes.count == 1 ? bytes : Array(((try? Yams.serialize(node: node)) ?? "").utf8)
      return draft
    }
  }

  private static func take(_ key: String, _ value: Node, into draft: inout DiagnosisDraft) {
    switch key {
    case "format": break
    case "city":
      for (name, inner) in value.mapping ?? [:] {
        let name = name.string ?? ""
        if let field = cityKeys[name], let text = inner.scalar?.string {
          draft.set(field, text, name: "city." + name)
        } else {
          draft.unknown.append("city." + name)
        }
      }
    case "answers":
      for (service, inner) in value.mapping ?? [:] {
        let service = service.string ?? ""
        draft.answers.append(
          .init(
            service: service, written: inner.scalar?.string ?? "?",
            path: "answers." + String(service.prefix(80))))
      }
    default:
      if let field = keys[key], let text = value.scalar?.string {
        draft.set(field, text, name: key)
      } else {
        draft.unknown.append(key)
      }
    }
  }
}
