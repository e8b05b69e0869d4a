package import PasserelleCore
import Synchronization

/// Which versions are seen, and the names of the graphs they are; for any thread.
package final class VersionNames: Sendable {
  /// The name of each version, by its number; ``PasserelleCore/TermID/none`` for one that is not seen.
  package let names: [TermID]
  private let bitmapMade = Mutex<VersionBitmap?>(nil)
  private let inverseMade = Mutex<Inverse?>(nil)

  /// Names and versions, ascending by both.
  private struct Inverse {
    var names: [TermID]
    var versions: [UInt32]
    var isRepeated: Bool
  }

  /// Takes the names.
  package init(_ names: [TermID]) { self.names = names }

  /// The versions that are seen.
  var bitmap: VersionBitmap {
    bitmapMade.withLock { made in
      if let made { return made }
      let bitmap = VersionBitmap(versionCount: names.count)
      for version in names.indices where names[version].rawValue != 0 { bitmap.insert(version) }
      made = bitmap
      return bitmap
    }
  }

  /// Whether several versions of one name are seen.
  var isRepeated: Bool { inverse().isRepeated }

  /// The versions of a name that are seen, ascending.
  func versions(of name: TermID) -> [UInt32] {
    let inverse = inverse()
    var low = 0
    var high = inverse.names.count
    while low < high {
      let middle = (low + high) / 2
      if inverse.names[middle] < name { low = middle + 1 } else { high = middle }
    }
    var versions: [UInt32] = []
    while low < inverse.names.count, inverse.names[low] == name {
      versions.append(inverse.versions[low])
      low += 1
    }
    return versions
  }

  /// The versions whose names are in a range, ascending.
  func versions(within range: ClosedRange<TermID>) -> [UInt32] {
    names.indices.filter { names[$0].isBound && range.contains(names[$0]) }.map { UInt32($0) }
  }

  /// The names of the versions that are among some, ascending, each once.
  func names(among isPresent: (UInt32) -> Bool) -> [TermID] {
    let inverse = inverse()
    var result: [TermID] = []
    for place in inverse.names.indices
    where result.last != inverse.names[place] && isPresent(inverse.versions[place]) {
      result.append(inverse.names[place])
    }
    return result
  }

  private func inverse() -> Inverse {
    inverseMade.withLock { made in
      if let made { return made }
      var versions: [UInt32] = []
      for version in names.indices where names[version].rawValue != 0 { versions.append(UInt32(version)) }
      let isSorted = zip(versions, versions.dropFirst()).allSatisfy { names[Int($0)] < names[Int($1)] }
      if !isSorted {
        versions.sort { (names[Int($0)].rawValue, $0) < (names[Int($1)].rawValue, $1) }
      }
      let sorted = versions.map { names[Int($0)] }
      let isRepeated = zip(sorted, sorted.dropFirst()).contains { $0 == $1 }
      let inverse = Inverse(names: sorted, versions: versions, isRepeated: isRepeated)
      made = inverse
      return inverse
    }
  }
}

/// One bit for each version.
final class VersionBitmap: @unchecked Sendable {
  // It is filled by the one who makes it, and only read afterwards.

  let words: UnsafeMutablePointer<UInt64>
  let wordCount: Int

  init(versionCount: Int) {
    wordCount = versionCount / 64 + 1
    words = .allocate(capacity: wordCount)
    words.initialize(repeating: 0, count: wordCount)
  }

  deinit { words.deallocate() }

  /// Sets the bit of a version below the count.
  func insert(_ version: Int) { words[version >> 6] |= 1 << UInt64(version & 63) }

  /// Whether the bit of a version is set.
  @inline(__always)
  func contains(_ version: Int) -> Bool {
    let word = version &>> 6
    return word < wordCount && words[word] &>> UInt64(truncatingIfNeeded: version & 63) & 1 == 1
  }

  /// Whether it has all bits of some words.
  func covers(_ others: UnsafeBufferPointer<UInt64>) -> Bool {
    for word in others.indices {
      if others[word] & ~(word < wordCount ? words[word] : 0) != 0 { return false }
    }
    return true
  }
}
