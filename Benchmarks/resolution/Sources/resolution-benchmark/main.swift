import Foundation
import PasserelleConformance

// Usage: resolution-benchmark ONTOLOGY [records] [arrivals]        figures as one JSON line
//        resolution-benchmark --register FILE [records] [arrivals] the register as CSV, for peers
let arguments = Array(CommandLine.arguments.dropFirst())
let positions = arguments.filter { $0 != "--register" }
guard let path = positions.first else {
  FileHandle.standardError.write(
    Data("usage: resolution-benchmark ONTOLOGY|--register FILE [records] [arrivals]\n".utf8))
  exit(64)
}
var bench = ResolutionBench()
if positions.count > 1, let records = Int(positions[1]) { bench.records = records }
if positions.count > 2, let arrivals = Int(positions[2]) { bench.arrivals = arrivals }

if arguments.contains("--register") {
  try bench.register().write(toFile: path, atomically: true, encoding: .utf8)
  exit(0)
}

let figures = try bench.run { try? String(contentsOfFile: path + "/" + $0, encoding: .utf8) }

/// The greatest memory the process held, in MiB (Linux); 0 elsewhere.
func peakMemory() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return (line?.split(separator: " ").dropLast().last).flatMap { Int($0) }.map { $0 / 1024 } ?? 0
}

func rounded(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

print(
  """
  {"peer": "passerelle", "records": \(bench.records), \
  "seconds": \(rounded(figures.preparing + figures.resolving, 1)), "preparing": \(rounded(figures.preparing, 1)), \
  "resolving": \(rounded(figures.resolving, 1)), \
  "records_a_minute": \(Int(figures.recordsAMinute(of: bench.records))), "memory_mib": \(peakMemory()), \
  "pairs_a_record": \(rounded(Double(figures.pairs) / Double(max(1, bench.records)), 1)), \
  "precision": \(rounded(figures.agreement.precision, 4)), "recall": \(rounded(figures.agreement.recall, 4)), \
  "arrivals": \(bench.arrivals), "arriving": \(rounded(figures.arriving, 2)), "clusters": \(figures.clusters), \
  "touched_clusters": \(figures.touchedClusters), "changed_clusters": \(figures.changedClusters), \
  "changed_records": \(figures.changedRecords)}
  """)
