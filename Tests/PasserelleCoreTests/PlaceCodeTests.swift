import PasserelleCore
import Testing

@Suite struct PlaceCodeTests {
  @Test(arguments: [
    ("75056", "75"), ("69123", "69"), ("01001", "01"), ("2A004", "2A"), ("2B033", "2B"), ("97411", "974"),
    ("97611", "976"), ("98818", "988"), ("95018", "95"),
  ])
  func communes(code: String, department: String) {
    #expect(PlaceCode.isCommune(code))
    #expect(PlaceCode.department(ofCommune: code) == department)
  }

  @Test(arguments: [
    "", "7505", "750560", "00001", "96001", "20004", "2C004", "2a004", "A2004", "7505X", "99100", "97911",
    "2AB04", "７５０５６",
  ])
  func notCommunes(code: String) {
    #expect(!PlaceCode.isCommune(code))
  }

  @Test(arguments: [
    ("75001", "75"), ("01000", "01"), ("20000", "2A"), ("20137", "2A"), ("20200", "2B"), ("20600", "2B"),
    ("97400", "974"), ("98800", "988"),
  ])
  func postalCodes(code: String, department: String) {
    #expect(PlaceCode.isPostal(code))
    #expect(PlaceCode.department(ofPostal: code) == department)
  }

  @Test(arguments: ["", "7500", "750011", "00100", "96000", "20900", "2A004", "75 01", "97900"])
  func notPostalCodes(code: String) {
    #expect(!PlaceCode.isPostal(code))
  }

  @Test func departments() {
    for code in ["01", "19", "2A", "2B", "21", "95", "971", "978", "984", "988"] {
      #expect(PlaceCode.isDepartment(code), "\(code)")
    }
    for code in ["", "1", "00", "20", "96", "97", "970", "979", "983", "989", "2C", "001", "+1"] {
      #expect(!PlaceCode.isDepartment(code), "\(code)")
    }
  }

  @Test func onlyCorsicaHasLetters() {
    #expect((1...95).filter { PlaceCode.isDepartment($0 < 10 ? "0\($0)" : "\($0)") }.count == 94)
  }
}
