import PasserelleConformance
import PasserelleCore
import PasserelleSPARQL
import Testing

@Suite struct TupleIsomorphismTests {
  private func ring(_ labels: [String]) -> [[Term?]] {
    labels.indices.map { [.blank(labels[$0]), .blank(labels[($0 + 1) % labels.count])] }
  }

  @Test func labelsDoNotMatter() {
    #expect(TupleIsomorphism.holds(ring(["a", "b", "c"]), ring(["z", "x", "y"])))
    #expect(
      TupleIsomorphism.holds(
        [[.blank("a"), nil], [.blank("b"), .integer(1)]], [[.blank("a"), .integer(1)], [.blank("b"), nil]]))
  }

  @Test func structureMatters() {
    // One ring of six, and two of three: every node looks the same from near.
    #expect(
      !TupleIsomorphism.holds(
        ring(["a", "b", "c", "d", "e", "f"]), ring(["a", "b", "c"]) + ring(["d", "e", "f"])))
    #expect(!TupleIsomorphism.holds([[.blank("a"), .blank("a")]], [[.blank("a"), .blank("b")]]))
    #expect(!TupleIsomorphism.holds([[.integer(1)], [.integer(1)]], [[.integer(1)], [.integer(2)]]))
    #expect(!TupleIsomorphism.holds([[.string("1")]], [[.integer(1)]]))
  }

  @Test func numbersAreComparedByValueWithinTheirType() {
    #expect(
      TupleIsomorphism.holds([[.literal(Literal("2.0", .decimal))]], [[.literal(Literal("2", .decimal))]]))
    #expect(!TupleIsomorphism.holds([[.literal(Literal("2.0", .decimal))]], [[.integer(2)]]))
  }
}
