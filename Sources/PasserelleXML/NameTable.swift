/// The names met, each once; a name is found by the pointer under which the parser holds it.
struct NameTable {
  private(set) var texts = [""]
  /// Open addressing over the pointers; a free slot has none.
  private var slots: [(pointer: UnsafePointer<UInt8>?, number: Int32)]
  private var mask: Int

  init() {
    slots = Array(repeating: (nil, 0), count: 256)
    mask = 255
  }

  subscript(number: Int32) -> String { texts[Int(number)] }

  /// The number of a name, 0 for none.
  @inline(__always)
  mutating func number(of pointer: UnsafePointer<UInt8>?) -> Int32 {
    guard let pointer else { return 0 }
    var slot = Self.slot(pointer, mask)
    while let held = slots[slot].pointer {
      if held == pointer { return slots[slot].number }
      slot = (slot + 1) & mask
    }
    return add(pointer, at: slot)
  }

  /// Pointers into the parser's pools stand close together: multiplied, their low bits reach the high ones.
  @inline(__always)
  private static func slot(_ pointer: UnsafePointer<UInt8>, _ mask: Int) -> Int {
    let mixed = UInt64(UInt(bitPattern: pointer)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & mask
  }

  @inline(never)
  private mutating func add(_ pointer: UnsafePointer<UInt8>, at slot: Int) -> Int32 {
    let number = Int32(texts.count)
    texts.append(String(cString: pointer))
    slots[slot] = (pointer, number)
    if texts.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    let held = slots
    slots = Array(repeating: (nil, 0), count: held.count * 2)
    mask = slots.count - 1
    for (pointer, number) in held {
      guard let pointer else { continue }
      var slot = Self.slot(pointer, mask)
      while slots[slot].pointer != nil { slot = (slot + 1) & mask }
      slots[slot] = (pointer, number)
    }
  }
}
