public import Foundation

/// Names under official ids, as awards state them: what training pairs are made of.
public struct NamedCorpus: Sendable {
  /// A name under an id.
  public struct Entry: Sendable, Hashable {
    /// The id, such as `FR-SIREN-301275723`.
    public let id: String
    /// The name.
    public let name: String
    /// How many awards say so.
    public var count: Int
  }

  /// The entries, by id and name.
  public private(set) var entries: [Entry] = []
  private var ranks: [String: Int] = [:]

  /// Makes an empty corpus.
  public init() {}

  private struct Line: Decodable {
    struct Winner: Decodable {
      let id: String
      let name: String
    }
    let buyerID: String?
    let buyerName: String?
    let winners: [Winner]?

    private enum CodingKeys: String, CodingKey {
      case winners
      case buyerID = "buyer_id"
      case buyerName = "buyer_name"
    }
  }

  /// Adds the buyers and winners of awards, one JSON object a line; lines that are none are passed over and counted.
  ///
  /// - Returns: How many lines were passed over.
  @discardableResult
  public mutating func add(awards data: Data) -> Int {
    let decoder = JSONDecoder()
    var unread = 0
    for line in data.split(separator: UInt8(ascii: "\n")) {
      guard let award = try? decoder.decode(Line.self, from: line) else {
        unread += 1
        continue
      }
      if let id = award.buyerID, let name = award.buyerName { add(id: id, name: name) }
      for winner in award.winners ?? [] { add(id: winner.id, name: winner.name) }
    }
    return unread
  }

  /// Adds a name under an id; establishments count as their company.
  public mutating func add(id: String, name: String) {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !id.isEmpty, !name.isEmpty else { return }
    let company = Self.company(id)
    let key = company + "\u{1}" + name
    if let rank = ranks[key] {
      entries[rank].count += 1
    } else {
      ranks[key] = entries.count
      entries.append(Entry(id: company, name: name, count: 1))
    }
  }

  /// The company of an establishment's id.
  static func company(_ id: String) -> String {
    guard id.hasPrefix("FR-SIRET-"), id.utf8.count >= 18 else { return id }
    return "FR-SIREN-" + id.dropFirst(9).prefix(9)
  }

  /// Takes out all names of some ids.
  public mutating func exclude(_ ids: Set<String>) {
    entries.removeAll { ids.contains($0.id) }
    ranks = [:]
    for (rank, entry) in entries.enumerated() { ranks[entry.id + "\u{1}" + entry.name] = rank }
  }
}
