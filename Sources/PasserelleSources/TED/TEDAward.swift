internal import PasserelleCore
internal import PasserelleXML

/// An award of a notice: a contract, a lot that was won, the prizes of a contest; or a lot that nobody won.
struct TEDAward: Sendable {
  /// The section of the form that tells of it.
  let section: TEDElement
  /// Its part that tells who won; the section itself before R2.0.9.
  let result: TEDElement
  /// Whether somebody won.
  let isAwarded: Bool
  /// The lots that it is for as written, each once.
  let lots: [String]
  /// The buyer's number of the contract.
  let reference: String?
  /// The rank in the notice, from 1.
  let rank: Int
  /// The key of the record: the notice that announced the contract, the lots, the number of the contract.
  private(set) var key = ""

  /// The awards of a form, in its order.
  static func all(in body: TEDElement, of form: TEDForm) -> [TEDAward] {
    let sections =
      form.layout == .former
      ? body.descendants([.awardOfContract])
      : body.children.filter { $0.tag == .awardContract || $0.tag == .results }
    return sections.enumerated().map { TEDAward($1, rank: $0 + 1) }
  }

  private init(_ section: TEDElement, rank: Int) {
    self.section = section
    self.rank = rank
    let awarded = section.first(of: [.awardedContract, .awardedPrize])
    result = awarded ?? section
    isAwarded = awarded != nil || section.tag == .awardOfContract
    var lots: [String] = []
    for lot in (section.all(.lotNo) + section.all(.lotNumber)).compactMap(\.content) where !lots.contains(lot)
    {
      lots.append(lot)
    }
    self.lots = lots
    reference = section.first(of: [.contractNo, .contractNumber])?.content
  }

  /// Why nobody won, as written.
  var withoutWinner: TEDTag? {
    let section = section.first(of: [.noAwardedContract, .noAwardedPrize])
    return section?.first(of: [.procurementDiscontinued, .procurementUnsuccessful])?.tag
  }

  /// How many offers were received, or designs in a contest.
  var offersReceived: Int? {
    let written =
      result.first(of: [.nbTendersReceived, .nbParticipants, .offersReceivedNumber])
      ?? result.first(of: [.tenders, .participants])?.first(of: [.nbTendersReceived, .nbParticipants])
    let count = written?.content.flatMap { Int($0) }
    return count.flatMap { (0...1_000_000).contains($0) ? $0 : nil }
  }

  /// The winners, each with whether it is a small or medium enterprise.
  var winners: [(party: TEDElement, isSmall: Bool?)] {
    if section.tag == .awardOfContract {
      return section.descendants([.contactDataWithoutResponsibleName, .contactData]).map { ($0, nil) }
    }
    return Self.winners(of: result)
  }

  /// The winners that a part of a form names.
  static func winners(of part: TEDElement) -> [(party: TEDElement, isSmall: Bool?)] {
    let contractors =
      (part.first(of: [.contractors, .winners]).map { $0.all(.contractor) + $0.all(.winner) } ?? [])
      + part.all(.contractor) + part.all(.winner)
    return contractors.flatMap { one in
      let isSmall: Bool? = one.first(.sme) != nil ? true : one.first(.noSme) != nil ? false : nil
      return one.children.filter {
        $0.tag == .addressContractor || $0.tag == .addressParty || $0.tag == .addressWinner
      }.map { ($0, isSmall) }
    }
  }

  /// The part that holds the amounts.
  var values: TEDElement? {
    result.first(of: [.values, .value, .contractValueInformation]) ?? result
  }

  /// Gives each award its key: that of the same contract in a later notice that modifies it.
  ///
  /// - Parameters:
  ///   - awards: The awards of one notice.
  ///   - number: The notice that announced the contracts.
  static func setKeys(_ awards: inout [TEDAward], number: String) {
    var taken: Set<String> = []
    for index in awards.indices {
      let award = awards[index]
      var parts = [number]
      if let first = award.lots.first {
        parts.append(
          award.lots.count <= 3
            ? award.lots.map(NoticeKey.part).joined(separator: "_")
            : NoticeKey.part(first) + "_\(award.lots.count)")
      }
      if let reference = award.reference { parts.append(NoticeKey.part(reference)) }
      if parts.count == 1 { parts.append(String(award.rank)) }
      let plain = parts.joined(separator: "/")
      var key = plain
      var repeats = 1
      while !taken.insert(key).inserted {
        repeats += 1
        key = plain + "/\(repeats)"
      }
      awards[index].key = key
    }
  }
}
