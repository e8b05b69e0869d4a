/// What a word sounds like in French or Portuguese, roughly: the same key for spellings that are said alike.
///
/// Rules after the French adaptations of Metaphone (ph = f, qu = c = k, ç = ss, z = s, y = i, gn = n, mute h, doubled
/// letters once, mute endings) that hold in Portuguese too; vowels count only at the beginning.
enum PhoneticKey {
  /// The key of a folded word, 0 for words of less than four letters or with other signs than a…z.
  static func of(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard word.count >= 4, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return 0 }
    var end = word.count
    while end > 4, Self.isMute(word[end - 1]) { end -= 1 }
    var key: UInt32 = 0
    var last: UInt8 = 0
    var codes = 0
    var index = 0
    while index < end, codes < 6 {
      let letter = word[index]
      let next: UInt8 = index + 1 < end ? word[index + 1] : 0
      var code: UInt8 = 0
      var length = 1
      switch letter {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
        UInt8(ascii: "y"):
        code = index == 0 ? 1 : 0
        if index == 0, letter == UInt8(ascii: "h") { code = 0 }
      case UInt8(ascii: "h"): code = 0
      case UInt8(ascii: "b"): code = 2
      case UInt8(ascii: "p"):
        if next == UInt8(ascii: "h") { (code, length) = (5, 2) } else { code = 3 }
      case UInt8(ascii: "f"): code = 5
      case UInt8(ascii: "v"), UInt8(ascii: "w"): code = 6
      case UInt8(ascii: "d"): code = 7
      case UInt8(ascii: "t"): code = 8
      case UInt8(ascii: "l"): code = 9
      case UInt8(ascii: "m"): code = 10
      case UInt8(ascii: "n"): code = 11
      case UInt8(ascii: "r"): code = 12
      case UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "x"):
        if letter == UInt8(ascii: "s"), next == UInt8(ascii: "h") {
          (code, length) = (15, 2)
        } else {
          code = 13
        }
      case UInt8(ascii: "c"):
        if next == UInt8(ascii: "h") {
          (code, length) = (15, 2)
        } else {
          code = Self.isFront(next) ? 13 : 14
        }
      case UInt8(ascii: "k"): code = 14
      case UInt8(ascii: "q"): (code, length) = (14, next == UInt8(ascii: "u") ? 2 : 1)
      case UInt8(ascii: "g"):
        if next == UInt8(ascii: "n") { (code, length) = (11, 2) } else { code = Self.isFront(next) ? 4 : 16 }
      case UInt8(ascii: "j"): code = 4
      default: code = 0
      }
      if code != 0, code != last {
        key = key &* 17 &+ UInt32(code)
        codes += 1
      }
      // A vowel between two like consonants keeps them apart.
      last = code
      index += length
    }
    return codes >= 2 ? key : 0
  }

  private static func isFront(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "e") || letter == UInt8(ascii: "i") || letter == UInt8(ascii: "y")
  }

  private static func isMute(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "e"), UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "d"), UInt8(ascii: "x"),
      UInt8(ascii: "a"), UInt8(ascii: "o"):
      true
    default: false
    }
  }
}
