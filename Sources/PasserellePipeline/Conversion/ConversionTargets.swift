import PasserelleCore
import PasserelleGraph
import PasserelleSources

/// What may have to be converted, found by the currencies and codes themselves: nothing else is looked at.
struct ConversionTargets {
  /// A code of an older edition where a record states it.
  struct CodeUse: Hashable {
    let subject: TermID
    let code: Int
  }

  /// The things with amounts in each currency, by version.
  private(set) var currencies: [VersionID: [(subject: TermID, currency: String)]] = [:]
  /// The uses of codes that are replaced, by version.
  private(set) var codes: [VersionID: [CodeUse]] = [:]
  /// How many amounts are in currencies of which no rate is known at all.
  private(set) var unknown: [String: Int] = [:]
  /// How often codes are used that no single code replaces, by their place among the outcomes.
  private(set) var unconverted: [Int: Int] = [:]

  /// The versions, ascending.
  var versions: [VersionID] {
    Set(currencies.keys).union(codes.keys).sorted { $0.rawValue < $1.rawValue }
  }

  /// Looks for them.
  ///
  /// - Complexity: O(*c* log *n* + *m*) for *c* codes and currencies in *n* terms and *m* uses.
  init(_ reader: GraphReader, _ euros: EuroConversion, _ conversion: CodeConversion) throws {
    let names = ConversionList.currencies.filter { $0 != "EUR" }
    let ids = try reader.identifiers(of: [.iri(Vocabulary.currency)] + names.map { .string($0) })
    if let relation = ids.first, relation.isBound {
      for (name, id) in zip(names, ids.dropFirst()) where id.isBound {
        let isKnown = !euros.isTableMissing || FixedEuroRates.isFormer(name)
        for quad in try reader.quads(QuadPattern(predicate: relation, object: id)) {
          if isKnown {
            currencies[quad.graph, default: []].append((quad.subject, name))
          } else {
            unknown[name, default: 0] += 1
          }
        }
      }
    }
    guard !conversion.outcomes.isEmpty else { return }
    let found = try reader.identifiers(of: conversion.outcomes.map { .iri($0.iri) })
    let replacing = try reader.identifiers(of: [.iri(Vocabulary.isReplacedBy)]).first ?? .none
    for (place, id) in found.enumerated() where id.isBound {
      for quad in try reader.quads(QuadPattern(object: id)) where quad.predicate != replacing {
        if case .replaced = conversion.outcomes[place].outcome {
          codes[quad.graph, default: []].append(CodeUse(subject: quad.subject, code: place))
        } else {
          unconverted[place, default: 0] += 1
        }
      }
    }
  }
}
