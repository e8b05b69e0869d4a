import PasserellePipeline
import Testing

@Suite struct VolumeCheckTests {
  private let check = VolumeCheck(nights: 5, dropPercent: 50)

  @Test func halfOfTheMedianIsTold() {
    let before = [["decp": 100], ["decp": 90], ["decp": 110], ["decp": 5]]
    let drops = check.drops(["decp": 47], before: before)
    #expect(drops == [VolumeCheck.Drop(source: "decp", records: 47, median: 95, nights: 4)])
    #expect(check.drops(["decp": 48], before: before).isEmpty)
  }

  @Test func aSourceThatIsGoneIsTold() {
    let drops = check.drops([:], before: Array(repeating: ["ocds": 8], count: 3))
    #expect(drops.map(\.records) == [0])
  }

  @Test func fewNightsTellNothing() {
    #expect(check.drops([:], before: Array(repeating: ["ocds": 8], count: 2)).isEmpty)
  }

  @Test func aWeeklySourceIsNotToldOf() {
    let before: [[String: Int]] = [[:], [:], ["ted": 900], [:], [:]]
    #expect(check.drops([:], before: before).isEmpty)
  }

  @Test func onlyRecentNightsCount() {
    let before = Array(repeating: ["decp": 10], count: 5) + Array(repeating: ["decp": 1000], count: 50)
    #expect(check.drops(["decp": 9], before: before).isEmpty)
  }
}
