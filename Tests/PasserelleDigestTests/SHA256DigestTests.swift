import PasserelleCore
import PasserelleDigest
import Testing

@Suite struct SHA256DigestTests {
  /// Vectors of FIPS 180-4 (NIST's examples).
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func publishedVectors(text: String, expected: String) {
    #expect(SHA256Digest.hash(Array(text.utf8)).hexadecimal == expected)
  }

  /// Pieces around the size of a block (64 bytes), and empty ones.
  @Test(arguments: [0, 1, 55, 56, 63, 64, 65, 127, 128, 1000])
  func piecesGiveTheHashOfTheWhole(length: Int) {
    let text = String(repeating: "é-\u{1F600}", count: length)
    var digest = SHA256Digest()
    var rest = Substring(text)
    while !rest.isEmpty {
      digest.update(String(rest.prefix(length / 3 + 1)))
      digest.update("")
      rest = rest.dropFirst(length / 3 + 1)
    }
    #expect(digest.finalize() == SHA256Digest.hash(Array(text.utf8)))
  }

  @Test func bytesAreHashedAsTheyStand() {
    #expect(SHA256Digest.hash(Array("caf\u{E9}".utf8)) != SHA256Digest.hash(Array("cafe\u{301}".utf8)))
  }
}
