import Foundation

/// The times of each task and what it gave, as one JSON document.
struct Figures: Encodable {
  /// Milliseconds of each run.
  var times: [String: [Double]] = [:]
  /// Numbers to be compared.
  var results: [String: Double] = [:]
  /// The greatest memory the process held, in MiB.
  var memory = 0.0

  /// Runs a task so many times; gives its last result.
  mutating func measure<Result>(_ name: String, runs: Int, _ body: () throws -> Result) rethrows -> Result {
    while true {
      let start = ContinuousClock.now
      let result = try body()
      let time = ContinuousClock.now - start
      times[name, default: []].append(
        Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15)
      if times[name, default: []].count >= runs { return result }
    }
  }
}

/// Megabytes of a line of /proc/self/status, such as VmHWM, the most held; 0 elsewhere.
func statusMegabytes(_ name: String) -> Double {
  guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
  let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
  return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
}

/// Writes plain values to a file.
func write<Value: BitwiseCopyable>(_ values: [Value], to path: String) throws {
  try values.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: path)) }
}

/// Numbers of a text file.
func numbers(_ path: String) throws -> [Int32] {
  try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isWhitespace).compactMap {
    Int32($0)
  }
}
