import PasserelleTestSupport
import Testing

@testable import PasserelleIndex

@Suite("Merge policy")
struct IndexWriterMergePolicyTests {
  private func candidate(_ bytes: Int, documents: Int = 100, deleted: Int = 0) -> MergePolicy.Candidate {
    MergePolicy.Candidate(bytes: bytes, documents: documents, deleted: deleted)
  }

  @Test func singleMergesEverythingOnce() {
    #expect(MergePolicy.single.groups([]) == [])
    #expect(MergePolicy.single.groups([candidate(5)]) == [])
    #expect(MergePolicy.single.groups([candidate(5, deleted: 1)]) == [[0]])
    #expect(MergePolicy.single.groups([candidate(5), candidate(1 << 40)]) == [[0, 1]])
  }

  @Test func tieredMergesEnoughOfOneClass() {
    let policy = MergePolicy.tiered(count: 4, floor: 1000)
    let small = [Int](repeating: 2000, count: 3).map { candidate($0) }
    #expect(policy.groups(small) == [])
    #expect(policy.groups(small + [candidate(3999)]) == [[0, 1, 2, 3]])
    #expect(policy.groups(small + [candidate(4000)]) == [])
    #expect(policy.groups([candidate(90_000)] + small + [candidate(1001)]) == [[1, 2, 3, 4]])
    // Below the floor all sizes are alike.
    #expect(policy.groups([1, 10, 100, 999].map { candidate($0) }) == [[0, 1, 2, 3]])
  }

  @Test func tieredRewritesWhatIsMostlyDeleted() {
    let policy = MergePolicy.tiered()
    #expect(policy.groups([candidate(1 << 20, deleted: 30)]) == [])
    #expect(policy.groups([candidate(1 << 20), candidate(1 << 20, deleted: 31)]) == [[1]])
  }

  @Test func tieredKeepsUnderTheLargestSize() {
    let policy = MergePolicy.tiered(count: 2, floor: 1, largest: 1000)
    #expect(policy.groups([candidate(600), candidate(700)]) == [])
    #expect(policy.groups([candidate(450), candidate(450), candidate(450)]) == [[0, 1]])
  }

  /// Adding segments of one size and merging as told ends after few rewrites, with few segments.
  @Test func amplificationIsLogarithmic() {
    var random = SeededGenerator(seed: 1)
    let policy = MergePolicy.tiered()
    var segments: [MergePolicy.Candidate] = []
    var (added, rewritten, most) = (0, 0, 0)
    for _ in 0..<4000 {
      let bytes = random.number(100_000...900_000)
      added += bytes
      segments.append(candidate(bytes))
      var rounds = 0
      while let group = policy.groups(segments).first {
        let sum = group.reduce(0) { $0 + segments[$1].bytes }
        rewritten += sum
        segments = segments.enumerated().filter { !group.contains($0.offset) }.map(\.element)
        segments.insert(candidate(sum), at: group[0])
        rounds += 1
        #expect(rounds < 10)
      }
      most = max(most, segments.count)
    }
    #expect(most < 36)
    #expect(rewritten < 6 * added)
  }
}
