import Foundation

/// A fixed number of plain values for the inner loops of algorithms; places are checked in debug builds only.
struct Column<Element: BitwiseCopyable>: ~Copyable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  /// Makes a column of one value.
  init(_ count: Int, repeating value: Element) {
    self.count = count
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: count)
  }

  /// Makes a column of values for each place.
  init(_ count: Int, _ value: (Int) -> Element) {
    self.count = count
    base = .allocate(capacity: max(1, count))
    for place in 0..<count { (base + place).initialize(to: value(place)) }
  }

  /// Makes a column of an array's values.
  init(_ values: [Element]) {
    count = values.count
    base = .allocate(capacity: max(1, count))
    values.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { base.initialize(from: start, count: source.count) }
    }
  }

  deinit { base.deallocate() }

  subscript(_ place: Int) -> Element {
    @inline(__always) get {
      assert(place >= 0 && place < count)
      return base[place]
    }
    @inline(__always) nonmutating set {
      assert(place >= 0 && place < count)
      base[place] = newValue
    }
  }

  subscript(_ place: Int32) -> Element {
    @inline(__always) get { self[Int(place)] }
    @inline(__always) nonmutating set { self[Int(place)] = newValue }
  }

  /// Sets every place to a value.
  func fill(_ value: Element) { base.update(repeating: value, count: count) }

  /// The values as an array.
  var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

/// Whole numbers that begin as 0, in memory that the system gives when it is first touched.
///
/// Searches that visit a small part of a large graph pay for that part only.
struct ZeroedColumn: ~Copyable {
  private let base: UnsafeMutablePointer<Int32>
  let count: Int

  init(_ count: Int) {
    self.count = count
    let bytes = MemoryLayout<Int32>.stride
    guard let memory = calloc(max(1, count), bytes) else { preconditionFailure("There is no memory left.") }
    base = memory.bindMemory(to: Int32.self, capacity: max(1, count))
  }

  deinit { free(base) }

  subscript(_ place: Int32) -> Int32 {
    @inline(__always) get {
      assert(place >= 0 && Int(place) < count)
      return base[Int(place)]
    }
    @inline(__always) nonmutating set {
      assert(place >= 0 && Int(place) < count)
      base[Int(place)] = newValue
    }
  }
}
