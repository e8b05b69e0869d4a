internal import PasserelleCore

/// Writes the texts of inline values without making strings of them.
struct InlineText {
  private let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64)

  init() {}

  /// Gives the room back.
  func deallocate() { room.deallocate() }

  /// Lends the text of a value.
  ///
  /// - Returns: False for a value whose text takes more care: see ``PasserelleCore/InlineValue``.
  @inline(__always) func with(_ id: TermID, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    guard let start = start(id) else { return false }
    body(UnsafeBufferPointer(rebasing: room[start...]))
    return true
  }

  /// Writes the text to the end of the room; gives where it begins.
  private func start(_ id: TermID) -> Int? {
    guard let (kind, payload) = id.inlineValue else { return nil }
    var place = room.count
    switch kind {
    case .integer:
      digits(payload.magnitude, &place)
      if payload < 0 { put(UInt8(ascii: "-"), &place) }
    case .decimal: return decimal(payload)
    case .date:
      guard (-719_162...2_932_896).contains(payload) else { return nil }
      date(Int(payload), &place)
    case .dateTime:
      let days = (payload >= 0 ? payload : payload - 86_399) / 86_400
      guard (-719_162...2_932_896).contains(days) else { return nil }
      let seconds = UInt64(payload - days * 86_400)
      put(UInt8(ascii: "Z"), &place)
      two(seconds % 60, &place)
      put(UInt8(ascii: ":"), &place)
      two(seconds / 60 % 60, &place)
      put(UInt8(ascii: ":"), &place)
      two(seconds / 3600, &place)
      put(UInt8(ascii: "T"), &place)
      date(Int(days), &place)
    case .year:
      guard (1...9999).contains(payload) else { return nil }
      year(UInt64(payload), &place)
    case .yearMonth:
      guard (12...(9999 * 12 + 11)).contains(payload) else { return nil }
      two(UInt64(payload % 12) + 1, &place)
      put(UInt8(ascii: "-"), &place)
      year(UInt64(payload / 12), &place)
    case .boolean:
      for byte in (payload == 1 ? [0x65, 0x75, 0x72, 0x74] : [0x65, 0x73, 0x6C, 0x61, 0x66]) as [UInt8] {
        put(byte, &place)
      }
    }
    return place
  }

  private func decimal(_ payload: Int64) -> Int? {
    let (number, scale) = (payload >> 5, payload & 31)
    if scale > 0, number % 10 == 0 { return nil }
    var (rest, place) = (number.magnitude, room.count)
    for _ in 0..<scale {
      put(UInt8(truncatingIfNeeded: 0x30 + rest % 10), &place)
      rest /= 10
    }
    if scale > 0 { put(UInt8(ascii: "."), &place) }
    digits(rest, &place)
    if number < 0 { put(UInt8(ascii: "-"), &place) }
    return place
  }

  private func date(_ days: Int, _ place: inout Int) {
    let date = CivilCalendar.date(days)
    two(UInt64(date.day), &place)
    put(UInt8(ascii: "-"), &place)
    two(UInt64(date.month), &place)
    put(UInt8(ascii: "-"), &place)
    year(UInt64(date.year), &place)
  }

  @inline(__always) private func put(_ byte: UInt8, _ place: inout Int) {
    place -= 1
    room[place] = byte
  }

  private func digits(_ value: UInt64, _ place: inout Int) {
    var rest = value
    repeat {
      put(UInt8(truncatingIfNeeded: 0x30 + rest % 10), &place)
      rest /= 10
    } while rest > 0
  }

  private func two(_ value: UInt64, _ place: inout Int) {
    put(UInt8(truncatingIfNeeded: 0x30 + value % 10), &place)
    put(UInt8(truncatingIfNeeded: 0x30 + value / 10), &place)
  }

  private func year(_ value: UInt64, _ place: inout Int) {
    two(value % 100, &place)
    two(value / 100, &place)
  }
}
