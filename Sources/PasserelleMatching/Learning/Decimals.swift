/// Numbers rounded in decimal, so that files and their readers see few digits.
enum Decimals {
  /// The number of the same size with so many significant digits; 0 for what is not finite.
  static func rounded(_ value: Double, digits: Int) -> Double {
    guard value.isFinite, value != 0 else { return 0 }
    var power = 0
    var size = abs(value)
    guard size > 1e-200, size < 1e200 else { return size < 1 ? 0 : value }
    while size >= 10 {
      size /= 10
      power += 1
    }
    while size < 1 {
      size *= 10
      power -= 1
    }
    let shift = digits - 1 - power
    let scale = powerOfTen(abs(shift))
    return shift >= 0 ? (value * scale).rounded() / scale : (value / scale).rounded() * scale
  }

  /// The number with the fewest decimals that lies from `low` to below `high`, near their middle.
  ///
  /// - Precondition: `low` is below `high`, both finite.
  static func short(from low: Float, to high: Float) -> Float {
    let middle = low + (high - low) / 2
    guard middle.isFinite else { return low }
    for decimals in 0...9 {
      let scale = powerOfTen(decimals)
      let candidate = Float((Double(middle) * scale).rounded() / scale)
      if candidate >= low, candidate < high { return candidate }
    }
    return middle < high ? middle : low
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}
