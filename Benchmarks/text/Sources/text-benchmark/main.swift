// Measures an index of texts and prints figures as name, tab, value.
//
//   text-benchmark FOLDER CORPUS ENGINE [THREADS]   with the files CORPUS.docs and CORPUS.queries in FOLDER;
//     ENGINE is passerelle, or naive: the plainest index in memory, to check the others' hits
//   text-benchmark rank FOLDER NAME LANGUAGE   ranks NAME.texts for NAME.asked with the product's ranking

import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  print("usage: text-benchmark FOLDER CORPUS passerelle|naive [THREADS] | rank FOLDER NAME LANGUAGE")
  exit(64)
}
if arguments[1] == "rank", arguments.count == 5 {
  try writeRankings(
    PasserelleRanking.self, folder: arguments[2], name: arguments[3], language: arguments[4])
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
