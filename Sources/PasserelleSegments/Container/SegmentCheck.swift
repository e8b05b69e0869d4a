internal import PasserelleCore

/// Verifies the bytes of a segment file; each kind of damage has words of its own.
struct SegmentCheck {
  struct Section {
    var id: UInt32
    var offset: Int
    var bytes: UnsafeRawBufferPointer
  }

  let bytes: UnsafeRawBufferPointer
  let path: String

  /// The version of the kind's format, after the header and the footer were checked.
  func version(kind: String, versions: ClosedRange<UInt32>) throws -> UInt32 {
    typealias Layout = SegmentLayout
    guard bytes.count > 0 else { throw damage("il est vide", "it is empty") }
    guard bytes.count >= 8, word(0) == Layout.openingMagic else {
      throw damage(
        "ce n’est pas un fichier d’index de Passerelle, ou son début est endommagé",
        "it is no index file of Passerelle, or its beginning is damaged")
    }
    guard bytes.count >= Layout.headerLength + Layout.padding + Layout.footerLength else {
      throw damage("il est coupé dès le début", "it is cut near its beginning")
    }
    let container = half(8)
    if container > Layout.containerVersion {
      // A flipped bit must not pass for a newer version: a newer container keeps the two marks.
      guard word(bytes.count - 8) == Layout.closingMagic else { throw cut() }
      throw SegmentFailure.newer(path, found: "\(container)", known: "\(Layout.containerVersion)")
    }
    guard container == Layout.containerVersion else {
      throw SegmentFailure.older(path, found: "\(container)", known: "\(Layout.containerVersion)")
    }
    guard word(bytes.count - 8) == Layout.closingMagic else { throw cut() }
    try checkTable()
    guard half(12) == Layout.code(of: kind) else {
      let found = withUnsafeBytes(of: half(12).littleEndian) { String(decoding: $0, as: UTF8.self) }
      throw damage("il est du genre \(found), pas \(kind)", "its kind is \(found), not \(kind)")
    }
    let version = half(bytes.count - 20)
    let known = "\(kind) \(versions.lowerBound)–\(versions.upperBound)"
    if version > versions.upperBound {
      throw SegmentFailure.newer(path, found: "\(kind) \(version)", known: known)
    }
    guard version >= versions.lowerBound else {
      throw SegmentFailure.older(path, found: "\(kind) \(version)", known: known)
    }
    return version
  }

  /// The sections by ascending number, after their places and bytes were checked.
  ///
  /// - Parameter deferred: The sections whose bytes are not checked.
  /// - Returns: The sections.
  /// - Throws: The error of the first damage.
  func table(deferring deferred: Set<UInt32>) throws -> [Section] {
    let start = tableOffset
    var sections: [Section] = []
    for place in stride(
      from: start, to: bytes.count - SegmentLayout.footerLength, by: SegmentLayout.entryLength)
    {
      let id = half(place)
      guard sections.last.map({ $0.id < id }) ?? true, half(place + 4) == 0 else {
        throw damage(
          "la table de ses sections n’est pas en ordre", "the table of its sections is out of order")
      }
      let limit = UInt64(start - SegmentLayout.padding)
      let (offset, length) = (word(place + 8), word(place + 16))
      guard offset >= SegmentLayout.headerLength, offset % UInt64(SegmentLayout.alignment) == 0,
        offset <= limit,
        length <= limit - offset
      else { throw outside(id) }
      let part = UnsafeRawBufferPointer(rebasing: bytes[Int(offset)..<Int(offset + length)])
      guard deferred.contains(id) || Checksum.xxh3(part) == word(place + 24) else {
        throw damage(
          "les octets de la section \(id) sont endommagés (somme de contrôle)",
          "the bytes of section \(id) are damaged (checksum)")
      }
      sections.append(Section(id: id, offset: Int(offset), bytes: part))
    }
    try checkGaps(sections)
    return sections
  }

  private var tableOffset: Int { Int(truncatingIfNeeded: word(bytes.count - 32)) }

  /// Checks the place and the checksum of the table.
  private func checkTable() throws {
    let footer = bytes.count - SegmentLayout.footerLength
    let count = Int(half(bytes.count - 24))
    let length = count * SegmentLayout.entryLength
    let least = SegmentLayout.headerLength + SegmentLayout.padding
    guard length <= footer - least, word(footer) == UInt64(footer - length) else {
      throw damage("la table de ses sections est introuvable", "the table of its sections cannot be found")
    }
    let checksum = ChecksumStream()
    checksum.update(UnsafeRawBufferPointer(rebasing: bytes[..<SegmentLayout.headerLength]))
    checksum.update(UnsafeRawBufferPointer(rebasing: bytes[(footer - length)..<(footer + 16)]))
    guard checksum.value == word(footer + 16) else {
      throw damage(
        "son en-tête ou la table de ses sections est endommagé (somme de contrôle)",
        "its header or the table of its sections is damaged (checksum)")
    }
  }

  /// Checks that sections do not overlap and that all else is zeros.
  private func checkGaps(_ sections: [Section]) throws {
    var end = SegmentLayout.headerLength
    for section in sections.sorted(by: { ($0.offset, $0.bytes.count) < ($1.offset, $1.bytes.count) }) {
      guard section.offset >= end else { throw outside(section.id) }
      try checkZeros(end..<section.offset)
      end = section.offset + section.bytes.count
    }
    try checkZeros(end..<tableOffset)
  }

  private func checkZeros(_ range: Range<Int>) throws {
    guard bytes[range].allSatisfy({ $0 == 0 }) else {
      throw damage(
        "le remplissage entre ses sections est endommagé", "the filling between its sections is damaged")
    }
  }

  private func word(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private func half(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  private func cut() -> PasserelleError {
    damage(
      "il est coupé : sa fin manque, son écriture a été interrompue",
      "it is cut: its end is missing, its writing was interrupted")
  }

  private func outside(_ id: UInt32) -> PasserelleError {
    damage("la section \(id) n’est pas à une place permise", "section \(id) is not at an allowed place")
  }

  private func damage(_ french: String, _ english: String) -> PasserelleError {
    SegmentFailure.error(path, LocalizedText(fr: french, en: english))
  }
}
