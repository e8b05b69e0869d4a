import Foundation

/// Prints one figure as name, tab, value.
func figure(_ name: String, _ value: Double) { print("\(name)\t\(String(format: "%.3f", value))") }

/// The seconds that some work takes.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try body()
  return (ContinuousClock.now - start).microseconds / 1e6
}

extension Duration {
  /// The length in microseconds.
  var microseconds: Double {
    Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12
  }
}

/// Processor seconds of the whole process, which other programs on the machine do not lengthen much.
func processorSeconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
}

/// Megabytes of a line of /proc/self/status: VmRSS now, VmHWM at the most.
func statusMegabytes(_ name: String) -> Double {
  guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
  let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
  return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
}

/// Bytes of the files under a folder, by what follows the last dot of their names.
func fileBytes(_ folder: String) -> [(kind: String, bytes: Int)] {
  var sums: [String: Int] = [:]
  for name in FileManager.default.enumerator(atPath: folder) ?? .init() {
    guard let name = name as? String else { continue }
    let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { continue }
    sums[URL(fileURLWithPath: name).pathExtension, default: 0] += attributes?[.size] as? Int ?? 0
  }
  return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
}

/// Times of single operations.
struct Latencies {
  private var times: [Double] = []

  /// Adds one, in microseconds.
  mutating func append(_ time: Double) { times.append(time) }

  var count: Int { times.count }
  var total: Double { times.reduce(0, +) }
  var greatest: Double { times.max() ?? 0 }

  /// The time that a share of them, 0 to 1, does not exceed.
  func percentile(_ share: Double) -> Double {
    let sorted = times.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }
}

/// Rate and percentiles of one operation on each of some things: a pass to warm up, then the best of 3 to 15, for
/// 1.5 s if need be.
func ask<Asked>(_ name: String, _ asked: [Asked], _ body: (Asked) throws -> Void) rethrows {
  for one in asked { try body(one) }
  var best: Latencies?
  var passes = 0
  let begun = ContinuousClock.now
  while passes < 3 || (passes < 15 && ContinuousClock.now - begun < .milliseconds(1500)) {
    passes += 1
    var times = Latencies()
    for one in asked {
      let start = ContinuousClock.now
      try body(one)
      times.append((ContinuousClock.now - start).microseconds)
    }
    if times.total < best?.total ?? .infinity { best = times }
  }
  guard let best else { return }
  figure(name + "_per_second", Double(best.count) / (best.total / 1e6))
  figure(name + "_p50_us", best.percentile(0.5))
  figure(name + "_p99_us", best.percentile(0.99))
}
