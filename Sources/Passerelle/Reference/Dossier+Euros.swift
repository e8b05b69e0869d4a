import PasserelleCore
import PasserellePipeline
import PasserelleRendering

extension Dossier {
  /// The values in euros of a dossier, told beside the amounts that they are of.
  struct EuroValues {
    /// What is written after an amount, with the records that state it.
    private(set) var beside: [Fact: (text: String, sources: [Source])] = [:]
    /// The statements that are thereby told.
    private(set) var told: Set<Fact> = []

    /// Finds them; where a thing has several amounts, rates or currencies of a kind, all stay statements of their own.
    init(_ facts: [Fact], _ format: ValueFormat) {
      let byPart = Dictionary(grouping: facts, by: \.part)
      for (_, facts) in byPart {
        func only(_ relation: String) -> Fact? {
          let found = facts.filter { $0.relation == relation }
          return found.count == 1 ? found[0] : nil
        }
        guard let rate = only(Vocabulary.euroRate), let day = only(Vocabulary.euroRateDate),
          let currency = only(Vocabulary.currency)?.literal,
          let units = rate.literal.flatMap({ DecimalNumber($0) }),
          let date = day.literal.flatMap({ PartialDate(iso: $0) })
        else { continue }
        var isTold = false
        for (relation, converted) in Vocabulary.convertedAmounts {
          guard let stated = only(relation), let euros = only(converted), !told.contains(euros),
            let value = euros.literal.flatMap({ DecimalNumber($0) })
          else { continue }
          let sum = EuroValue(value, rate: units, date: date)
          beside[stated] = (" " + format.inEuros(sum, of: currency), euros.sources)
          told.insert(euros)
          isTold = true
        }
        if isTold { told.formUnion([rate, day]) }
      }
    }
  }
}
