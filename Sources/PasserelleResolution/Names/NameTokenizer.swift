import Foundation
import PasserelleText

/// Cuts a name into folded words, with the segments that brackets, slashes, dashes and commas make.
struct NameTokenizer {
  /// A folded word.
  struct Word {
    var bytes: [UInt8]
    var segment: UInt8
    /// Whether an apostrophe follows: an elided article, not an initial.
    var isElided: Bool
    /// Whether a separator or the end follows.
    var endsSegment: Bool
  }

  /// Names longer than this many bytes are cut.
  static let longest = 400
  /// Words kept of a name.
  static let mostWords = 32

  /// The words of a name.
  static func words(of name: String) -> [Word] {
    var words: [Word] = []
    var segment: UInt8 = 0
    var text = Self.latin(name)
    text.withUTF8 { bytes in
      var start = 0
      let end = min(bytes.count, longest)
      var index = 0
      while index <= end {
        var stop: Stop?
        var width = 1
        if index == end {
          stop = .separator
        } else {
          (stop, width) = Self.stop(bytes, index, end)
        }
        if let stop {
          append(bytes, start..<index, segment, stop, to: &words)
          if stop == .separator, !words.isEmpty {
            words[words.count - 1].endsSegment = true
            if words[words.count - 1].segment == segment, segment < 15 { segment += 1 }
          }
          start = index + width
        }
        index += width
      }
    }
    if words.count > mostWords { words.removeLast(words.count - mostWords) }
    return joined(words)
  }

  private enum Stop { case separator, apostrophe }

  /// Whether something ends at a place, and how many bytes it takes.
  private static func stop(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> (Stop?, Int) {
    switch bytes[index] {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: "+"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "\""):
      return (.separator, 1)
    case UInt8(ascii: "-"):
      // A dash with a space beside it separates; within a word it does not.
      let before = index > 0 && bytes[index - 1] == 0x20
      let after = index + 1 < end && bytes[index + 1] == 0x20
      return (before || after ? .separator : nil, 1)
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return (.apostrophe, 1)
    case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80:
      switch bytes[index + 2] {
      case 0x98, 0x99: return (.apostrophe, 3)
      case 0x93, 0x94, 0x9C, 0x9D: return (.separator, 3)
      default: return (nil, 1)
      }
    default: return (nil, 1)
    }
  }

  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ segment: UInt8, _ stop: Stop,
    to words: inout [Word]
  ) {
    guard !range.isEmpty else { return }
    let folded = TextFolding.foldedBytes(String(decoding: bytes[range], as: UTF8.self))
    var last = -1
    for part in folded.split(separator: 0x20) {
      words.append(Word(bytes: Array(part), segment: segment, isElided: false, endsSegment: false))
      last = words.count - 1
    }
    if stop == .apostrophe, last >= 0 { words[last].isElided = true }
  }

  /// Joins single letters that stand together: `s a r l` is `sarl`.
  private static func joined(_ words: [Word]) -> [Word] {
    var output: [Word] = []
    var index = 0
    while index < words.count {
      var end = index
      while end < words.count, words[end].bytes.count == 1, words[end].bytes[0] >= 0x61,
        !words[end].isElided || isArticleFree(words[end].bytes[0]), words[end].segment == words[index].segment
      {
        end += 1
      }
      if end - index >= 2 {
        var word = words[index]
        word.bytes = words[index..<end].flatMap(\.bytes)
        word.endsSegment = words[end - 1].endsSegment
        word.isElided = false
        output.append(word)
        index = end
      } else {
        output.append(words[index])
        index += 1
      }
    }
    return output
  }

  /// Whether a letter before an apostrophe cannot be an elided article.
  private static func isArticleFree(_ letter: UInt8) -> Bool {
    letter != UInt8(ascii: "l") && letter != UInt8(ascii: "d")
  }

  /// Other scripts in Latin letters, by the Unicode transliterations; what is Latin stays as it is.
  static func latin(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: { $0.value >= 0x370 && !(0x1E00...0x20CF).contains($0.value) })
    else { return name }
    return name.applyingTransform(.toLatin, reverse: false) ?? name
  }
}
