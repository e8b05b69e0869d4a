/// Comparisons that give 0 or 1 by arithmetic.
///
/// Of a comparison whose outcome moves a place, the compiler makes a branch; where data decide, half of these are
/// mispredicted, at some fifteen cycles each.
enum Branchless {
  /// 1 when two documents are the same, else 0.
  @inline(__always)
  static func isEqual(_ a: UInt32, _ b: UInt32) -> Int {
    // Documents are below 2³¹, and so is what they differ in.
    Int(truncatingIfNeeded: ((a ^ b) &- 1) &>> 31)
  }

  /// 1 when a score is not below another one, else 0.
  @inline(__always)
  static func isAtLeast(_ a: Int32, _ b: Int32) -> Int { 1 &+ ((Int(a) &- Int(b)) &>> 63) }
}
