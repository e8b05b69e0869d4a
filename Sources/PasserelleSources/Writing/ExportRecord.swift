package import PasserelleCore
internal import PasserelleJSON

/// The fields of an award or call that tables and JSON lines give, whatever its source.
package struct ExportRecord: Sendable {
  /// One award and one of its winners; one row of the table.
  package struct Row: Sendable {
    /// The cells in the order of ``ExportRecord/columns``.
    package let cells: [Table.Cell]
  }

  private let draft: ProcedureDraft
  private let thing: StatedThing

  /// Looks at a record.
  ///
  /// - Parameters:
  ///   - record: A call or an award.
  ///   - identity: How its process is named.
  ///   - iris: The IRI space of the workspace.
  package init(_ record: RecordStatements, identity: ProcessIdentity, in iris: IRISpace) {
    draft = ProcedureDraft([record], identity: identity, in: iris)
    thing = record.main
  }

  /// The names of the table's columns.
  package static let columns = [
    "id", "source", "key", "process", "identifier", "title", "buyer_id", "buyer_name", "winner_id",
    "winner_name",
    "winners", "nature", "procedure", "cpv", "amount", "currency", "amount_eur", "euro_rate",
    "euro_rate_date", "notified", "published",
    "duration_months", "place", "offers", "licence", "demonstration",
  ]

  /// The rows of an award: one a winner, one without winner where it has none.
  package var rows: [Row] {
    let winners = thing.iris(Vocabulary.hasWinner)
    return (winners.isEmpty ? [nil] : winners.map(Optional.some)).map { winner in
      Row(cells: cells(winner: winner, of: winners.count))
    }
  }

  private func cells(winner: String?, of count: Int) -> [Table.Cell] {
    func text(_ value: String?) -> Table.Cell { value.map { .text($0) } ?? .empty }
    func party(_ iri: String?) -> (Table.Cell, Table.Cell) {
      guard let iri, let party = draft.parties[iri] else { return (.empty, .empty) }
      return (.text(party.number.map { (party.scheme ?? "") + "-" + $0 } ?? iri), text(party.name))
    }
    let buyer = party(thing.iris(Vocabulary.hasBuyer).first)
    let vendor = party(winner)
    let money = thing.money(Vocabulary.amount)
    return [
      .text(thing.iri), .text(thing.record.source), .text(thing.record.key), .text(draft.ocid),
      text(thing.value(Vocabulary.identifier)),
      text(thing.texts(Vocabulary.title, preferring: draft.language).first?.text), buyer.0, buyer.1, vendor.0,
      vendor.1, .int(count), text(thing.value(Vocabulary.hasNature)),
      text(thing.value(Vocabulary.hasProcedure)),
      text(thing.mainCode), money.map { .decimal($0.amount) } ?? .empty, text(money?.currency),
      money?.euros.map { .decimal($0.amount) } ?? .empty, money?.euros.map { .decimal($0.rate) } ?? .empty,
      money?.euros.map { .date($0.date) } ?? .empty,
      thing.date(Vocabulary.notified).map { .date($0) } ?? .empty,
      thing.date(Vocabulary.published).map { .date($0) } ?? .empty,
      thing.integer(Vocabulary.durationMonths).map { .int($0) } ?? .empty,
      text(StatedPlaces(thing, in: draft.iris).summary),
      thing.integer(Vocabulary.offersReceived).map { .int($0) } ?? .empty,
      text(draft.licenses.joined(separator: " ")), .text(thing.record.isDemonstration ? "true" : "false"),
    ]
  }

  /// The record as one JSON object, `passerelle-export/1`, without line end.
  package var json: [UInt8] {
    var object = JSONObjectBuilder()
    object.add("format", "passerelle-export/1")
    object.add("kind", thing.record.kind == .call ? "call" : "award")
    object.add("id", thing.iri)
    object.add("source", thing.record.source)
    object.add("key", thing.record.key)
    object.add("process", draft.ocid)
    object.add("identifier", thing.value(Vocabulary.identifier))
    object.add("language", draft.language)
    object.add("titles", texts(Vocabulary.title))
    object.add("descriptions", texts(Vocabulary.description))
    object.add("buyers", parties(Vocabulary.hasBuyer))
    object.add("winners", parties(Vocabulary.hasWinner))
    object.add("subcontractors", parties(Vocabulary.hasSubcontractor))
    object.add("nature", thing.value(Vocabulary.hasNature))
    object.add("procedure", thing.value(Vocabulary.hasProcedure))
    object.add("categories", list: thing.values(Vocabulary.contractCategory))
    object.add("cpv", list: (thing.mainCode.map { [$0] } ?? []) + thing.furtherCodes)
    object.add("codes", list: thing.values(Vocabulary.classificationCode))
    object.add("amount", Self.money(thing.money(Vocabulary.amount)))
    object.add("estimated", Self.money(thing.money(Vocabulary.estimatedAmount)))
    object.add("maximum", Self.money(thing.money(Vocabulary.maximumAmount)))
    object.add("notified", thing.date(Vocabulary.notified)?.description)
    object.add("published", thing.date(Vocabulary.published)?.description)
    object.add("deadline", thing.date(Vocabulary.deadline)?.description)
    object.add("from", thing.date(Vocabulary.since)?.description)
    object.add("to", thing.date(Vocabulary.until)?.description)
    object.add("durationMonths", thing.integer(Vocabulary.durationMonths))
    let place = StatedPlaces(thing, in: draft.iris).summary
    object.add("place", place.isEmpty ? nil : place)
    object.add("offers", thing.integer(Vocabulary.offersReceived))
    object.add("lots", .array(thing.parts(Vocabulary.hasLot).map(lot)))
    object.add("modifications", .array(thing.parts(Vocabulary.hasModification).map(modification)))
    object.add("documents", list: thing.values(Vocabulary.procurementDocuments))
    object.add("publisher", draft.publisher)
    object.add("licences", list: draft.licenses)
    object.add("demonstration", thing.record.isDemonstration)
    return object.value.compactBytes
  }

  private static func money(_ money: Money?) -> JSONValue? {
    guard let money else { return nil }
    var object = JSONObjectBuilder()
    object.add("amount", number: money.amount)
    object.add("currency", money.currency)
    if let euros = money.euros {
      object.add("amountInEuros", number: euros.amount)
      object.add("euroRate", number: euros.rate)
      object.add("euroRateDate", euros.date.description)
    }
    return object.value
  }

  private func texts(_ relation: String, of other: StatedThing? = nil) -> JSONValue {
    .array(
      (other ?? thing).texts(relation, preferring: draft.language).map { text in
        var object = JSONObjectBuilder()
        object.add("text", text.text)
        object.add("language", text.language)
        return object.value
      })
  }

  private func parties(_ relation: String) -> JSONValue {
    .array(
      thing.iris(relation).compactMap { iri in
        guard let party = draft.parties[iri] else { return nil }
        var object = JSONObjectBuilder()
        object.add("id", iri)
        object.add("name", party.name)
        object.add("scheme", party.scheme)
        object.add("number", party.number)
        return object.value
      })
  }

  private func lot(_ lot: StatedThing) -> JSONValue {
    var object = JSONObjectBuilder()
    object.add("identifier", lot.value(Vocabulary.identifier))
    object.add("titles", texts(Vocabulary.title, of: lot))
    object.add("cpv", list: (lot.mainCode.map { [$0] } ?? []) + lot.furtherCodes)
    object.add("estimated", Self.money(lot.money(Vocabulary.estimatedAmount)))
    object.add("deadline", lot.date(Vocabulary.deadline)?.description)
    return object.value
  }

  private func modification(_ modification: StatedThing) -> JSONValue {
    var object = JSONObjectBuilder()
    object.add("identifier", modification.value(Vocabulary.identifier))
    object.add("descriptions", texts(Vocabulary.description, of: modification))
    object.add("notified", modification.date(Vocabulary.notified)?.description)
    object.add("published", modification.date(Vocabulary.published)?.description)
    object.add("durationMonths", modification.integer(Vocabulary.durationMonths))
    object.add("amount", Self.money(modification.money(Vocabulary.amount)))
    return object.value
  }
}
