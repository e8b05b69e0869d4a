/// The way of a word that is ASCII or other Latin, Greek or Cyrillic letters: bytes only, and one allocation for the
/// form.
extension WordForm {
  /// Analysed form of a word, when bytes suffice.
  ///
  /// - Parameter raw: As for ``form(of:)``.
  /// - Returns: What ``formByStrings(of:)`` returns; nil when the word holds other scalars than ASCII letters,
  ///   digits, apostrophes and those of ``LetterFolds``, or is empty or very long.
  /// - Complexity: O(*n*).
  func formByBytes(of raw: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let (count, foldCount, hasDigit) = read(raw) else { return nil }
    if hasDigit { return Array(UnsafeBufferPointer(start: buffers.fold, count: foldCount)) }
    guard let stemmer else { return Array(UnsafeBufferPointer(start: buffers.fold, count: foldCount)) }
    var stemmed = count
    if let french {
      if let exception = french.exception(buffers.fold, foldCount) { return exception }
      if count == foldCount { stemmed = french.restoreAccents(buffers.word, count) }
    }
    guard let stem = stemmer.stem(UnsafeBufferPointer(start: buffers.word, count: stemmed)) else {
      return nil
    }
    return folded(stem)
  }

  /// Reads a word into the buffers, normalised and folded.
  ///
  /// - Returns: The bytes of both, and whether a digit is in it; nil for a word that needs strings.
  private func read(_ raw: UnsafeBufferPointer<UInt8>) -> (count: Int, foldCount: Int, hasDigit: Bool)? {
    guard let bytes = raw.baseAddress, raw.count <= WordBuffers.longestWord else { return nil }
    let (word, fold, folds) = (buffers.word, buffers.fold, folds)
    var end = raw.count
    // The plural and genitive of Dutch words, as in foto's.
    if language == .dutch, end >= 2, bytes[end - 2] == 0x27, bytes[end - 1] == 0x73 { end -= 2 }
    var (index, count, foldCount) = (0, 0, 0)
    var hasDigit = false
    while index < end {
      let byte = bytes[index]
      if byte &- 0x61 < 26 {
        word[count] = byte
        fold[foldCount] = byte
        (index, count, foldCount) = (index &+ 1, count &+ 1, foldCount &+ 1)
      } else if byte >= 0x80 {
        guard index &+ 1 < end, let letter = LetterFolds.entry(byte, bytes[index &+ 1]) else { return nil }
        let folded = folds[letter]
        if folded == 0 { return nil }
        if letter == LetterFolds.ae || letter == LetterFolds.oe {
          // Snowball does not know œ and æ as vowels.
          word[count] = UInt8(truncatingIfNeeded: folded)
          word[count &+ 1] = UInt8(truncatingIfNeeded: folded &>> 8)
        } else {
          word[count] = byte
          word[count &+ 1] = bytes[index &+ 1]
        }
        foldCount = LetterFolds.write(folded, to: fold, at: foldCount)
        (index, count) = (index &+ 2, count &+ 2)
      } else if byte &- 0x30 < 10 {
        hasDigit = true
        word[count] = byte
        fold[foldCount] = byte
        (index, count, foldCount) = (index &+ 1, count &+ 1, foldCount &+ 1)
      } else if byte == 0x27 {
        if language == .english {
          word[count] = byte
          count &+= 1
        }
        index &+= 1
      } else {
        return nil
      }
    }
    return foldCount > 0 ? (count, foldCount, hasDigit) : nil
  }

  /// Folds a stem; nil for one that holds other scalars or is longer than a form.
  private func folded(_ stem: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let bytes = stem.baseAddress, stem.count <= Self.maximumLength else { return nil }
    let (fold, folds) = (buffers.fold, folds)
    var (index, count) = (0, 0)
    while index < stem.count {
      let byte = bytes[index]
      if byte &- 0x61 < 26 {
        fold[count] = byte
        (index, count) = (index &+ 1, count &+ 1)
      } else if byte == 0x27 {
        index &+= 1
      } else {
        guard index &+ 1 < stem.count, let letter = LetterFolds.entry(byte, bytes[index &+ 1]) else {
          return nil
        }
        let folded = folds[letter]
        if folded == 0 { return nil }
        count = LetterFolds.write(folded, to: fold, at: count)
        index &+= 2
      }
    }
    return Array(UnsafeBufferPointer(start: fold, count: count))
  }
}
