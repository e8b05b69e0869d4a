import PasserelleCore
import PasserelleMatching
import Testing

@Suite("Vendor filter")
struct VendorFilterTests {
  private let lyon = VendorFilter.Traits(
    places: ["69"], codes: ["34928500"], size: .sme, sovereignty: [.hostedInEU, .openSource],
    latestAward: PartialDate(iso: "2021-05"))

  @Test("A vendor that contradicts a condition is removed and counted once")
  func removes() {
    var filter = VendorFilter()
    filter.places = ["38"]
    filter.sizes = [.large]
    var run = FilterRun(filter)
    let isKept = run.accepts(lyon)
    #expect(!isKept)
    #expect(run.counts.map(\.removed) == [1, 0])
    #expect(run.counts.map(\.value) == ["38", "large"])
  }

  @Test("A vendor of which nothing is known stays, and is counted as unknown")
  func unknown() {
    var filter = VendorFilter()
    filter.sovereignty = [.secNumCloud]
    filter.since = PartialDate(iso: "2020")
    var run = FilterRun(filter)
    let isKept = run.accepts(VendorFilter.Traits())
    #expect(isKept)
    #expect(run.counts.map(\.unknown) == [1, 1])
    #expect(run.counts.map(\.removed) == [0, 0])
  }

  @Test("Each condition is met by what is known", arguments: VendorFilter.Criterion.allCases)
  func met(criterion: VendorFilter.Criterion) {
    var filter = VendorFilter()
    var other = VendorFilter()
    switch criterion {
    case .place: (filter.places, other.places) = (["75", "69"], ["75"])
    case .cpv: (filter.cpvPrefixes, other.cpvPrefixes) = (["349"], ["45"])
    case .size: (filter.sizes, other.sizes) = ([.micro, .sme], [.micro])
    case .sovereignty:
      (filter.sovereignty, other.sovereignty) = ([.openSource], [.openSource, .secNumCloud])
    case .since: (filter.since, other.since) = (PartialDate(iso: "2021-05-20"), PartialDate(iso: "2021-06"))
    }
    var accepting = FilterRun(filter)
    var refusing = FilterRun(other)
    let answers = [accepting.accepts(lyon), refusing.accepts(lyon)]
    #expect(answers == [true, false])
    #expect(filter.criteria == [criterion])
  }

  @Test("An empty filter keeps everyone and counts nothing")
  func empty() {
    var run = FilterRun(VendorFilter())
    let isKept = run.accepts(VendorFilter.Traits())
    #expect(isKept)
    #expect(run.counts.isEmpty)
  }
}
