public import PasserelleCore
public import PasserelleText

/// An award with what a ranker learns from it: the need it answered and who won.
public struct PastAward: Sendable, Hashable {
  /// A winner.
  public struct Winner: Sendable, Hashable {
    /// The vendor's IRI.
    public let iri: String
    /// Its name.
    public let name: String

    /// Makes a winner.
    public init(iri: String, name: String) {
      self.iri = iri
      self.name = name
    }
  }

  /// What names it in messages.
  public var id: String
  /// The title.
  public var title: String
  /// The description; may be empty.
  public var text: String
  /// The main CPV code.
  public var code: CPVCode?
  /// Where it is performed.
  public var place: MatchPlace?
  /// The buyer's identifier; nil when unknown.
  public var buyer: String?
  /// The buyer's name; may be empty.
  public var buyerName: String
  /// When it was awarded.
  public var date: PartialDate?
  /// The language of title and text.
  public var language: TextLanguage
  /// Who won.
  public var winners: [Winner]

  /// Makes an award.
  public init(
    id: String, title: String, text: String = "", code: CPVCode? = nil, place: MatchPlace? = nil,
    buyer: String? = nil, buyerName: String = "", date: PartialDate? = nil, language: TextLanguage,
    winners: [Winner]
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.code = code
    self.place = place
    self.buyer = buyer
    self.buyerName = buyerName
    self.date = date
    self.language = language
    self.winners = winners
  }

  /// The need that the award answered: nothing in it that is known only after the award.
  public var need: Need {
    var need = Need(
      title: title, text: text, codes: code.map { [$0] } ?? [], place: place, buyer: buyer, language: language
    )
    need.buyerName = buyerName
    return need
  }

  /// The buyer and the folded title: two awards with the same are one purchase repeated.
  public var repetitionKey: String { (buyer ?? "") + "\u{0}" + TextFolding.fold(title) }
}

extension AwardCatalogue {
  /// The awards of a catalogue as a ranker learns from them, with their titles from the text index.
  ///
  /// - Parameters:
  ///   - text: The index with the documents of the awards.
  ///   - language: The language of the titles, which the index does not tell.
  /// - Returns: The awards that the index holds, in the order of the catalogue.
  /// - Throws: What the text index throws when it cannot be read.
  public func pastAwards(text: any TextSearching, language: TextLanguage) throws -> [PastAward] {
    var names = [String?](repeating: nil, count: buyerCount)
    for award in 0..<awardCount where awardBuyers[award] >= 0 {
      names[Int(awardBuyers[award])] = names[Int(awardBuyers[award])] ?? "buyer:\(awardBuyers[award])"
    }
    var found: [PastAward] = []
    for (award, summary) in try text.summaries(of: Array(awardDocuments)).enumerated() {
      guard let summary else { continue }
      let place = Int(awardPlaces[award])
      let buyer = Int(awardBuyers[award])
      found.append(
        PastAward(
          id: summary.subject, title: summary.title, code: summary.cpv,
          place: place < 0 ? nil : places[place],
          buyer: buyer < 0 ? nil : names[buyer], date: summary.date, language: language,
          winners: awardVendors[Int32(award)].map {
            PastAward.Winner(iri: vendorIRIs[Int($0)], name: vendorNames[Int($0)])
          }))
    }
    return found
  }
}
