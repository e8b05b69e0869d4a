import PasserelleCore
import PasserelleMatching

extension Skeleton {
  /// The skeleton in JSON: functional clauses, technical ones, then those of the need alone.
  func structured(_ specifications: [ComparableSpecification]) -> StructuredValue {
    let shared = (functional + technical).flatMap(\.clauses)
    return .object([
      "specifications": .int(specificationCount), "singleClausesLeftOut": .int(singleCount),
      "clauses": .array((shared + own).map { structured($0, specifications) }),
    ])
  }

  private func structured(_ clause: Clause, _ specifications: [ComparableSpecification]) -> StructuredValue {
    .object([
      "kind": .string(clause.kind.rawValue),
      "heading": clause.heading.isEmpty ? nil : .string(clause.heading),
      "text": .string(clause.text), "obligation": .string(clause.obligation.rawValue),
      "topic": clause.topic.map { .string($0.english) }, "specifications": .int(clause.specificationCount),
      "usual": .bool(isUsual(clause)), "inNeed": .bool(clause.isInNeed),
      "toConsider": .bool(!clause.isInNeed),
      "values": .array(clause.values.map { .array($0.map { .string($0) }) }),
      "demonstration": .bool(clause.isDemonstration),
      "sources": .array(clause.sources.map { $0.structured(specifications, text: false) }),
    ])
  }
}
