import Foundation
import PasserelleArchive
import PasserelleCore
import Testing

@testable import PasserelleSources

@Suite("Real notices of TED")
struct TEDSharedDataTests {
  /// Counts over notices.
  struct Balance {
    var notices = 0
    var calls = 0
    var awards = 0
    var refused = 0
    var statements = 0
    var codes: [String: Int] = [:]
    var agreement: [String: (right: Int, of: Int)] = [:]
    var differences: [String: [String]] = [:]

    mutating func compare(_ field: String, _ isRight: Bool, _ difference: @autoclosure () -> String) {
      agreement[field, default: (0, 0)].of += 1
      if isRight {
        agreement[field, default: (0, 0)].right += 1
      } else if differences[field, default: []].count < 40 {
        differences[field, default: []].append(difference())
      }
    }
  }

  @Test(
    "are read as their extract says",
    .enabled(if: SharedDataTests.shared != nil, "no real data under PASSERELLE_SHARED"))
  func extract() throws {
    let folder = try #require(SharedDataTests.shared) + "/data/ted-xml/"
    let isWhole = ProcessInfo.processInfo.environment["PASSERELLE_TED"] != nil
    var documents: [(name: String, bytes: [UInt8])] = []
    for year in isWhole ? 2016...2021 : 2019...2019 {
      try Self.read(folder + "\(year).tar.gz", each: isWhole ? 1 : 6) { documents.append(($0, $1)) }
    }
    let wanted = documents.map { String(($0.name.split(separator: "/").last ?? "").dropLast(4)) }
    let extract = try Self.extract(folder + "notices.jsonl.gz", of: Set(wanted))
    var balance = Balance()
    for (name, bytes) in documents {
      Self.count(try harvest(TEDReader(), bytes, file: name), extract, &balance)
    }
    #expect(balance.notices == (isWhole ? 3528 : 47))
    if isWhole { Self.show(balance) }
    #expect(balance.refused == 0)
    for (field, count) in balance.agreement {
      let share = Double(count.right) / Double(count.of)
      #expect(share >= Self.least[field] ?? 1, "\(field) \(count)")
    }
    if isWhole {
      #expect(balance.calls == 3391)
      #expect(balance.awards == 4357)
    }
  }

  /// The least share of agreement; all where none stands here.
  ///
  /// Names of natural persons are dropped; corrections leave codes of the notice corrected out; the extract takes
  /// territories of review bodies and contact points for those of the purchase.
  private static let least = ["buyer": 0.97, "cpv": 0.97, "nuts": 0.9, "title": 0.97, "winner": 0.97]

  private static func count(_ result: Harvest, _ extract: [String: [String: Any]], _ balance: inout Balance) {
    balance.notices += 1
    balance.refused += result.refused.count
    let mapped = result.mapped
    balance.calls += mapped.count { $0.kind == .call }
    balance.awards += mapped.count { $0.kind == .award }
    for one in mapped { balance.statements += one.statements.triples.count }
    for code in result.refused.flatMap(\.diagnostics) + mapped.flatMap(\.diagnostics) {
      balance.codes[code.code.name, default: 0] += 1
    }
    guard
      let number = result.records.compactMap({
        ($0 as? TEDRecord)?.notice.number ?? ($0 as? TEDAwardRecord)?.notice.number
      }).first,
      let known = extract[number]
    else { return }
    func fold(_ text: String) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    let titles = Set(mapped.flatMap { $0.values(Vocabulary.title) }.map(fold))
    let title = fold(known["title"] as? String ?? "")
    balance.compare(
      "title", titles.contains { $0.hasPrefix(title) || title.hasPrefix($0) && !$0.isEmpty } || title.isEmpty,
      "\(number) \(known["title"] ?? "") | \(titles.first ?? "")")
    let codes = Set(
      mapped.flatMap {
        $0.values(Vocabulary.hasMainClassification) + $0.values(Vocabulary.hasAdditionalClassification)
      }
      .map { String($0.suffix(8)) })
    let wanted = Set(known["cpv"] as? [String] ?? [])
    balance.compare("cpv", wanted.isSubset(of: codes), "\(number) \(wanted.subtracting(codes))")
    let places = Set(
      mapped.flatMap { $0.values(Vocabulary.placeOfPerformance) + $0.values(NoticeVocabulary.locatedIn) }.map
      { String($0.split(separator: "/").last ?? "") })
    let nuts = Set(known["nuts"] as? [String] ?? [])
    balance.compare(
      "nuts", nuts.isSubset(of: places), "\(number) \(nuts.subtracting(places)) \(places.sorted())")
    let names = Set(
      mapped.flatMap { $0.values(Vocabulary.name) + $0.values(Vocabulary.alternativeLabel) }.map(fold))
    // The extract has no buyer of forms before R2.0.9.
    if known["buyer"] as? String != "" {
      balance.compare(
        "buyer", names.contains(fold(known["buyer"] as? String ?? "")), "\(number) \(known["buyer"] ?? "")")
    }
    let lots = known["lots"] as? [[String: Any]] ?? []
    let stated = mapped.flatMap { $0.values(Vocabulary.hasLot) }.count
    // The extract ends at 200 lots.
    if !lots.isEmpty, lots.count < 200, mapped.contains(where: { $0.kind == .call }),
      result.records.contains(where: { ($0 as? TEDRecord)?.form.isCorrection == false })
    {
      balance.compare("lots", stated == lots.count, "\(number) \(lots.count) \(stated)")
    }
    let descriptions = mapped.flatMap { $0.values(Vocabulary.description) }.map(fold)
    for lot in lots {
      let words = fold(lot["description"] as? String ?? "").prefix(60)
      if !words.isEmpty {
        balance.compare(
          "lot description", descriptions.contains { $0.hasPrefix(words) },
          "\(number) \(lot["lot"] ?? "") \(words)")
      }
    }
    let awards = known["awards"] as? [[String: Any]] ?? []
    let winnerNames = Set(
      mapped.filter { $0.kind == .award }.flatMap {
        $0.values(Vocabulary.name) + $0.values(Vocabulary.alternativeLabel)
      }.map(fold))
    let amounts = Set(mapped.flatMap { $0.values(Vocabulary.amount) }.compactMap(Double.init))
    let days = Set(
      mapped.flatMap { $0.values(Vocabulary.notified) + $0.values(NoticeVocabulary.decisionDate) })
    balance.compare(
      "awards", awards.count <= mapped.count { $0.kind == .award },
      "\(number) \(awards.count) \(mapped.count { $0.kind == .award })")
    for award in awards {
      for winner in award["winners"] as? [[String: Any]] ?? [] {
        let name = winner["name"] as? String ?? ""
        balance.compare("winner", winnerNames.contains(fold(name)), "\(number) \(name)")
      }
      if let amount = (award["amount"] as? String).flatMap(Double.init) {
        balance.compare(
          "amount", amounts.contains(amount), "\(number) \(amount) \(amounts.sorted().prefix(3))")
      }
      if let day = award["date"] as? String, !day.isEmpty {
        balance.compare("date", days.contains(day), "\(number) \(day) \(days.sorted().prefix(3))")
      }
    }
  }

  private static func show(_ balance: Balance) {
    print(
      "TED: notices \(balance.notices) calls \(balance.calls) awards \(balance.awards) refused \(balance.refused) statements \(balance.statements)"
    )
    for (field, count) in balance.agreement.sorted(by: { $0.key < $1.key }) {
      print("TED:", field, count.right, count.of)
    }
    for (code, count) in balance.codes.sorted(by: { $0.value > $1.value }) { print("TED:", code, count) }
    for (field, all) in balance.differences.sorted(by: { $0.key < $1.key }) {
      for one in all { print("DIFF", field, one) }
    }
  }

  private static func read(_ path: String, each: Int, _ body: (String, [UInt8]) throws -> Void) throws {
    var rank = 0
    try ContainerWalk.read(try FileByteSource(path: path), file: path) { item in
      guard case .file(let file) = item else { return true }
      rank += 1
      guard rank % each == 0 else { return true }
      var input = file.input
      try body(file.name, try input.bytes(upTo: 64 << 20, chunkBytes: 1 << 16))
      return true
    }
  }

  private static func extract(_ path: String, of wanted: Set<String>) throws -> [String: [String: Any]] {
    var found: [String: [String: Any]] = [:]
    try read(path, each: 1) { _, bytes in
      try bytes.withUnsafeBytes { raw in
        guard let base = raw.baseAddress else { return }
        var start = 0
        while start < raw.count {
          let end =
            memchr(base + start, 10, raw.count - start).map { UnsafeRawPointer($0) - base } ?? raw.count
          let head = String(decoding: raw[start..<min(start + 30, end)], as: UTF8.self)
          let parts = head.split(separator: "\"")
          if parts.count > 3, wanted.contains(String(parts[3])) {
            let line = Data(bytes: base + start, count: end - start)
            found[String(parts[3])] = try JSONSerialization.jsonObject(with: line) as? [String: Any]
          }
          start = end + 1
        }
      }
    }
    return found
  }
}
