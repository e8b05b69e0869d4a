internal import PasserelleCore

/// Goes through all candidate pairs of a table once, each pair once, on several threads.
struct CandidateScan: Sendable {
  /// What a scan found.
  struct Outcome: Sendable {
    /// The links, by slot.
    var links: [Link] = []
    /// Pairs that were compared.
    var compared = 0
    /// Pairs that share a block but too little to be compared.
    var passedOver = 0
    /// Compared pairs, by each family that speaks for them.
    var byFamily = [Int](repeating: 0, count: BlockingFamily.allCases.count)
  }

  let table: BlockTable
  let catalogue: BlockCatalogue
  let slotCount: Int
  let options: BlockingOptions

  /// Slots in a piece of work.
  private static let pieceSize = 8192

  /// Scores every candidate pair; a link is kept from a bar on.
  ///
  /// - Returns: Links in the order of their slots, whatever the threads.
  /// - Complexity: linear in the members of the blocks; two bytes a slot and thread beside the result.
  func links(of source: some LinkSource, from bar: Int32, threads: Int) -> Outcome {
    let pieces = (slotCount + Self.pieceSize - 1) / Self.pieceSize
    let parts = Lanes.map(pieces, threads: threads) { piece in
      var outcome = Outcome()
      scan(piece, &outcome) { left, right, outcome in
        let evidence = source.evidence(left, right)
        if evidence.steps >= bar { outcome.links.append(Link(left, right, evidence)) }
      }
      return outcome
    }
    var whole = Outcome()
    whole.links.reserveCapacity(parts.reduce(0) { $0 + $1.links.count })
    for part in parts {
      whole.links += part.links
      whole.compared += part.compared
      whole.passedOver += part.passedOver
      for family in part.byFamily.indices { whole.byFamily[family] += part.byFamily[family] }
    }
    return whole
  }

  /// Visits the candidate pairs of a piece: the first slot is of the piece, the second greater.
  private func scan(
    _ piece: Int, _ outcome: inout Outcome, _ visit: (UInt32, UInt32, inout Outcome) -> Void
  ) {
    var weights = [UInt16](repeating: 0, count: slotCount)
    var families = [UInt16](repeating: 0, count: slotCount)
    var met: [UInt32] = []
    let required = options.requiredWeight
    let last = min(slotCount, (piece + 1) * Self.pieceSize)
    weights.withUnsafeMutableBufferPointer { weights in
      families.withUnsafeMutableBufferPointer { families in
        table.slots.withUnsafeBufferPointer { slots in
          for slot in (piece * Self.pieceSize)..<last {
            met.removeAll(keepingCapacity: true)
            for place in catalogue.offsets[slot]..<catalogue.offsets[slot + 1] {
              let block = Int(catalogue.blocks[place])
              let family = Int(catalogue.families[block])
              let weight = options.weights[family]
              let start = Int(catalogue.starts[block])
              var entry = start + Int(catalogue.sizes[block]) - 1
              // Members ascend: those after the slot are at the end.
              while entry >= start, slots[entry] > UInt32(slot) {
                let other = Int(slots[entry])
                if weights[other] == 0 {
                  met.append(UInt32(other))
                  families[other] = 0
                }
                weights[other] = weights[other] &+ weight
                families[other] |= 1 << UInt16(family)
                entry -= 1
              }
            }
            met.sort()
            for other in met {
              let weight = weights[Int(other)]
              weights[Int(other)] = 0
              guard weight >= required else {
                outcome.passedOver += 1
                continue
              }
              outcome.compared += 1
              var mask = families[Int(other)]
              while mask != 0 {
                outcome.byFamily[mask.trailingZeroBitCount] += 1
                mask &= mask - 1
              }
              visit(UInt32(slot), other, &outcome)
            }
          }
        }
      }
    }
  }
}
