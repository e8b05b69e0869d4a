import PasserelleCore
import PasserelleText

extension TableMapper {
  /// States what a statement of the mapping says for a row.
  mutating func state(_ statement: TableStatement, _ subject: String, _ row: MappedCells) {
    guard row.satisfy(statement.conditions) else { return }
    switch statement.object {
    case .thing(let place):
      for iri in identifiers(of: place, row) where iri != subject {
        statements.add(subject, statement.relation, .iri(iri))
      }
    case .identifier(let identity):
      if let iri = iri(of: identity, row), iri != subject {
        statements.add(subject, statement.relation, .iri(iri))
      }
    case .text(let template):
      guard let text = template.text(row) else { return }
      let field = template.columns.first.map { mapping.columns[$0] } ?? ""
      for part in statement.splitAt.map({ text.split(separator: $0).map { String($0).trimmed } }) ?? [text]
      where !part.isEmpty {
        guard let term = term(part, statement, field) else { continue }
        if let quantity = statement.quantity {
          state(quantity, term, subject, statement.relation, row)
        } else {
          take(term, subject, statement.relation, statement.choice, field)
        }
      }
    }
  }

  /// What a text is worth under a statement; nil, with a diagnostic, where it is not of the kind.
  private mutating func term(_ text: String, _ statement: TableStatement, _ field: String) -> Term? {
    var text = text
    if let codes = statement.codes {
      if let code = codes[text] ?? codes[TextFolding.fold(text)] {
        text = code
      } else if !statement.keepsUnknown {
        report(.rowCode, field, text)
        return nil
      }
      if text.isEmpty { return nil }
    }
    switch statement.kind {
    case .text, .code:
      guard let cleaned = TextCleaner.clean(text), !cleaned.text.isEmpty else { return nil }
      return statement.language.map { .string(cleaned.text, language: $0) } ?? .string(cleaned.text)
    case .integer:
      if let number = number(text), let whole = number.wholeNumber { return .integer(whole) }
    case .decimal:
      if let number = number(text) { return .decimal(number) }
    case .year:
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      if digits.count == 4, let year = Int(digits), let date = PartialDate(year: year) { return .date(date) }
    case .date:
      if let date = date(text) { return .date(date) }
    case .boolean:
      if ["true", "oui", "yes", "1", "vrai"].contains(text.lowercased()) { return .boolean(true) }
      if ["false", "non", "no", "0", "faux"].contains(text.lowercased()) { return .boolean(false) }
    }
    report(.rowValue, field, text)
    return nil
  }

  /// A date as the file writes it, or in ISO form, whole or in part.
  private func date(_ text: String) -> PartialDate? {
    if let date = PartialDate(iso: text.prefix(10)) { return date }
    let parts = text.split { $0 == "/" || $0 == "." || $0 == "-" }.compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    switch mapping.dates {
    case .dayMonthYear: return PartialDate(year: parts[2], month: parts[1], day: parts[0])
    case .monthDayYear: return PartialDate(year: parts[2], month: parts[0], day: parts[1])
    case .iso: return PartialDate(year: parts[0], month: parts[1], day: parts[2])
    }
  }

  /// States a number as a node with its unit, currency and date.
  private mutating func state(
    _ quantity: TableQuantity, _ term: Term, _ subject: String, _ relation: String, _ row: MappedCells
  ) {
    let name = relation.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? "value"
    let node = subject + "/value/" + name
    statements.add(subject, relation, .iri(node))
    statements.add(node, Vocabulary.type, .iri(Vocabulary.quantity))
    statements.add(node, Vocabulary.numericValue, term)
    if let unit = quantity.unit { statements.add(node, Vocabulary.unit, .string(unit)) }
    if let code = quantity.currency { statements.add(node, Vocabulary.currency, .string(code)) }
    if let text = quantity.date?.text(row) {
      if let date = date(text) {
        statements.add(node, Vocabulary.valueDate, .date(date))
      } else {
        report(.rowValue, quantity.date?.columns.first.map { mapping.columns[$0] }, text)
      }
    }
  }

  // Ties

  /// States a tie plainly and as a claim.
  mutating func state(_ tie: TableTie, _ row: MappedCells, claim: String) {
    guard row.satisfy(tie.conditions) else { return }
    let ends = identifiers(of: tie.from, row).flatMap { from in
      identifiers(of: tie.to, row).map { (from, $0) }
    }
    for (place, end) in ends.enumerated() {
      var (from, to) = end
      guard from != to else {
        report(.rowSelfTie, nil, record.identity)
        continue
      }
      if tie.isSymmetric, to.utf8.lexicographicallyPrecedes(from.utf8) { swap(&from, &to) }
      let node = place == 0 ? claim : claim + "-\(place + 1)"
      statements.add(from, tie.relation, .iri(to))
      statements.add(node, Vocabulary.type, .iri(Vocabulary.claim))
      statements.add(node, Vocabulary.claimSubject, .iri(from))
      statements.add(node, Vocabulary.claimPredicate, .iri(tie.relation))
      statements.add(node, Vocabulary.claimObject, .iri(to))
      statements.add(node, Vocabulary.modality, .string("asserted"))
      for attribute in tie.attributes { state(attribute, node, row) }
    }
  }

  // Identifiers

  /// The IRIs of a thing in a row: several for a thing that stands in parallel lists.
  mutating func identifiers(of place: Int, _ row: MappedCells) -> [String] {
    let thing = mapping.things[place]
    var result: [String] = []
    for cells in thing.each.map({ row.parts.isEmpty ? row.places($0) : [row] }) ?? [row]
    where cells.satisfy(thing.conditions) {
      if let iri = iri(of: thing, cells), !result.contains(iri) { result.append(iri) }
    }
    return result
  }

  /// The IRI of a thing in a row, by the first of its identifiers that the row gives.
  ///
  /// A thing that would be called after a natural person has none.
  mutating func iri(of thing: TableThing, _ row: MappedCells) -> String? {
    if thing.isNamedByPerson(row) {
      report(.rowPerson, thing.personColumns.first.map { mapping.columns[$0] })
      return nil
    }
    for identity in thing.identities {
      if let iri = iri(of: identity, row) { return iri }
    }
    return nil
  }

  /// The IRI of a thing in a row, by its place in the mapping.
  mutating func iri(of place: Int, _ row: MappedCells) -> String? { iri(of: mapping.things[place], row) }

  /// An IRI for a row; nil where a cell is blank or, with a diagnostic, not of its scheme.
  mutating func iri(of identity: TableIdentity, _ row: MappedCells) -> String? {
    switch identity {
    case .below(let place, let template):
      guard let above = iri(of: place, row), let text = template.text(row) else {
        return nil
      }
      // Escaped as the rest of an identifier is.
      let bare = iris.identifier(.local, "").utf8.count
      return above + "/" + String(Substring(iris.identifier(.local, text).utf8.dropFirst(bare)))
    case .scheme(let scheme, let template):
      guard let text = template.text(row) else { return nil }
      guard TableScheme.allows(text, scheme) else {
        report(.rowIdentifier, template.columns.first.map { mapping.columns[$0] }, text)
        return nil
      }
      return iris.identifier(scheme, text)
    }
  }
}
