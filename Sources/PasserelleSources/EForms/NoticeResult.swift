internal import PasserelleCore
internal import PasserelleXML

/// The result section of a notice with its references followed: lot result → tender → tendering party → organisation,
/// and contract → tender.
struct NoticeResult: Sendable {
  /// Something that the references showed, to be told with the first record of the notice.
  struct Finding: Sendable {
    let code: DiagnosticCode
    let field: String
    let value: String
  }

  /// What became of a lot.
  struct LotResult: Sendable {
    let element: XMLElement
    /// The lot, or the group of lots (BT-13713).
    let lot: String?
    /// The eForms code (BT-142).
    let status: String?
    /// The contracts (OPT-315) and tenders (OPT-320) that it refers to.
    let contracts: [String]
    let tenders: [String]
  }

  let element: XMLElement
  let lotResults: [LotResult]
  /// The awards of the notice, in its order: its contracts, then the lots that have a winner and no contract.
  private(set) var awards: [NoticeAward] = []
  private(set) var findings: [Finding] = []

  private let tenders: [String: XMLElement]
  private let parties: [String: XMLElement]
  private let groupMembers: [String: [String]]
  private let lots: Set<String>

  /// Reads the section; nil for a notice without one.
  init?(_ notice: EFormsNotice) {
    guard let element = notice.extensions.lazy.compactMap({ $0.first("NoticeResult") }).first else {
      return nil
    }
    self.element = element
    tenders = Self.index(element.all("LotTender"))
    parties = Self.index(element.all("TenderingParty"))
    groupMembers = Dictionary(notice.lotGroupMembers.map { ($0.group, $0.lots) }) { first, _ in first }
    lots = Set((notice.lots + notice.lotGroups).compactMap { $0.first("ID")?.content })
    lotResults = element.all("LotResult").map { result in
      LotResult(
        element: result, lot: result.first(path: ["TenderLot", "ID"])?.content,
        status: result.first("TenderResultCode")?.content,
        contracts: result.all(path: ["SettledContract", "ID"]).compactMap(\.content),
        tenders: result.all(path: ["LotTender", "ID"]).compactMap(\.content))
    }
    for result in lotResults {
      if let lot = result.lot, !lots.contains(lot) { report("LotResult/TenderLot", lot) }
    }
    readContracts()
    readLotsWithoutContract()
    follow()
    NoticeAward.setKeys(&awards, notice)
  }

  private static func index(_ elements: [XMLElement]) -> [String: XMLElement] {
    Dictionary(elements.compactMap { one in one.first("ID")?.content.map { ($0, one) } }) { first, _ in first
    }
  }

  private mutating func report(_ field: String, _ value: String) {
    report(.eformsMissingReference, field, value)
  }

  private mutating func report(_ code: DiagnosticCode, _ field: String, _ value: String) {
    findings.append(Finding(code: code, field: field, value: value))
  }

  // Contracts

  private mutating func readContracts() {
    let contracts = element.all("SettledContract")
    let named = Set(contracts.compactMap { $0.first("ID")?.content })
    for (rank, contract) in contracts.enumerated() {
      var award = NoticeAward(identifier: contract.first("ID")?.content ?? "CON-\(rank + 1)")
      award.contract = contract
      award.results = lotResults.filter { $0.contracts.contains(award.identifier) }
      var wanted = contract.all(path: ["LotTender", "ID"]).compactMap(\.content)
      if wanted.isEmpty {
        // A contract that names no tender has those of its lots, where the lots have no other contract.
        wanted = award.results.filter { $0.contracts.count == 1 }.flatMap(\.tenders)
      }
      award.tenders = resolved(wanted, in: tenders, "SettledContract/LotTender")
      for result in award.results where result.status?.hasSuffix("-nw") == true {
        report(.eformsContradiction, "LotResult/TenderResultCode", result.lot ?? award.identifier)
      }
      awards.append(award)
    }
    for result in lotResults {
      for contract in result.contracts where !named.contains(contract) {
        report("LotResult/SettledContract", contract)
      }
    }
  }

  /// A lot with winners whose contracts the notice does not describe: an award for each of its tenders.
  private mutating func readLotsWithoutContract() {
    let settled = Set(awards.map(\.identifier))
    for result in lotResults {
      guard result.status == "selec-w", !result.contracts.contains(where: settled.contains) else { continue }
      let found = resolved(result.tenders, in: tenders, "LotResult/LotTender")
      // Of ranked tenders the first won; where none is first, all that are named did.
      let first = found.filter { $0.first("RankCode")?.content == "1" }
      let winning = first.isEmpty ? found : first
      for tender in winning {
        var award = NoticeAward(identifier: result.lot ?? "RESULT")
        award.isOneOfSeveral = winning.count > 1
        award.results = [result]
        award.tenders = [tender]
        awards.append(award)
      }
      if winning.isEmpty {
        var award = NoticeAward(identifier: result.lot ?? "RESULT")
        award.results = [result]
        awards.append(award)
      }
    }
  }

  private mutating func resolved(
    _ names: [String], in elements: [String: XMLElement], _ field: String
  ) -> [XMLElement] {
    var found: [XMLElement] = []
    var seen: Set<String> = []
    for name in names where seen.insert(name).inserted {
      if let element = elements[name] { found.append(element) } else { report(field, name) }
    }
    return found
  }

  // Lots and parties

  private mutating func follow() {
    for index in awards.indices {
      var named = awards[index].results.compactMap(\.lot)
      named += awards[index].tenders.flatMap { $0.all(path: ["TenderLot", "ID"]).compactMap(\.content) }
      var members: [String] = []
      for lot in named.flatMap({ groupMembers[$0] ?? [$0] }) where !members.contains(lot) {
        members.append(lot)
      }
      // Lots that the notice does not describe keep their identifier: it may be that of the call.
      awards[index].lots = members
      let wanted = awards[index].tenders.flatMap {
        $0.all(path: ["TenderingParty", "ID"]).compactMap(\.content)
      }
      awards[index].parties = resolved(wanted, in: parties, "LotTender/TenderingParty")
    }
  }
}

/// A contract of a notice, or a lot that was won, with the parts of the notice that tell of it.
struct NoticeAward: Sendable {
  /// The technical identifier within the notice: of the contract, else of the lot.
  let identifier: String
  /// The key of the record: procedure, lots, number of the contract.
  private(set) var key = ""
  /// The contract; nil for a lot whose contract the notice does not describe.
  var contract: XMLElement?
  /// Whether several tenders won the lot.
  var isOneOfSeveral = false
  var results: [NoticeResult.LotResult] = []
  /// The lots that it is for, each once.
  var lots: [String] = []
  var tenders: [XMLElement] = []
  var parties: [XMLElement] = []

  init(identifier: String) { self.identifier = identifier }

  /// The buyer's number of the contract (BT-150).
  var reference: String? { contract?.first(path: ["ContractReference", "ID"])?.content }

  /// Gives each award its key: that of the same contract in every notice of the procedure, since lots and contracts
  /// keep their identifiers throughout; technical identifiers are only used where there is nothing else.
  static func setKeys(_ awards: inout [NoticeAward], _ notice: EFormsNotice) {
    var taken: Set<String> = []
    for index in awards.indices {
      let award = awards[index]
      var parts = [NoticeKey.part(notice.procedureIdentifier ?? notice.identifier ?? "").lowercased()]
      if let first = award.lots.first {
        // A contract over many lots is told by the first and their number.
        let isShort = award.lots.count <= 3
        parts.append(
          isShort
            ? award.lots.map(NoticeKey.part).joined(separator: "_")
            : NoticeKey.part(first) + "_\(award.lots.count)")
      }
      if award.contract != nil {
        parts.append(NoticeKey.part(award.reference ?? award.identifier))
      } else if award.isOneOfSeveral, let tender = award.tenders.first {
        parts.append(
          NoticeKey.part(
            (tender.first(path: ["TenderReference", "ID"]) ?? tender.first("ID"))?.content ?? ""))
      }
      var key = parts.joined(separator: "/")
      if taken.contains(key) { key += "/" + NoticeKey.part(award.identifier) }
      let plain = key
      var repeats = 1
      while !taken.insert(key).inserted {
        repeats += 1
        key = plain + "/\(repeats)"
      }
      awards[index].key = key
    }
  }
}

/// Names as parts of keys and IRIs.
enum NoticeKey {
  /// The letters, digits, hyphens and full stops of a name, at most 80; anything else becomes a hyphen.
  static func part(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.prefix(80).map { scalar in
          let isKept = scalar.isASCII && (scalar.isLetter || scalar.isDigit || scalar == "-" || scalar == ".")
          return isKept ? scalar : "-"
        }))
  }
}
