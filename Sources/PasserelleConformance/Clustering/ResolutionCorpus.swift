import Foundation
import PasserelleCore
import PasserelleResolution
import PasserelleText

/// The names of real corpora with their official identifiers, for measuring resolution.
///
/// The folders are recognised by what is in them: awards (JSON lines or the DECP layout of 2019), award edges (CSV),
/// participants of Horizon 2020, French research structures, notices. Names of persons in these files are not read.
public struct ResolutionCorpus: Sendable {
  /// The mentions, in the order of the files.
  public let mentions: [CorpusMention]

  /// Makes a corpus of mentions.
  public init(mentions: [CorpusMention]) { self.mentions = mentions }

  /// Reads all corpora below a folder.
  ///
  /// - Parameter folder: The folder; corpora that are not there are passed over.
  /// - Throws: ``PasserelleError`` with code `.inputNotFound` when no corpus is found.
  public init(folder: String) throws {
    var gatherer = MentionGatherer()
    for (name, source) in [("decp-2019", "decp"), ("base-pt-2024", "base")] {
      Self.readAwards(folder + "/" + name + "/awards_dev.jsonl", source, &gatherer)
    }
    let raw = folder + "/decp-2019/raw_dev"
    for file in ((try? FileManager.default.contentsOfDirectory(atPath: raw)) ?? []).sorted()
    where file.hasSuffix(".json") {
      Self.readContracts(raw + "/" + file, &gatherer)
    }
    Self.readEdges(folder + "/decp-2024h2-cpv4521/decp_2024H2_travaux_cpv4521_filtered.csv", &gatherer)
    Self.readParticipants(folder + "/h2020-orgs/stacked_dump.csv", &gatherer)
    Self.readLaboratories(folder + "/rnsr/fr-esr-structures-recherche-publiques-actives.csv", &gatherer)
    Self.readNotices(folder + "/boamp-2020/notices.jsonl", &gatherer)
    mentions = gatherer.finished()
    if mentions.isEmpty {
      throw PasserelleError(
        .inputNotFound,
        LocalizedText(
          fr: "aucun corpus connu dans ce dossier : vérifiez le chemin",
          en: "no known corpus in this folder: check the path"),
        at: SourceLocation(file: folder))
    }
  }

  private static func bytes(_ path: String) -> [UInt8] {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
  }

  private static func objects(ofLines path: String) -> [[String: Any]] {
    bytes(path).split(separator: 0x0A).compactMap {
      (try? JSONSerialization.jsonObject(with: Data($0))) as? [String: Any]
    }
  }

  private static func text(_ value: Any?) -> String {
    let text = (value as? String) ?? (value as? NSNumber)?.stringValue ?? ""
    return TextRepair.cleaned(text) ?? text
  }

  /// Awards, a JSON object a line: `buyer_id`, `buyer_name`, `winners`.
  private static func readAwards(_ path: String, _ source: String, _ gatherer: inout MentionGatherer) {
    for award in objects(ofLines: path) {
      let country = source == "base" ? "PT" : "FR"
      let buyer = text(award["buyer_name"])
      let code = text(award["cpv"])
      var winners: [String] = []
      for winner in award["winners"] as? [[String: Any]] ?? [] {
        let name = text(winner["name"])
        winners.append(name)
        gatherer.add(
          Mention(id: "", names: [name], country: country, source: source),
          truth: truth(text(winner["id"])), activity: code, neighbour: buyer)
      }
      gatherer.add(
        Mention(id: "", kind: .publicBody, names: [buyer], country: country, source: source),
        truth: truth(text(award["buyer_id"])), activity: code)
    }
  }

  /// An identifier as `FR-SIRET-…`, `FR-SIREN-…` or `PT-NIF-…`.
  private static func truth(_ written: String) -> CorpusMention.Truth? {
    let parts = written.split(separator: "-", maxSplits: 2)
    guard parts.count == 3 else { return nil }
    switch parts[1] {
    case "SIRET": return CorpusMention.Truth(.siret, String(parts[2]))
    case "SIREN": return CorpusMention.Truth(.siren, String(parts[2]))
    case "NIF": return CorpusMention.Truth(.nif, String(parts[2]))
    default: return nil
    }
  }

  /// Contracts in the DECP layout of 2019.
  private static func readContracts(_ path: String, _ gatherer: inout MentionGatherer) {
    guard let whole = (try? JSONSerialization.jsonObject(with: Data(bytes(path)))) as? [String: Any] else {
      return
    }
    for contract in whole["marches"] as? [[String: Any]] ?? [] {
      let buyer = contract["acheteur"] as? [String: Any] ?? [:]
      let code = text(contract["codeCPV"])
      for winner in contract["titulaires"] as? [[String: Any]] ?? [] {
        let isFrench = text(winner["typeIdentifiant"]) == "SIRET"
        gatherer.add(
          Mention(
            id: "", names: [text(winner["denominationSociale"])], country: isFrench ? "FR" : "",
            source: "decp"),
          truth: isFrench ? CorpusMention.Truth(.siret, text(winner["id"])) : nil, activity: code,
          neighbour: text(buyer["nom"]))
      }
      gatherer.add(
        Mention(id: "", kind: .publicBody, names: [text(buyer["nom"])], country: "FR", source: "decp"),
        truth: CorpusMention.Truth(.siret, text(buyer["id"])), activity: code)
    }
  }

  /// Award edges with departments.
  private static func readEdges(_ path: String, _ gatherer: inout MentionGatherer) {
    let file = DelimitedRows(bytes(path))
    let columns = [
      "acheteur_id", "acheteur_nom", "acheteur_departement_code", "titulaire_id", "titulaire_nom",
      "titulaire_departement_code", "codeCPV",
    ].map { file.column($0) }
    for row in file.rows {
      let fields = columns.map { DelimitedRows.field(row, $0) }
      gatherer.add(
        Mention(
          id: "", kind: .publicBody, names: [fields[1]], country: "FR",
          place: Mention.Place(department: fields[2]), source: "decp-2024"),
        truth: CorpusMention.Truth(.siret, fields[0]), activity: fields[6])
      gatherer.add(
        Mention(
          id: "", names: [fields[4]], country: "FR", place: Mention.Place(department: fields[5]),
          source: "decp-2024"),
        truth: CorpusMention.Truth(.siret, fields[3]), activity: fields[6], neighbour: fields[1])
    }
  }

  /// Participants of Horizon 2020, by the Commission's number.
  private static func readParticipants(_ path: String, _ gatherer: inout MentionGatherer) {
    let file = DelimitedRows(bytes(path))
    let columns = ["orgId", "name", "shortName", "city", "country", "postCode"].map { file.column($0) }
    for row in file.rows {
      let fields = columns.map { DelimitedRows.field(row, $0) }
      // The Commission writes UK and EL where ISO writes GB and GR.
      let country = fields[4] == "UK" ? "GB" : fields[4] == "EL" ? "GR" : fields[4]
      gatherer.add(
        Mention(
          id: "", names: [fields[1]] + (fields[2].count > 1 && fields[2] != fields[1] ? [fields[2]] : []),
          country: country, place: Mention.Place(town: fields[3], postcode: fields[5]), source: "h2020"),
        truth: CorpusMention.Truth(.pic, fields[0]))
    }
  }

  /// French research structures and the bodies that supervise them.
  private static func readLaboratories(_ path: String, _ gatherer: inout MentionGatherer) {
    let file = DelimitedRows(bytes(path))
    let columns = [
      "numero_national_de_structure", "libelle", "sigle", "commune", "code_postal", "tutelles",
      "sigles_des_tutelles",
      "siret_des_tutelles",
    ].map { file.column($0) }
    for row in file.rows {
      let fields = columns.map { DelimitedRows.field(row, $0) }
      gatherer.add(
        Mention(
          id: "", kind: .laboratory, names: [fields[1]] + (fields[2].isEmpty ? [] : [fields[2]]),
          country: "FR",
          place: Mention.Place(town: fields[3], postcode: fields[4], department: String(fields[4].prefix(2))),
          source: "rnsr"),
        truth: CorpusMention.Truth(.rnsr, fields[0]))
      let lists = [fields[5], fields[6], fields[7]].map {
        $0.split(separator: ";", omittingEmptySubsequences: false)
      }
      guard lists[0].count == lists[2].count else { continue }
      for (place, name) in lists[0].enumerated() {
        let short = place < lists[1].count ? String(lists[1][place]) : ""
        gatherer.add(
          Mention(
            id: "", kind: .publicBody, names: [String(name)] + (short.isEmpty ? [] : [short]), country: "FR",
            source: "rnsr-body"),
          truth: CorpusMention.Truth(.siret, String(lists[2][place])))
      }
    }
  }

  /// Notices, a JSON object a line: buyers without identifiers.
  private static func readNotices(_ path: String, _ gatherer: inout MentionGatherer) {
    for notice in objects(ofLines: path) {
      let departments = notice["departments"] as? [String] ?? []
      gatherer.add(
        Mention(
          id: "", kind: .publicBody, names: [text(notice["buyer_name"])], country: "FR",
          place: Mention.Place(department: departments.count == 1 ? departments[0] : ""), source: "boamp"),
        truth: nil)
    }
  }
}
