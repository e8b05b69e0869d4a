import Foundation
import PasserelleCore
import PasserelleSources

/// Finds the rules of eForms in files that the user names.
enum RuleFiles {
  /// The rules of a `fields.json`, or of a folder of the Publications Office's SDK.
  ///
  /// The code lists are those of the folder `codelists` beside it.
  ///
  /// - Throws: ``PasserelleError`` with code `input.notFound` for a path without rules, and what reading them throws.
  static func shelf(path: String) throws -> EFormsRuleShelf {
    let candidates = ["/fields/fields.json", "/fields.json", ""].map { path + $0 }
    let found = candidates.first { FileManager.default.contents(atPath: $0) != nil }
    guard let file = found, let data = FileManager.default.contents(atPath: file) else {
      throw PasserelleError(
        .inputNotFound,
        LocalizedText(
          fr:
            "« \(path) » ne contient pas de règles eForms. Indiquez un « fields.json » ou le dossier du SDK.",
          en: "'\(path)' holds no eForms rules. Name a 'fields.json' or the folder of the SDK."),
        at: SourceLocation(file: path))
    }
    let folder = (file as NSString).deletingLastPathComponent
    let places = [path, folder, (folder as NSString).deletingLastPathComponent].map { $0 + "/codelists" }
    let lists = places.lazy.compactMap { place in
      (try? FileManager.default.contentsOfDirectory(atPath: place)).map { (place, $0.sorted()) }
    }.first
    let rules = try EFormsRules(fields: [UInt8](data), file: file) { name in
      guard let (place, names) = lists else { return nil }
      return codes(name, place, names)
    }
    return EFormsRuleShelf([.init(version: rules.version) { rules }])
  }

  /// The codes of a list, from the file of its name, which may follow that of its parent.
  private static func codes(_ name: String, _ folder: String, _ names: [String]) -> Set<String>? {
    let candidates = names.filter { $0 == name + ".gc" || $0.hasSuffix("_" + name + ".gc") }
    for candidate in candidates {
      let path = folder + "/" + candidate
      guard var input: any ByteSource = try? FileByteSource(path: path),
        let found = try? EFormsRules.codes(of: &input, file: path), found.name == name
      else { continue }
      return found.codes
    }
    return nil
  }
}
