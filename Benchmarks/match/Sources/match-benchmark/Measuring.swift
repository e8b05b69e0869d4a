import Foundation

/// Prints one figure as name, tab, value.
func figure(_ name: String, _ value: Double) { print("\(name)\t\(String(format: "%.3f", value))") }

extension Duration {
  /// The length in milliseconds.
  var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
  }
}

/// The milliseconds that some work takes, and what it gives.
func timed<Result>(_ body: () throws -> Result) rethrows -> (milliseconds: Double, result: Result) {
  let start = ContinuousClock.now
  let result = try body()
  return ((ContinuousClock.now - start).milliseconds, result)
}

/// Processor milliseconds of this thread, which other programs on the machine do not lengthen much.
func processorMilliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

/// Processor seconds of the whole process.
func processorSeconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
}

/// Megabytes of a line of /proc/self/status: VmRSS now, RssAnon without mapped files, VmHWM at the most.
func statusMegabytes(_ name: String) -> Double {
  guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
  let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
  return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
}

/// Megabytes of the files of a folder.
func folderMegabytes(_ folder: String) -> Double {
  let files = FileManager.default
  let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
  let bytes = names.map { name in
    (try? files.attributesOfItem(atPath: folder + "/" + name))?[.size] as? Int ?? 0
  }
  return Double(bytes.reduce(0, +)) / 1e6
}

/// Prints percentiles of times in milliseconds.
func figures(_ name: String, _ times: [Double], unit: String = "ms") {
  let sorted = times.sorted()
  for (label, share) in [("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1)] where !sorted.isEmpty {
    let place = min(sorted.count - 1, Int(share * Double(sorted.count)))
    figure("\(name)_\(label)_\(unit)", sorted[place])
  }
}
