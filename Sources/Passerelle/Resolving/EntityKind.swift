import PasserelleCore
import PasserelleResolution

/// The sort of a thing that is resolved.
public enum EntityKind: String, Sendable, Hashable, CaseIterable {
  /// A company, an association, or an organisation of unknown sort.
  case organisation
  /// A public body.
  case publicBody = "public-body"
  /// A place: town, grouping of towns, region, country.
  case place
  /// A laboratory or research team.
  case laboratory

  /// The sort as mentions know it.
  var kind: Mention.Kind {
    switch self {
    case .organisation: .organisation
    case .publicBody: .publicBody
    case .place: .place
    case .laboratory: .laboratory
    }
  }
}
