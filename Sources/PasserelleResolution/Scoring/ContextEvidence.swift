/// What is known of two mentions besides their names, as log odds; nothing known moves nothing.
struct ContextEvidence {
  /// Same place: commune, postcode or town; negative for different departments.
  var place = 0.0
  /// Likeness of activities.
  var activities = 0.0
  /// Shared neighbours in the graph.
  var neighbours = 0.0
  /// A shared official identifier.
  var identifiers = 0.0
  /// Different countries.
  var country = 0.0

  /// The whole.
  var logOdds: Double { place + activities + neighbours + identifiers + country }

  init(_ left: PreparedMention, _ right: PreparedMention) {
    identifiers = Self.sharesIdentifier(left.identifiers, right.identifiers) ? 6 : 0
    if left.country != 0, right.country != 0, left.country != right.country { country = -1.5 }
    if left.commune != 0, right.commune != 0 {
      place = left.commune == right.commune ? 1.2 : left.department == right.department ? -0.2 : -0.6
    } else if left.postcode != 0, left.postcode == right.postcode {
      place = 1.1
    } else if left.town != 0, right.town != 0 {
      place = left.town == right.town ? 1 : -0.3
    } else if left.department != 0, right.department != 0 {
      place = left.department == right.department ? 0.5 : -0.4
    }
    if !left.activities.isEmpty, !right.activities.isEmpty {
      activities = 1.2 * Self.likeness(left.activities, right.activities) - 0.3
    }
    if !left.neighbours.isEmpty, !right.neighbours.isEmpty {
      let shared = Self.shared(left.neighbours, right.neighbours)
      if shared > 0 {
        neighbours = 0.6 + Double(min(shared, 4)) * 0.25
      }
    }
  }

  private static func sharesIdentifier(_ left: [HashedIdentifier], _ right: [HashedIdentifier]) -> Bool {
    for one in left where one.scheme != .local && one.scheme != .nuts && right.contains(one) { return true }
    return false
  }

  /// The shared weight of two sorted lists.
  private static func likeness(_ left: [WeightedHash], _ right: [WeightedHash]) -> Double {
    var (i, j, sum) = (0, 0, Float(0))
    while i < left.count, j < right.count {
      if left[i].hash == right[j].hash {
        sum += min(left[i].weight, right[j].weight)
        i += 1
        j += 1
      } else if left[i].hash < right[j].hash {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(sum)
  }

  private static func shared(_ left: [UInt64], _ right: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        count += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}
