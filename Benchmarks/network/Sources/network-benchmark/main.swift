import Foundation
import PasserelleNetwork

// Usage: network-benchmark FOLDER [runs] [task…]
// FOLDER holds edges.txt, edges.bin, sources.txt and pairs.txt of generate.py. Figures go to passerelle.json in it,
// ranks and distances beside it, to be compared.
let arguments = Array(CommandLine.arguments.dropFirst())
guard let folder = arguments.first else {
  FileHandle.standardError.write(Data("usage: network-benchmark FOLDER [runs] [task…]\n".utf8))
  exit(64)
}
let runs = arguments.count > 1 ? Int(arguments[1]) ?? 3 : 3
let tasks = Set(arguments.dropFirst(2))
func isWanted(_ task: String) -> Bool { tasks.isEmpty || tasks.contains(task) }

var figures = Figures()

func load(_ edges: EdgeFile) -> NetworkGraph {
  NetworkGraph(
    vertexCount: edges.vertexCount, sources: edges.sources, targets: edges.targets, isDirected: false)
}

if isWanted("load-text") {
  _ = try figures.measure("load-text", runs: runs) { load(try EdgeFile(text: folder + "/edges.txt")) }
}
let graph = try figures.measure("load", runs: runs) { load(try EdgeFile(binary: folder + "/edges.bin")) }
figures.results["vertices"] = Double(graph.vertexCount)
figures.results["edges"] = Double(graph.edgeCount)
let sources = try numbers(folder + "/sources.txt")
let pairs = try numbers(folder + "/pairs.txt")

if isWanted("components") {
  let found = figures.measure("components", runs: runs) { graph.components() }
  figures.results["components"] = Double(found.count)
}
if isWanted("pagerank") {
  let found = figures.measure("pagerank", runs: runs) { graph.pageRank() }
  try write(found.ranks, to: folder + "/passerelle-ranks.bin")
  figures.results["pagerank-passes"] = Double(found.iterations)
}
for method in CommunityOptions.Method.allCases where isWanted(method.rawValue) {
  let found = figures.measure(method.rawValue, runs: runs) { graph.communities(CommunityOptions(method)) }
  figures.results[method.rawValue + "-modularity"] = found.modularity
  figures.results[method.rawValue + "-communities"] = Double(found.partition.count)
}
if isWanted("betweenness") {
  let found = figures.measure("betweenness", runs: runs) {
    graph.betweenness(BetweennessOptions(.sources(Array(sources.prefix(20)))))
  }
  try write(found.values, to: folder + "/passerelle-betweenness.bin")
}
if isWanted("distances") {
  let sums = figures.measure("distances", runs: runs) {
    sources.prefix(50).map { source in
      graph.distances(from: source).reduce(Int64(0)) { $0 + Int64(max(0, $1)) }
    }
  }
  figures.results["distances"] = Double(sums.reduce(0, +))
}
if isWanted("paths") {
  let lengths = figures.measure("paths", runs: runs) {
    stride(from: 0, to: pairs.count, by: 2).map { place in
      graph.shortestPath(from: pairs[place], to: pairs[place + 1])?.length ?? -1
    }
  }
  figures.results["paths"] = lengths.reduce(0, +)
}
figures.memory = statusMegabytes("VmHWM")

let encoder = JSONEncoder()
encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
try encoder.encode(figures).write(to: URL(fileURLWithPath: folder + "/passerelle.json"))
