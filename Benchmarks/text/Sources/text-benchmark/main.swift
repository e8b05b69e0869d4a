// Measures an index of texts and prints figures as name, tab, value.
//
//   text-benchmark FOLDER CORPUS ENGINE [THREADS]   with the files CORPUS.docs and CORPUS.queries in FOLDER;
//     ENGINE is passerelle, or naive: the plainest index in memory, to check the others' hits
//   text-benchmark rank FOLDER NAME LANGUAGE   ranks NAME.texts for NAME.asked with the product's ranking
//   text-benchmark instructions FOLDER prepare | SCENARIO PASSES   work for Scripts/bench --check to count

import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  print(
    "usage: text-benchmark FOLDER CORPUS passerelle|naive [THREADS] | rank FOLDER NAME LANGUAGE"
      + " | instructions FOLDER prepare | instructions FOLDER SCENARIO PASSES")
  exit(64)
}
if arguments[1] == "rank", arguments.count == 5 {
  try writeRankings(
    PasserelleRanking.self, folder: arguments[2], name: arguments[3], language: arguments[4])
} else if arguments[1] == "instructions" {
  if arguments[3] == "prepare" {
    try InstructionsScenario.prepare(arguments[2])
  } else if arguments.count == 5, let scenario = InstructionsScenario(rawValue: arguments[3]) {
    try scenario.run(arguments[2], passes: Int(arguments[4]) ?? 1)
  } else {
    print("no such scenario: \(arguments[3])")
    exit(64)
  }
} else {
  let threads = arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1
  let (folder, corpus) = (arguments[1], arguments[2])
  let name = threads == 1 ? arguments[3] : "\(arguments[3])-\(threads)"
  if arguments[3] == "naive" {
    try Benchmark<NaiveEngine>(folder: folder, corpus: corpus, name: name, threads: threads).run()
  } else {
    if PasserelleEngine.self == NaiveEngine.self { figure("stand_in", 1) }
    try Benchmark<PasserelleEngine>(folder: folder, corpus: corpus, name: name, threads: threads).run()
  }
}
