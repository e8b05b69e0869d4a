import Passerelle
import PasserelleCore
import PasserelleMatching
import Testing

/// Every fourth vendor of the demonstration corpus, labelled by hand from the titles of its awards.
///
/// Where the taxonomy says which domain a use case belongs to (connectivity: administration), the labels follow it.
private struct GoldenVendor {
  let siren: String
  let domains: Set<String>
  let useCases: Set<String>

  init(_ siren: String, _ domains: String, _ useCases: String) {
    self.siren = siren
    self.domains = Set(domains.split(separator: " ").map(String.init))
    self.useCases = Set(useCases.split(separator: " ").map(String.init))
  }

  /// Those at even places served to choose the constants, those at odd places to judge them.
  static let all: [GoldenVendor] = [
    .init("999003114", "travel", "parking"),
    .init("999012040", "administration", "citizen-participation"),
    .init("999046337", "lighting travel", "smart-lighting electric-charging"),
    .init("999069339", "administration", "open-data"),
    .init("999104201", "lighting travel", "smart-lighting electric-charging traffic-management"),
    .init("999134554", "travel", "traffic-management"),
    .init("999159080", "safety", "video-protection"),
    .init("999178981", "water health", "stormwater air-quality"),
    .init("999201809", "administration", "cyber-security data-platform"),
    .init("999214364", "water", "water-management metering leak-detection"),
    .init("999228687", "education", "school-services"),
    .init("999240104", "administration", "connectivity"),
    .init("999276512", "travel", "electric-charging"),
    .init("999302490", "travel", "bike-sharing"),
    .init("999339898", "lighting", "smart-lighting"),
    .init("999408198", "administration", "data-platform"),
    .init("999431612", "water", "stormwater"),
    .init("999495658", "travel", "parking"),
    .init("999525942", "education", ""),
    .init("999542418", "travel", "electric-charging"),
    .init("999559594", "health", "air-quality"),
    .init("999581424", "travel", ""),
    .init("999618358", "public-transport", "mobility-ticketing"),
    .init("999639248", "lighting energy", "smart-lighting"),
    .init("999660442", "safety administration", "video-protection connectivity"),
    .init("999699168", "administration", "connectivity"),
    .init("999723430", "health", "air-quality"),
    .init("999747793", "waste", "waste-collection"),
    .init("999778368", "waste administration", "waste-collection connectivity"),
    .init("999801707", "social", "digital-inclusion"),
    .init("999853484", "water", "stormwater"),
    .init("999908783", "water energy", "water-management building-management"),
    .init("999932791", "public-transport", "mobility-ticketing"),
    .init("999948474", "energy", "district-heating"),
    .init("999958549", "social", "digital-inclusion"),
    .init("999981111", "social", "digital-inclusion"),
  ]
}

/// Attachments found against those wanted.
private struct Tally {
  var right = 0
  var wrong = 0
  var missed = 0

  var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
  var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }

  mutating func add(_ found: Set<String>, _ wanted: Set<String>) {
    right += found.intersection(wanted).count
    wrong += found.subtracting(wanted).count
    missed += wanted.subtracting(found).count
  }

  func text(_ name: String) -> String {
    func percent(_ share: Double) -> String { String(Int((share * 100).rounded())) + " %" }
    return
      "\(name): precision \(percent(precision)), recall \(percent(recall)) (\(right) right, \(wrong) wrong, \(missed) missed)"
  }
}

extension DemonstrationTests {
  @Suite("Attachments against labels by hand") struct AttachmentGoldenTests {
    @Test("Precision and recall on the vendors kept apart")
    func heldOut() throws {
      let workspace = try DemonstrationTests.workspace()
      var tallies: [String: Tally] = [:]
      var errors: [String] = []
      for (place, vendor) in GoldenVendor.all.enumerated() {
        let half = place.isMultiple(of: 2) ? "chosen on" : "kept apart"
        let found = try workspace.attachments(of: "siren:" + vendor.siren, language: .english).attachments
        for (name, wanted, own) in [
          ("domains", vendor.domains, found.filter { $0.typology.scheme == .domain }),
          ("use cases", vendor.useCases, found.filter { $0.typology.scheme == .useCase }),
        ] {
          let all = Set(own.map(\.typology.key))
          let sure = Set(own.filter { $0.band != .weak }.map(\.typology.key))
          tallies["\(half), \(name), all bands", default: Tally()].add(all, wanted)
          tallies["\(half), \(name), some and strong", default: Tally()].add(sure, wanted)
          errors += all.subtracting(wanted).sorted().map { key in
            "\(half) + \(vendor.siren) \(key) \(own.first { $0.typology.key == key }.map { "\($0.band) \($0.score)" } ?? "")"
          }
          errors += wanted.subtracting(all).sorted().map { "\(half) - \(vendor.siren) \($0)" }
        }
      }
      for (name, tally) in tallies.sorted(by: { $0.key < $1.key }) { print(tally.text(name)) }
      print(errors.joined(separator: "\n"))
      let domains = try #require(tallies["kept apart, domains, all bands"])
      let useCases = try #require(tallies["kept apart, use cases, all bands"])
      #expect(domains.recall >= 0.55)
      #expect(domains.precision >= 0.55)
      #expect(useCases.recall >= 0.5)
      #expect(useCases.precision >= 0.7)
      let sureDomains = try #require(tallies["chosen on, domains, some and strong"])
      let sureCases = try #require(tallies["chosen on, use cases, some and strong"])
      #expect(sureDomains.precision >= 0.75)
      #expect(sureCases.precision >= 0.9)
    }
  }
}
