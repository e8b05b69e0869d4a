internal import Dispatch

/// Runs independent pieces of work on several threads; what comes out does not depend on how many.
package enum Lanes {
  /// Runs pieces `0..<count`: lane *i* of *n* takes pieces *i*, *i* + *n*, … and waits for nobody.
  ///
  /// - Parameters:
  ///   - count: How many pieces.
  ///   - threads: How many lanes; values below 1 count as 1.
  ///   - work: Does a piece; it must write only what is the piece's own.
  package static func run(_ count: Int, threads: Int, _ work: @Sendable (_ piece: Int) -> Void) {
    let lanes = max(1, min(threads, count))
    guard lanes > 1 else {
      for piece in 0..<count { work(piece) }
      return
    }
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      for piece in stride(from: lane, to: count, by: lanes) { work(piece) }
    }
  }

  /// Runs pieces that each give a value, and returns the values in the order of the pieces.
  package static func map<Value: Sendable>(
    _ count: Int, threads: Int, _ work: @Sendable (_ piece: Int) -> Value
  ) -> [Value] {
    let results = UnsafeMutablePointer<Value?>.allocate(capacity: max(count, 1))
    results.initialize(repeating: nil, count: count)
    defer {
      results.deinitialize(count: count)
      results.deallocate()
    }
    let cell = SharedPointer(results)
    run(count, threads: threads) { cell.pointer[$0] = work($0) }
    return (0..<count).compactMap { results[$0] }
  }
}

/// A pointer that lanes share; each lane keeps to places of its own.
package struct SharedPointer<Pointee>: @unchecked Sendable {
  /// The pointer.
  package let pointer: UnsafeMutablePointer<Pointee>

  /// Shares a pointer.
  package init(_ pointer: UnsafeMutablePointer<Pointee>) { self.pointer = pointer }
}
