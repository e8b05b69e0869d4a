public import PasserelleCore

/// An amount from which a procedure or an advertisement is due, in force between two dates.
public struct ProcurementThreshold: Sendable, Hashable {
  /// What the threshold decides.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Below it, neither advertisement nor competition is due.
    case exempt
    /// From it, an adapted procedure is advertised in the national bulletin or an authorised newspaper.
    case advertised
    /// From it, a formal procedure is due.
    case formal
  }

  /// The name within the list.
  public let id: String
  /// What it decides.
  public let kind: Kind
  /// The natures of contract: `supplies`, `services`, `works`, `concession`, `innovative`, `social`.
  public let natures: [String]
  /// The kinds of buyer, such as `central`, `other`, `entity`.
  public let buyers: [String]
  /// The amount in euros, excluding tax.
  public let amount: DecimalNumber
  /// The first day in force.
  public let from: PartialDate
  /// The last day in force; nil while no end is set.
  public let until: PartialDate?
  /// The legal text, with its official journal.
  public let source: LocalizedText
  /// The file, relative to the ontology folder.
  public let file: String

  /// Whether it is in force on a day.
  public func isInForce(on day: PartialDate) -> Bool {
    from.firstDay <= day.firstDay && until.map { day.firstDay <= $0.firstDay } ?? true
  }
}
