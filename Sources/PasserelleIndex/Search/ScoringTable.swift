import Glibc

/// The BM25 numbers of one field with one weight, for all lengths and small frequencies.
///
/// With *tf*′ = weight · *tf* / (1 − *b* + *b* · length / average length), an occurrence contributes
/// boost · idf · *tf*′ / (*tf*′ + *k*₁) (Robertson and Zaragoza, *The Probabilistic Relevance Framework*, 2009; the
/// constant factor *k*₁ + 1 is left out, as Lucene does).
final class ScoringTable: @unchecked Sendable {
  /// Frequencies up to this one are looked up.
  private static let tabulated = 8

  /// Saturation of term frequency.
  let k1: Float
  /// The average length of the field in all segments.
  let averageLength: Float
  /// Three tables in one allocation, written once: 8 · 256 saturations, 256 length factors, 256 bounds.
  private let memory: UnsafeMutablePointer<Float>

  /// Computes the tables.
  ///
  /// - Parameters:
  ///   - definition: The field, as its bounds were computed.
  ///   - weight: What an occurrence in it weighs.
  ///   - averageLength: The average length of the field.
  ///   - k1: Saturation, the same for all the fields of a word.
  ///   - b: Weight of length normalisation; nil for the field's.
  init(_ definition: FieldDefinition, weight: Float, averageLength: Float, k1: Float, b: Float? = nil) {
    self.k1 = k1
    self.averageLength = averageLength
    memory = .allocate(capacity: (Self.tabulated + 2) * 256)
    let factors = memory + Self.tabulated * 256
    let bounds = factors + 256
    let average = max(averageLength, 1e-6)
    let b = b ?? definition.b
    // The stored bounds hold for the field's b; the quotient of the two length factors is greatest at length 0 or at
    // infinite length.
    let raise =
      b == definition.b ? 1 : max((1 - definition.b) / max(1 - b, 1e-6), definition.b / max(b, 1e-6))
    for code in 0..<256 {
      let length = Float(LengthCode.decode(UInt8(code)))
      factors[code] = weight / (1 - b + b * length / average)
      for frequency in 1...Self.tabulated {
        let value = Float(frequency) * factors[code]
        memory[(frequency - 1) * 256 + code] = value / (value + k1)
      }
      let share = Float(code) / 255
      bounds[code] = code == 255 ? 1e30 : raise * weight * definition.k1 * share / (1 - share)
    }
  }

  deinit { memory.deallocate() }

  /// The tables for inner loops; the table must outlive them.
  var pointers: Pointers {
    Pointers(
      saturations: UnsafePointer(memory), lengthFactors: UnsafePointer(memory + Self.tabulated * 256),
      boundFrequencies: UnsafePointer(memory + (Self.tabulated + 1) * 256), k1: k1)
  }

  /// The tables as they stand in memory.
  struct Pointers {
    /// Saturated contribution by frequency − 1 and length code.
    let saturations: UnsafePointer<Float>
    /// weight / (1 − b + b · length / average) by length code.
    let lengthFactors: UnsafePointer<Float>
    /// The greatest *tf*′ that a stored bound stands for, at the average length of its segment.
    let boundFrequencies: UnsafePointer<Float>
    let k1: Float

    /// *tf*′ of a frequency at a length.
    @inline(__always)
    func normalised(_ frequency: UInt32, _ code: UInt8) -> Float {
      Float(frequency) * lengthFactors[Int(code)]
    }

    /// The saturated contribution of a frequency at a length, 0 to 1.
    @inline(__always)
    func saturation(_ frequency: UInt32, _ code: UInt8) -> Float {
      if frequency &- 1 < 8 {
        return saturations[(Int(truncatingIfNeeded: frequency) &- 1) &* 256 &+ Int(code)]
      }
      let value = normalised(frequency, code)
      return value / (value + k1)
    }
  }
}

/// Scores are whole numbers in units of 1/65536, so that their sums do not depend on the order of evaluation.
enum FixedScore {
  /// Units to 1.
  static let one: Float = 65536
  /// The greatest sum of the weights of a query's words, far above any real one.
  static let maximumWeight: Float = 30_000

  /// The contribution of a word: its weight in units times its saturation, rounded to the whole unit above, at least 1.
  @inline(__always)
  static func contribution(_ weight: Float, _ saturation: Float) -> Int32 { Int32(weight * saturation) &+ 1 }

  /// Inverse document frequency as Lucene has it, always above 0: ln(1 + (N − n + ½) / (n + ½)).
  static func inverseDocumentFrequency(_ documents: Int, of total: Int) -> Float {
    let number = Double(documents)
    let all = Double(max(total, documents))
    return Float(log(1 + (all - number + 0.5) / (number + 0.5)))
  }
}
