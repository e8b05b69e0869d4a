internal import PasserelleCore

/// Chooses the order and the operators of a join: by dynamic programming over all sets of parts where they are few,
/// one part at a time beyond.
struct JoinOrder {
  /// How a set of parts is best got at, in one order of its rows.
  struct Choice {
    enum Method {
      case scan(QuadOrder)
      case ranges
      case plan
      case path
      case merge(Int)
      case hash
      case index([Int])
      case pathJoin(Int)
    }
    var method: Method
    var cost: Double
    /// The variable that rows ascend by; -1 for none.
    var sort: Int
    var left = 0
    var leftChoice = 0
    var right = 0
    var rightChoice = 0
  }

  let items: [GroupItem]
  /// Masks of parts that hold a variable, for variables of several parts.
  private let holders: [(variable: Int, mask: Int, isCertain: Bool)]
  private let filterMasks: [(mask: Int, share: Double)]
  private var few: [[Choice]] = []
  private var many: [Int: [Choice]] = [:]
  private var fewSizes: [Double] = []
  private var manySizes: [Int: Double] = [:]
  /// The distinct values to choose from, for each holder and part.
  private var domains: [[Double]] = []

  /// Makes the order of some parts, which shared variables connect.
  ///
  /// Each filter over several of them is given by the parts that it sees, and the share of rows that pass.
  init(_ items: [GroupItem], filters: [(mask: Int, share: Double)]) {
    self.items = items
    filterMasks = filters
    var masks: [Int: (mask: Int, isCertain: Bool)] = [:]
    for (index, item) in items.enumerated() {
      for variable in item.variables {
        masks[variable, default: (0, true)].mask |= 1 << index
        if !item.certain.contains(variable) { masks[variable]?.isCertain = false }
      }
    }
    holders = masks.filter { $0.value.mask.nonzeroBitCount > 1 }
      .map { ($0.key, $0.value.mask, $0.value.isCertain) }
      .sorted { $0.variable < $1.variable }
    domains = holders.map { holder in
      items.map { max(1, $0.domain[holder.variable] ?? $0.rows) }
    }
  }

  /// The choices for a set of parts.
  func choices(_ mask: Int) -> [Choice] { items.count <= 10 ? few[mask] : many[mask] ?? [] }

  private mutating func set(_ mask: Int, _ choices: [Choice]) {
    if items.count <= 10 { few[mask] = choices } else { many[mask] = choices }
  }

  /// Orders the parts.
  ///
  /// - Returns: The set of all parts and the number of its best choice.
  mutating func solve() -> (mask: Int, choice: Int) {
    if items.count <= 10 {
      few = Array(repeating: [], count: 1 << items.count)
      fewSizes = Array(repeating: -1, count: 1 << items.count)
    }
    for index in items.indices { set(1 << index, single(index)) }
    let all = items.count == 63 ? -1 : (1 << items.count) - 1
    if items.count <= 10 { dynamic(all) } else { greedy(all) }
    let choices = choices(all)
    return (all, choices.indices.min { choices[$0].cost < choices[$1].cost } ?? 0)
  }

  private mutating func dynamic(_ all: Int) {
    guard items.count > 1 else { return }
    let isBushy = items.count <= 8
    // The parts next to each set, and the least cost of each set.
    var adjacent = Array(repeating: 0, count: all + 1)
    var least = Array(repeating: Double.infinity, count: all + 1)
    for mask in 1...all {
      let low = mask & -mask
      if mask == low {
        for holder in holders where holder.mask & low != 0 { adjacent[mask] |= holder.mask }
        least[mask] = few[mask].reduce(.infinity) { min($0, $1.cost) }
      } else {
        adjacent[mask] = adjacent[low] | adjacent[mask ^ low]
      }
    }
    for mask in 1...all where mask.nonzeroBitCount > 1 {
      var found: [Choice] = []
      var best = Double.infinity
      var left = (mask - 1) & mask
      while left > 0 {
        let right = mask ^ left
        // What costs more than the whole already does is not looked at.
        if adjacent[left] & right != 0, least[left] < best, least[right].isFinite,
          isBushy || left.nonzeroBitCount == 1 || right.nonzeroBitCount == 1
        {
          combine(left, right, &found)
          best = found.reduce(.infinity) { min($0, $1.cost) }
        }
        left = (left - 1) & mask
      }
      least[mask] = best
      if !found.isEmpty { few[mask] = found }
    }
  }

  private mutating func greedy(_ all: Int) {
    var mask = 1 << (items.indices.min { items[$0].rows < items[$1].rows } ?? 0)
    while mask != all {
      var best: (cost: Double, index: Int, choices: [Choice])?
      for index in items.indices where mask & (1 << index) == 0 && isConnected(mask, 1 << index) {
        var found: [Choice] = []
        combine(mask, 1 << index, &found)
        combine(1 << index, mask, &found)
        let cost = (found.map(\.cost).min() ?? .infinity) + rows(mask | 1 << index) * 4
        if best.map({ cost < $0.cost }) ?? true { best = (cost, index, found) }
      }
      guard let best else { return }
      mask |= 1 << best.index
      set(mask, best.choices)
    }
  }

  private func isConnected(_ left: Int, _ right: Int) -> Bool {
    holders.contains { $0.mask & left != 0 && $0.mask & right != 0 }
  }

  /// The rows expected of a set: the product of its parts, each variable shared taken once.
  mutating func rows(_ mask: Int) -> Double {
    if items.count <= 10 {
      if fewSizes[mask] >= 0 { return fewSizes[mask] }
    } else if let known = manySizes[mask] {
      return known
    }
    var result = 1.0
    for index in items.indices where mask & (1 << index) != 0 { result *= items[index].rows }
    for (place, holder) in holders.enumerated() {
      let inside = holder.mask & mask
      guard inside.nonzeroBitCount > 1 else { continue }
      var least = Double.infinity
      var product = 1.0
      for index in items.indices where inside & (1 << index) != 0 {
        let domain = domains[place][index]
        least = min(least, domain)
        product *= domain
      }
      result /= max(1, product / least)
    }
    for filter in filterMasks where filter.mask & mask == filter.mask { result *= filter.share }
    if items.count <= 10 { fewSizes[mask] = result } else { manySizes[mask] = result }
    return result
  }

  // Single parts

  private func single(_ index: Int) -> [Choice] {
    let item = items[index]
    let work = item.base * 1.2 + item.base * 12 * Double(item.filters.count)
    switch item.source {
    case .plan(let node):
      return [Choice(method: .plan, cost: node.cost, sort: sorted(node.schema.firstSorted))]
    case .path(let path): return [Choice(method: .path, cost: path.cost(item.rows), sort: -1)]
    case .triple(let triple):
      var result: [Choice] = []
      for order in triple.orders {
        let shape = triple.shape(order)
        let sort = sorted(triple.schema(shape).firstSorted)
        keep(Choice(method: .scan(order), cost: work + 20, sort: sort), &result)
      }
      if triple.singleGraph != nil {
        keep(Choice(method: .scan(.gspo), cost: work + 20, sort: -1), &result)
      }
      if let ranges = item.ranges {
        let cost = ranges.rows * (1.2 + 12 * Double(item.filters.count)) + 40
        keep(Choice(method: .ranges, cost: cost, sort: sorted(triple.places[2].variable)), &result)
      }
      return result
    }
  }

  private func sorted(_ variable: Int?) -> Int {
    guard let variable, holders.contains(where: { $0.variable == variable && $0.isCertain }) else {
      return -1
    }
    return variable
  }

  /// Keeps a choice that is the cheapest of its order, and cheaper than better ordered ones.
  private func keep(_ choice: Choice, _ list: inout [Choice]) {
    if let place = list.firstIndex(where: { $0.sort == choice.sort }) {
      if choice.cost < list[place].cost { list[place] = choice }
    } else {
      list.append(choice)
    }
  }

  // Two sets

  private mutating func combine(_ left: Int, _ right: Int, _ result: inout [Choice]) {
    let (leftChoices, rightChoices) = (choices(left), choices(right))
    guard !leftChoices.isEmpty, !rightChoices.isEmpty else { return }
    let (leftRows, rightRows) = (rows(left), rows(right))
    let given = rows(left | right) * 1.5
    let isHashable = holders.contains { $0.isCertain && $0.mask & left != 0 && $0.mask & right != 0 }
    let isRightSingle = right.nonzeroBitCount == 1
    var bestRight = 0
    for index in rightChoices.indices where rightChoices[index].cost < rightChoices[bestRight].cost {
      bestRight = index
    }
    for (leftIndex, a) in leftChoices.enumerated() {
      var choice = Choice(
        method: .hash, cost: 0, sort: a.sort, left: left, leftChoice: leftIndex, right: right,
        rightChoice: bestRight)
      // A hash table of the right side.
      choice.cost =
        isHashable
        ? a.cost + rightChoices[bestRight].cost + rightRows * 12 + leftRows * 5 + given + 100
        : a.cost + rightChoices[bestRight].cost + leftRows * rightRows * 4 + 100
      keep(choice, &result)
      // Both sides in order.
      if a.sort >= 0, rightChoices.contains(where: { $0.sort == a.sort }) {
        for (rightIndex, b) in rightChoices.enumerated() where b.sort == a.sort {
          choice.method = .merge(a.sort)
          choice.rightChoice = rightIndex
          var read = b.cost + rightRows * 1.5
          // A scan passes over what the left side has nothing for.
          if isRightSingle, case .scan = b.method, items[right.trailingZeroBitCount].filters.isEmpty {
            read = min(read, leftRows * 60 + 100)
          }
          choice.cost = a.cost + read + leftRows * 1.5 + given
          keep(choice, &result)
        }
      }
      if isRightSingle { single(left, leftIndex, a, right, leftRows, given, &result) }
    }
  }

  /// Joins that look one part up for each row of the left side.
  private func single(
    _ left: Int, _ leftIndex: Int, _ a: Choice, _ right: Int, _ leftRows: Double, _ given: Double,
    _ result: inout [Choice]
  ) {
    let item = items[right.trailingZeroBitCount]
    var choice = Choice(
      method: .hash, cost: 0, sort: a.sort, left: left, leftChoice: leftIndex, right: right, rightChoice: 0)
    func isBound(_ variable: Int) -> Bool {
      holders.contains { $0.variable == variable && $0.isCertain && $0.mask & left != 0 }
    }
    switch item.source {
    case .plan: break
    case .path(let path):
      for end in 0..<2 {
        guard let variable = path.ends[end].variable, isBound(variable) else { continue }
        choice.method = .pathJoin(end)
        let starts = min(leftRows, item.domain[variable] ?? leftRows)
        let perStart = item.rows / max(1, item.domain[variable] ?? 1)
        choice.cost = a.cost + starts * path.costOfStart(perStart) + given
        keep(choice, &result)
      }
    case .triple(let triple):
      for keys in triple.lookUps(isBound) {
        let isSorted = keys[0] == a.sort
        // Rows found before the filters and the other places are looked at.
        let perKey = item.base / max(1, item.domain[keys[0]] ?? 1)
        let found = leftRows * (keys.count == 1 ? perKey : min(1, perKey))
        choice.method = .index(keys)
        choice.sort = isSorted ? a.sort : -1
        choice.cost =
          a.cost + leftRows * (isSorted ? 30 : 60) + found * (4 + 12 * Double(item.filters.count)) + given
          + 100
        keep(choice, &result)
      }
    }
  }
}
