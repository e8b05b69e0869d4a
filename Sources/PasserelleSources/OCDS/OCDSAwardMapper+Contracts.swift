internal import PasserelleCore
internal import PasserelleJSON

extension OCDSAwardMapper {
  // Contracts

  /// States each of several contracts; one alone is told by the award.
  func stateContracts(_ mapper: inout AwardMapper, key: String) {
    for (contract, path) in part.contracts {
      if OCDSCodes.AwardStatus(contract["status"]?.scalarText) == .withdrawn {
        mapper.report(.ocdsContractStatus, path + ".status", contract["status"]?.scalarText)
      }
    }
    guard contracts.count > 1 else { return }
    for (rank, (contract, path)) in contracts.enumerated() {
      let name = Self.name(contract) ?? String(rank + 1)
      let iri = mapper.iris.identifier(.ocid, key + "/contract/" + name)
      mapper.state(Vocabulary.hasContract, .iri(iri))
      mapper.statements.add(iri, Vocabulary.type, .iri(Vocabulary.contract))
      mapper.statements.add(iri, Vocabulary.identifier, .string(name))
      mapper.stateTexts(iri, Vocabulary.title, contract, "title", path, of: release)
      mapper.stateTexts(iri, Vocabulary.description, contract, "description", path, of: release)
      mapper.stateMoney(iri, Vocabulary.amount, mapper.money(contract, "value", path, of: release))
      let signed = mapper.reading(release) { $0.field(contract, "dateSigned", path) }
      if let day = mapper.date(signed) { mapper.statements.add(iri, Vocabulary.notified, .date(day)) }
      mapper.statePeriod(iri, contract, "period", path, of: release)
    }
  }

  func stateModifications(_ mapper: inout AwardMapper, key: String) {
    let holders =
      (award.map { [($0, part.path, "")] } ?? [])
      + contracts.map { ($0.value, $0.path, Self.name($0.value) ?? "") }
    var order = 0
    var stated: Set<String> = []
    for (holder, path, name) in holders {
      let amendments = mapper.reading(release) { reader in
        reader.list(holder, "amendments", path)
          + (holder["amendments"].map(\.isVoid) ?? true ? reader.list(holder, "amendment", path) : [])
      }
      for (amendment, path) in amendments {
        let fields = mapper.reading(release) { reader in
          [
            reader.field(amendment, "date", path), reader.text(amendment, "rationale", path),
            reader.text(amendment, "description", path),
          ]
        }
        let id = Self.name(amendment)
        guard id != nil || fields.contains(where: { $0 != nil }) else { continue }
        order += 1
        // Amendments of several contracts may have the same identifiers.
        let owner = contracts.count > 1 && !name.isEmpty ? name + "/" : ""
        let iri = mapper.iris.identifier(.ocid, key + "/modification/" + owner + (id ?? "n\(order)"))
        guard stated.insert(iri).inserted else { continue }
        mapper.state(Vocabulary.hasModification, .iri(iri))
        mapper.statements.add(iri, Vocabulary.type, .iri(Vocabulary.modification))
        mapper.statements.add(iri, Vocabulary.order, .integer(order))
        if let id { mapper.statements.add(iri, Vocabulary.identifier, .string(id)) }
        if let day = mapper.date(fields[0]) { mapper.statements.add(iri, Vocabulary.notified, .date(day)) }
        mapper.stateText(iri, Vocabulary.description, fields[1])
        mapper.stateText(iri, Vocabulary.description, fields[2])
      }
    }
  }

  static func name(_ value: JSONValue) -> String? {
    guard let id = value["id"]?.scalarText?.trimmed, !id.isEmpty else { return nil }
    return id
  }
}
