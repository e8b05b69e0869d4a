import PasserelleXML
import Testing

@Suite("Marks in bytes")
struct ByteSearchTests {
  @Test("A mark is found at the start, inside, at the end, and where its own beginning stands before it")
  func places() {
    let bytes = Array("<!-- a-a-> --> end-->".utf8)[...]
    #expect(ByteSearch.firstRange(of: "<!--", in: bytes) == 0..<4)
    #expect(ByteSearch.firstRange(of: "-->", in: bytes) == 11..<14)
    #expect(ByteSearch.firstRange(of: "end-->", in: bytes) == 15..<21)
    #expect(ByteSearch.firstRange(of: "a->", in: bytes) == 7..<10)
  }

  @Test("A place in a slice is told by the slice's own indices, and nothing outside it is found")
  func slices() {
    let bytes = Array("mark one mark two mark".utf8)
    #expect(ByteSearch.firstRange(of: "mark", in: bytes[1...]) == 9..<13)
    #expect(ByteSearch.firstRange(of: "mark", in: bytes[1..<12]) == nil)
    #expect(ByteSearch.holds("two", in: bytes[14..<17]))
  }

  @Test("Nothing is found of an empty mark, in no bytes, or in fewer than the mark has")
  func nothing() {
    #expect(ByteSearch.firstRange(of: "", in: [1, 2]) == nil)
    #expect(ByteSearch.firstRange(of: "a", in: []) == nil)
    #expect(!ByteSearch.holds("abc", in: Array("ab".utf8)[...]))
  }

  @Test("Bytes of any value, null among them, are looked over")
  func anyBytes() {
    let bytes: [UInt8] = [0, 0xFF, 0, 0x25, 0x50, 0x44, 0x46, 0x2D]
    #expect(ByteSearch.firstRange(of: "%PDF-", in: bytes[...]) == 3..<8)
  }
}
