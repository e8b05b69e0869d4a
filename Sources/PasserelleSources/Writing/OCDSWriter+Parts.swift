internal import PasserelleCore
internal import PasserelleJSON

extension OCDSWriter {
  /// The things of a list, as the form that reads them has it.
  ///
  /// - Parameters:
  ///   - form: The list.
  ///   - thing: What has them.
  ///   - stage: The stage that they are of; nil for all.
  /// - Returns: The elements, in their order.
  func parts(_ form: OCDSPartForm, of thing: StatedThing, stage: String? = nil) -> [JSONValue] {
    let all = thing.parts(form.relation)
    guard !all.isEmpty else { return [] }
    return all.filter { one in
      (stage == nil || one.value(ProcessVocabulary.stage) == stage)
        && form.mark.map { one.value($0.relation) == $0.value } ?? true
    }.enumerated().map {
      part(form, $1, rank: $0 + 1)
    }
  }

  private func part(_ form: OCDSPartForm, _ part: StatedThing, rank: Int) -> JSONValue {
    var object = JSONObjectBuilder()
    let identifier = part.value(Vocabulary.identifier)
    if !form.isSingle || identifier != nil { object.add("id", identifier ?? String(rank)) }
    var inner = JSONObjectBuilder()
    for field in form.fields {
      guard let key = field.path.last else { continue }
      if field.path.count == 2 {
        add(field, of: part, as: key, to: &inner)
      } else {
        add(field, of: part, as: key, to: &object)
      }
    }
    if let outer = form.fields.first(where: { $0.path.count == 2 })?.path.first {
      object.add(outer, inner.filled)
    }
    if form.relation == ProcessVocabulary.hasItem { addCodes(of: part, to: &object) }
    return object.value
  }

  private func add(
    _ field: OCDSPartForm.Field, of part: StatedThing, as key: String, to object: inout JSONObjectBuilder
  ) {
    switch field.kind {
    case .text: add(field.relation, of: part, as: key, to: &object)
    case .code, .address: object.add(key, part.value(field.relation))
    case .codes: object.add(key, list: part.values(field.relation))
    case .number: object.add(key, number: part.decimal(field.relation))
    case .moment: object.add(key, Self.stated(part.value(field.relation)))
    case .money:
      var money = JSONObjectBuilder()
      money.add("amount", number: part.decimal(field.relation))
      if !money.members.isEmpty { money.add("currency", part.value(Vocabulary.currency)) }
      object.add(key, money.filled)
    case .parties(let isList):
      let references = references(part, field.relation)
      object.add(key, isList ? .array(references) : references.first)
    }
  }

  /// The organisations that a relation leads to, each once.
  func references(_ thing: StatedThing, _ relation: String) -> [JSONValue] {
    var found: [JSONValue] = []
    for one in thing.iris(relation).compactMap(reference) where !found.contains(one) { found.append(one) }
    return found
  }

  /// A moment as stated, or the start of a day.
  static func stated(_ literal: String?) -> String? {
    guard let literal else { return nil }
    if literal.contains("T") { return literal }
    return PartialDate(iso: literal).flatMap { moment($0) }
  }

  /// Documents, milestones and payments of what carries out a contract.
  func implementation(of thing: StatedThing) -> JSONValue? {
    var object = JSONObjectBuilder()
    object.add("transactions", .array(parts(.transactions, of: thing)))
    object.add("milestones", .array(parts(.milestones, of: thing, stage: "implementation")))
    object.add("documents", .array(parts(.documents, of: thing, stage: "implementation")))
    return object.filled
  }

  /// The bids with the numbers about them.
  var bids: JSONValue? {
    guard let call = draft.call else { return nil }
    var object = JSONObjectBuilder()
    object.add("statistics", .array(parts(.bidStatistics, of: call)))
    object.add("details", .array(parts(.bids, of: call)))
    return object.filled
  }
}
