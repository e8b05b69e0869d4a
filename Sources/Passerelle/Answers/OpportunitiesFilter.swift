import PasserelleCore
import PasserelleMatching

/// Applies the conditions of a request and counts what each removes.
struct OpportunitiesFilter {
  let request: OpportunitiesRequest

  private enum Verdict {
    case passes
    case fails
    case unknown
  }

  /// The units that pass; one of which nothing tells whether it meets a condition passes.
  ///
  /// Conditions are applied in the order place, CPV, so that each unit is counted once.
  func apply(
    to units: [OpportunitiesUnit]
  ) -> (kept: [OpportunitiesUnit], removals: [OpportunitiesAnswer.Removal]) {
    var kept = units
    var removals: [OpportunitiesAnswer.Removal] = []
    func filter(
      _ criterion: VendorFilter.Criterion, _ values: [String], _ verdict: (OpportunitiesUnit) -> Verdict
    ) {
      guard !values.isEmpty else { return }
      let verdicts = kept.map(verdict)
      removals.append(
        OpportunitiesAnswer.Removal(
          criterion: criterion, value: values.joined(separator: ", "),
          removed: verdicts.count { $0 == .fails }, unknown: verdicts.count { $0 == .unknown }))
      kept = zip(kept, verdicts).filter { $1 != .fails }.map(\.0)
    }
    filter(.place, request.places) { unit in
      guard !unit.departments.isEmpty else { return .unknown }
      return unit.departments.contains(where: request.places.contains) ? .passes : .fails
    }
    filter(.cpv, request.cpvPrefixes) { unit in
      guard !unit.codes.isEmpty else { return .unknown }
      let isUnder = unit.codes.contains { code in request.cpvPrefixes.contains { code.digits.hasPrefix($0) } }
      return isUnder ? .passes : .fails
    }
    return (kept, removals)
  }
}
