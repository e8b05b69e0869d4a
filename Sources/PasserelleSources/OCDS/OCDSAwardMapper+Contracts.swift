internal import PasserelleCore
internal import PasserelleJSON

extension OCDSAwardMapper {
  // Contracts

  /// States each contract; what one alone says is told by the award as well.
  ///
  /// - Returns: What nulls in its parts take back.
  func stateContracts(_ mapper: inout AwardMapper, key: String) -> [StatementRemoval] {
    var nulls: [StatementRemoval] = []
    for (contract, path) in part.contracts {
      if OCDSCodes.AwardStatus(contract["status"]?.scalarText) == .withdrawn {
        mapper.report(.ocdsContractStatus, path + ".status", contract["status"]?.scalarText)
      }
    }
    var taken: Set<String> = []
    for (rank, (contract, path)) in part.contracts.enumerated() {
      let written = Self.name(contract)
      var name = written ?? String(rank + 1)
      if !taken.insert(name).inserted {
        name += "~\(rank + 1)"
        taken.insert(name)
      }
      let iri = mapper.iris.identifier(.ocid, key + "/contract/" + name)
      mapper.state(Vocabulary.hasContract, .iri(iri))
      mapper.statements.add(iri, Vocabulary.type, .iri(ProcessVocabulary.signedContract))
      mapper.statements.add(iri, Vocabulary.order, .integer(rank + 1))
      mapper.statements.add(iri, Vocabulary.identifier, .string(written ?? name))
      let status = mapper.text(mapper.reading(release) { $0.field(contract, "status", path) })
      if let status { mapper.statements.add(iri, ProcessVocabulary.contractStatus, .string(status)) }
      nulls += stateParts(&mapper, of: contract, path, iri, key: key + "/contract/" + name)
      mapper.stateTexts(iri, Vocabulary.title, contract, "title", path, of: release)
      mapper.stateTexts(iri, Vocabulary.description, contract, "description", path, of: release)
      mapper.stateMoney(iri, Vocabulary.amount, mapper.money(contract, "value", path, of: release))
      let signed = mapper.reading(release) { $0.field(contract, "dateSigned", path) }
      if let day = mapper.date(signed) { mapper.statements.add(iri, Vocabulary.notified, .date(day)) }
      mapper.statePeriod(iri, contract, "period", path, of: release)
    }
    return nulls
  }

  /// States the documents, milestones, items and payments of a contract.
  private func stateParts(
    _ mapper: inout AwardMapper, of contract: JSONValue, _ path: String, _ iri: String, key: String
  ) -> [StatementRemoval] {
    var nulls: [StatementRemoval] = []
    var owner = AwardMapper.PartOwner(subject: iri, key: key)
    nulls += mapper.stateParts(.items, of: contract, path, for: owner, of: release)
    nulls += mapper.stateParts(.relatedProcesses, of: contract, path, for: owner, of: release)
    owner.stage = "contract"
    nulls += mapper.stateParts(.documents, of: contract, path, for: owner, of: release)
    nulls += mapper.stateParts(.milestones, of: contract, path, for: owner, of: release)
    guard let work = mapper.reading(release, { $0.object(contract, "implementation", path) }) else {
      return nulls
    }
    owner.stage = "implementation"
    nulls += mapper.stateParts(.transactions, of: work, path + ".implementation", for: owner, of: release)
    nulls += mapper.stateParts(.documents, of: work, path + ".implementation", for: owner, of: release)
    nulls += mapper.stateParts(.milestones, of: work, path + ".implementation", for: owner, of: release)
    return nulls
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
