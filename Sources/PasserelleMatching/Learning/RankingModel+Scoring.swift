extension RankingModel {
  /// The score of a candidate; only differences between candidates of one query mean something.
  ///
  /// A value that is not finite counts as 0.
  ///
  /// - Parameter values: One value for each of ``inputs``, in their order.
  /// - Returns: The score, a whole number of a billionth.
  /// - Precondition: There are as many values as inputs.
  /// - Complexity: O(*f* + *t* · *d*) for *f* features and *t* trees of depth *d*; nothing is allocated.
  public func score(_ values: UnsafeBufferPointer<Float>) -> Double {
    precondition(values.count == inputs.count, "one value for each input")
    var total: Int64 = 0
    for term in terms { total &+= Self.units(of: term, values) }
    steps.withUnsafeBufferPointer { steps in
      roots.withUnsafeBufferPointer { roots in
        for root in roots {
          var place = Int(root)
          var step = steps[place]
          while step.input >= 0 {
            place = Self.number(values[Int(step.input)]) <= step.threshold ? place &+ 1 : Int(step.right)
            step = steps[place]
          }
          total &+= step.value
        }
      }
    }
    return Double(total) / RankingTree.unit
  }

  /// The score of a candidate, from an array.
  ///
  /// - Precondition: There are as many values as inputs.
  public func score(_ values: [Float]) -> Double {
    values.withUnsafeBufferPointer { score($0) }
  }

  /// What each input adds to the score or takes from it; with ``bias`` they add up to the score.
  ///
  /// In the sum, the weight times the standardised value. In a tree, each question credits its feature with
  /// the change of the mean amount from the node to the branch taken (Saabas, 2014).
  ///
  /// - Parameter values: One value for each of ``inputs``, in their order.
  /// - Returns: One contribution for each input; each is a whole number of a billionth.
  /// - Precondition: There are as many values as inputs.
  public func contributions(of values: UnsafeBufferPointer<Float>) -> [Double] {
    precondition(values.count == inputs.count, "one value for each input")
    var units = [Int64](repeating: 0, count: inputs.count)
    addContributions(values, to: &units)
    return units.map { Double($0) / RankingTree.unit }
  }

  /// What each input adds to the score, from an array.
  ///
  /// - Precondition: There are as many values as inputs.
  public func contributions(of values: [Float]) -> [Double] {
    values.withUnsafeBufferPointer { contributions(of: $0) }
  }

  /// Adds the contributions of a candidate, in billionths.
  func addContributions(_ values: UnsafeBufferPointer<Float>, to units: inout [Int64]) {
    for term in terms { units[term.input] += Self.units(of: term, values) }
    steps.withUnsafeBufferPointer { steps in
      for root in roots {
        var place = Int(root)
        while steps[place].input >= 0 {
          let step = steps[place]
          place = Self.number(values[Int(step.input)]) <= step.threshold ? place + 1 : Int(step.right)
          units[Int(step.input)] += steps[place].value - step.value
        }
      }
    }
  }

  @inline(__always)
  private static func number(_ value: Float) -> Float { value.isFinite ? value : 0 }

  @inline(__always)
  private static func units(of term: Term, _ values: UnsafeBufferPointer<Float>) -> Int64 {
    let limit = FeatureScaling.limit
    let scaled = (Double(number(values[term.input])) - term.mean) / term.deviation
    return Int64((max(-limit, min(limit, scaled)) * term.weight * RankingTree.unit).rounded())
  }
}
