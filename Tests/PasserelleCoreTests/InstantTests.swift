import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01", Int64(0)), ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00Z", 0),
    ("1970-01-01T00:00:00", 0), ("1970-01-01T01:00:00+01:00", 0), ("1969-12-31T22:30:00-01:30", 0),
    ("1970-01-01T00:00:01.5Z", 1500), ("1970-01-01T00:00:00.001Z", 1), ("1969-12-31T23:59:59.999Z", -1),
    ("2026-11-21T09:40:00Z", 1_795_254_000_000), ("1970-01-01T00:00:59.9999Z", 60_000),
  ])
  func reads(text: String, milliseconds: Int64) {
    #expect(Instant(iso: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "T", "1970", "1970-01", "1970-01-32", "T1970-01-01", "1970-01-01T", "1970-01-01TZ",
    "1970-01-01T24:00:00Z",
    "1970-01-01T10", "1970-01-01T10:60:00Z", "1970-01-01T10:00:61Z", "1970-01-01T1:2:3Z",
    "1970-01-01T10:00:00+0200", "1970-01-01T10:00:00+02", "1970-01-01T10:00:00+15:00",
    "1970-01-01T10:00:00+01:60",
    "1970-01-01T10:00:1e1Z", "1970-01-01T10:00:5.Z", "1970-01-01T10:00:-5Z", "1970-01-01T10:00:00ZZ",
    "1970-01-01 10:00:00", "1970-01-01ZT10:00:00Z", "1970-01-01T10:00:00:00Z", "hier",
  ])
  func refuses(text: String) {
    #expect(Instant(iso: text) == nil)
  }

  @Test func textsComeBack() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<3000 {
      let scale = random.pick([1, 1000, 86_400_000])
      let instant = Instant(
        milliseconds: Int64(random.number(-62_135_596_800_000 / scale...253_402_300_799_000 / scale) * scale))
      #expect(Instant(iso: instant.description) == instant, "\(instant.milliseconds)")
    }
  }

  @Test func zonesNameTheSameMoment() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let (hours, minutes) = (random.number(0...14), random.number(0...59))
      let zone = (hours < 10 ? "0" : "") + "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes)"
      let offset = Int64((hours * 60 + minutes) * 60_000)
      let utc = Instant(iso: "2024-03-01T12:00:00Z")
      #expect(
        Instant(iso: "2024-03-01T12:00:00+\(zone)")?.milliseconds == utc.map { $0.milliseconds - offset })
      #expect(
        Instant(iso: "2024-03-01T12:00:00-\(zone)")?.milliseconds == utc.map { $0.milliseconds + offset })
    }
  }

  @Test func theDayIsTheDayInUTC() {
    #expect(Instant(milliseconds: -1).date.description == "1969-12-31")
    #expect(Instant(milliseconds: 86_399_999).date.description == "1970-01-01")
    #expect(Instant(milliseconds: 86_400_000).date.description == "1970-01-02")
    #expect(Instant(milliseconds: -86_400_000).date.description == "1969-12-31")
    #expect(Instant(milliseconds: -86_400_001).date.description == "1969-12-30")
  }

  @Test func writesMillisecondsOnlyWhereThereAreSome() {
    #expect(Instant(milliseconds: 1_000).description == "1970-01-01T00:00:01Z")
    #expect(Instant(milliseconds: 1_007).description == "1970-01-01T00:00:01.007Z")
  }
}
