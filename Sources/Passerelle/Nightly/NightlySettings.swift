import Foundation
import PasserelleCore
import Yams

/// What `settings.yaml` says about nightly runs: volumes, retention, sources to fetch.
public struct NightlySettings: Sendable, Hashable {
  /// A file that is fetched over HTTP before the inbox is read.
  public struct Source: Sendable, Hashable {
    /// The name, unique; letters, digits and hyphens.
    public var name: String
    /// Where it is, `http` or `https`.
    public var url: String
    /// The folder of the inbox that it is put in.
    public var folder: String

    /// Makes a source.
    public init(name: String, url: String, folder: String) {
      (self.name, self.url, self.folder) = (name, url, folder)
    }
  }

  /// With how many days before the volume of a source is compared.
  public var volumeNights = 14
  /// By how many percent below the median a source must be to be told of.
  public var volumeDropPercent = 50
  /// How often a file is asked for, where the fault may pass.
  public var fetchTries = 4
  /// For how many days reports and alerts are kept.
  public var reportDays = 400
  /// For how many days what is in quarantine is kept.
  public var quarantineDays = 90
  /// The files to fetch.
  public var sources: [Source] = []

  /// Makes the default settings.
  public init() {}

  /// The lines of the file, with a comment for each block.
  var yaml: String {
    var text = """
      # Nuits : jours comparés, baisse signalée (%), essais. / Nights: days compared, drop told of (%), tries.
      nightly:
        volumeNights: \(volumeNights)
        volumeDropPercent: \(volumeDropPercent)
        fetchTries: \(fetchTries)
      # Jours de conservation après une nuit. / Days for which files are kept, applied by a night.
      retention:
        reports: \(reportDays)
        quarantine: \(quarantineDays)

      """
    guard !sources.isEmpty else { return text }
    text += "# Fichiers à chercher chaque nuit. / Files fetched each night.\nsources:\n"
    for source in sources {
      text += "  - name: \(source.name)\n    url: \"\(source.url)\"\n    folder: \(source.folder)\n"
    }
    return text
  }

  /// Takes one block of the file in.
  ///
  /// - Returns: What is wrong with it; nil where nothing is.
  mutating func take(_ block: String, _ node: Node) -> LocalizedText? {
    block == "sources" ? takeSources(node) : takeNumbers(block, node)
  }

  private mutating func takeNumbers(_ block: String, _ node: Node) -> LocalizedText? {
    guard let mapping = node.mapping else {
      return LocalizedText(
        fr: "« \(block) » : des lignes « clé: valeur ».", en: "'\(block)': 'key: value' lines.")
    }
    for (key, value) in mapping {
      let name = "\(block).\(key.string ?? "")"
      let limit: Int
      let path: WritableKeyPath<NightlySettings, Int>
      switch name {
      case "nightly.volumeNights": (path, limit) = (\.volumeNights, 366)
      case "nightly.volumeDropPercent": (path, limit) = (\.volumeDropPercent, 100)
      case "nightly.fetchTries": (path, limit) = (\.fetchTries, 20)
      case "retention.reports": (path, limit) = (\.reportDays, 36_500)
      case "retention.quarantine": (path, limit) = (\.quarantineDays, 36_500)
      default:
        return LocalizedText(
          fr: "Réglage inconnu « \(name) ».", en: "Unknown setting '\(name)'.")
      }
      guard let number = value.int, (1...limit).contains(number) else {
        return LocalizedText(fr: "« \(name) » : de 1 à \(limit).", en: "'\(name)': 1 to \(limit).")
      }
      self[keyPath: path] = number
    }
    return nil
  }

  private mutating func takeSources(_ node: Node) -> LocalizedText? {
    guard let sequence = node.sequence else {
      return LocalizedText(
        fr: "« sources » : une liste avec name, url et folder.",
        en: "'sources': a list with name, url and folder.")
    }
    sources = []
    for one in sequence {
      let members = one.mapping.map {
        Dictionary($0.map { ($0.key.string ?? "", $0.value.string ?? "") }) { $1 }
      }
      guard let members, Set(members.keys) == ["name", "url", "folder"], let name = members["name"],
        let url = members["url"], let folder = members["folder"]
      else {
        return LocalizedText(
          fr: "« sources » : chaque source a name, url et folder, rien d'autre.",
          en: "'sources': each source has name, url and folder, nothing else.")
      }
      let isSound =
        Self.isSoundName(name) && !sources.contains { $0.name == name }
        && folder.split(separator: "/").allSatisfy {
          Self.isSoundName(String($0))
        } && !folder.hasPrefix("/") && !folder.isEmpty
      guard isSound else {
        return LocalizedText(
          fr: "Source « \(name) » : un nom unique et un dossier de lettres, chiffres, tirets et points.",
          en: "Source '\(name)': a unique name and a folder of letters, digits, hyphens and full stops.")
      }
      guard let address = URL(string: url), ["http", "https"].contains(address.scheme ?? ""),
        address.host != nil
      else {
        return LocalizedText(
          fr: "Source « \(name) » : l'adresse « \(url) » n'est ni http ni https.",
          en: "Source '\(name)': the address '\(url)' is neither http nor https.")
      }
      sources.append(Source(name: name, url: url, folder: folder))
    }
    return nil
  }

  /// Whether a name is one of a file that is neither hidden nor elsewhere.
  private static func isSoundName(_ name: String) -> Bool {
    !name.isEmpty && name.first != "."
      && name.utf8.allSatisfy {
        ($0 | 32 >= 97 && $0 | 32 <= 122) || (48...57).contains($0) || "-_.".utf8.contains($0)
      }
  }
}
