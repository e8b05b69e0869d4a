internal import PasserelleCore
internal import PasserelleJSON

/// Fields of the layout of 2022 that a contract of 2019 does not have, and whose value follows from those that it has.
extension DECPWriter {
  /// Writes a field that the award says, else one that follows from what it says.
  private mutating func derive(_ field: String, _ value: JSONValue) {
    object.add(field, value)
    derived.append(field)
  }

  private static func list(_ key: String, _ value: String) -> JSONValue {
    .object([JSONMember(key, .array([.string(value)]))])
  }

  /// A framework agreement and a contract under one are contracts, in the words of 2022.
  mutating func writeNature() {
    let values = award.values(Vocabulary.hasNature)
    guard !values.contains(where: DECPValues.natures.contains),
      values.contains(where: DECPValues.naturesOf2019.contains)
    else { return listed("nature", Vocabulary.hasNature, DECPValues.natures) }
    derive("nature", .string("Marché"))
  }

  mutating func writeTechniques() {
    guard award.values(Vocabulary.technique).isEmpty,
      award.values(Vocabulary.hasNature).contains(where: DECPValues.naturesOf2019.contains)
    else { return several("techniques", "technique", Vocabulary.technique, DECPList.techniques) }
    derive("techniques", Self.list("technique", "Accord-cadre"))
  }

  /// An advance of some share was paid.
  mutating func writeAdvance() {
    guard award.flag(Vocabulary.hasAdvancePayment) == nil,
      let rate = award.decimal(Vocabulary.advanceRate), !rate.isZero
    else { return flag("attributionAvance", Vocabulary.hasAdvancePayment) }
    derive("attributionAvance", .bool(true))
  }

  /// A contract with one holder has no group of them.
  mutating func writeGrouping() {
    guard award.values(Vocabulary.groupingType).isEmpty, award.iris(Vocabulary.hasWinner).count == 1 else {
      return listed(
        "typeGroupementOperateurs", Vocabulary.groupingType, Set(DECPList.groupingTypes.values))
    }
    derive("typeGroupementOperateurs", .string("Pas de groupement"))
  }

  mutating func writeProcedure() {
    let values = award.values(Vocabulary.hasProcedure)
    guard !values.contains(where: DECPValues.procedures.contains),
      let name = values.lazy.compactMap({ DECPValues.proceduresOf2019[$0] }).first
    else { return listed("procedure", Vocabulary.hasProcedure, DECPValues.procedures) }
    derive("procedure", .string(name))
  }

  /// In the layout of 2019 the form of the price says how it varies.
  mutating func writePriceTypes() {
    guard award.values(Vocabulary.priceType).isEmpty,
      let type = award.values(Vocabulary.hasPriceForm).lazy.compactMap({ DECPValues.priceTypesOf2019[$0] })
        .first
    else { return several("typesPrix", "typePrix", Vocabulary.priceType, DECPList.priceTypes) }
    derive("typesPrix", Self.list("typePrix", type))
  }
}
