@testable import PasserelleText

/// The obvious tokenizer: the grammar of the chain over an array of scalars, without tables or caches.
struct NaiveTokenizer {
  let words: WordForm
  let elision: [String]

  init(language: TextLanguage) {
    words = WordForm(language: language)
    elision =
      language == .french
      ? ["l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"] : []
  }

  func tokens(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var output: [String] = []
    var index = 0
    while index < scalars.count {
      guard ScalarClass(scalars[index]) == .word else {
        index += 1
        continue
      }
      let (word, next) = word(scalars, from: index)
      index = next
      let form = Array(word.utf8).withUnsafeBufferPointer { words.form(of: $0) }
      if !form.isEmpty { output.append(String(decoding: form, as: UTF8.self)) }
    }
    return output
  }

  private func word(_ scalars: [Unicode.Scalar], from first: Int) -> (String, Int) {
    var word = ""  // up to the last word character
    var doubtful = ""  // what follows it and may yet be inside
    var index = first
    loop: while index < scalars.count {
      let scalar = scalars[index]
      switch ScalarClass(scalar) {
      case .word:
        word += doubtful + scalar.properties.lowercaseMapping
        doubtful = ""
        index += 1
      case .replacement:
        doubtful += "\u{FFFD}"
        index += 1
      case .ignorable: index += 1
      case .separator: break loop
      case .apostrophe:
        var next = index
        while next < scalars.count, [.apostrophe, .ignorable].contains(ScalarClass(scalars[next])) {
          next += 1
        }
        guard next < scalars.count, ScalarClass(scalars[next]) == .word, doubtful.isEmpty else { break loop }
        if elision.contains(where: { Array($0.utf8) == Array(word.utf8) }) {
          word = ""
        } else if let last = word.utf8.last, !isDigit(UInt32(last)), !isDigit(scalars[next].value) {
          doubtful = "'"
        } else {
          break loop
        }
        index = next
      }
    }
    let joined = index > 0 && ScalarClass(scalars[index - 1]) == .word
    let letters = Array(word.unicodeScalars)
    if joined, index < scalars.count, scalars[index] == ".", !letters[0].isNumber,
      letters.dropFirst().allSatisfy(\.isMark)
    {
      return acronym(word, scalars, from: index)
    }
    return (word, index)
  }

  private func acronym(_ first: String, _ scalars: [Unicode.Scalar], from dot: Int) -> (String, Int) {
    var word = first
    var index = dot
    while index + 1 < scalars.count, scalars[index] == "." {
      let letter = scalars[index + 1]
      guard ScalarClass(letter) == .word, !letter.isNumber, !letter.isMark else { break }
      var unit = letter.properties.lowercaseMapping
      var next = index + 2
      while next < scalars.count, ScalarClass(scalars[next]) == .ignorable || isWordMark(scalars[next]) {
        if isWordMark(scalars[next]) { unit += scalars[next].properties.lowercaseMapping }
        next += 1
      }
      if next < scalars.count, [.word, .replacement].contains(ScalarClass(scalars[next])) { break }
      word += unit
      index = next
    }
    if index > dot, index < scalars.count, scalars[index] == "." { index += 1 }
    return (word, index)
  }

  private func isWordMark(_ scalar: Unicode.Scalar) -> Bool { scalar.isMark && ScalarClass(scalar) == .word }
  private func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }
}
