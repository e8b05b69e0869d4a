// Measures matching over the awards of generate.py and prints figures as name, tab, value.
//
//   match-benchmark build FOLDER LANGUAGE           makes the text index and the catalogue
//   match-benchmark cold FOLDER LANGUAGE NEED       opens both and answers one need, for a clock around the process
//   match-benchmark warm FOLDER LANGUAGE            each need once on one thread, after a pass to warm up
//   match-benchmark batch FOLDER LANGUAGE COUNT THREADS    COUNT needs on some threads

import Dispatch
import Foundation
import Synchronization

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  print("usage: match-benchmark build|cold|warm|batch FOLDER LANGUAGE [NEED | COUNT THREADS]")
  exit(64)
}

func run(_ corpus: Corpus, _ verb: String, _ numbers: [Int]) throws {
  switch verb {
  case "build": figure("build_seconds", try timed { try corpus.build() }.milliseconds / 1000)
  case "cold": try cold(corpus, numbers.first ?? 0)
  case "warm": try warm(corpus)
  default: try batch(corpus, numbers.first ?? 1000, threads: numbers.dropFirst().first ?? 1)
  }
}

/// One answer in a process of its own, and how long each step took.
func cold(_ corpus: Corpus, _ number: Int) throws {
  guard let asked = try corpus.needs(only: number).first else { return }
  let opening = try timed { try corpus.catalogue() }
  let text = try timed { try corpus.index() }
  let places = try timed { try Product.places() }
  let models = try timed { try Product.models(corpus.language) }
  let making = try timed {
    try Product(
      catalogue: opening.result, index: text.result, places: places.result, models: models.result)
  }
  let answer = try timed { try making.result.answer(asked) }
  figure("open_catalogue_ms", opening.milliseconds)
  figure("open_index_ms", text.milliseconds)
  figure("read_places_ms", places.milliseconds)
  figure("read_models_ms", models.milliseconds)
  figure("make_matcher_ms", making.milliseconds)
  figure("first_answer_ms", answer.milliseconds)
  figure("vendors_found", Double(answer.result.count))
}

func warm(_ corpus: Corpus) throws {
  let needs = try corpus.needs()
  let catalogue = try corpus.catalogue()
  let product = try Product(
    catalogue: catalogue, index: try corpus.index(), places: Product.places(),
    models: Product.models(corpus.language))
  figure("models", Double(try Product.models(corpus.language).all.count))
  figure("awards", Double(catalogue.awardCount))
  figure("vendors", Double(catalogue.vendorCount))
  figure("catalogue_megabytes", folderMegabytes(corpus.catalogueFolder))
  figure("text_megabytes", folderMegabytes(corpus.textFolder))
  for asked in needs { _ = try product.answer(asked) }
  for isLong in [false, true] {
    let group = needs.filter { $0.isLong == isLong }
    var times: [Double] = []
    var processor: [Double] = []
    var hits = 0
    for asked in group {
      let before = processorMilliseconds()
      let (time, vendors) = try timed { try product.answer(asked) }
      processor.append(processorMilliseconds() - before)
      times.append(time)
      if Product.isHit(vendors, asked) { hits += 1 }
    }
    let name = isLong ? "long" : "short"
    figures(name, times)
    figures(name, processor, unit: "processor_ms")
    let known = group.count { !$0.winners.isEmpty }
    figure("\(name)_hit10", Double(hits) / Double(max(1, known)))
  }
  figure("resident_megabytes", statusMegabytes("VmRSS"))
  figure("own_megabytes", statusMegabytes("RssAnon"))
  figure("peak_megabytes", statusMegabytes("VmHWM"))
}

func batch(_ corpus: Corpus, _ count: Int, threads: Int) throws {
  let needs = try corpus.needs().filter { !$0.isLong }
  let catalogue = try corpus.catalogue()
  let index = try corpus.index()
  let places = try Product.places()
  let models = try Product.models(corpus.language)
  let answered = Atomic(0)
  let processor = processorSeconds()
  let (time, _) = timed {
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      guard
        let product = try? Product(catalogue: catalogue, index: index, places: places, models: models)
      else { return }
      for place in stride(from: thread, to: count, by: threads) {
        guard (try? product.answer(needs[place % needs.count])) != nil else { return }
        answered.add(1, ordering: .relaxed)
      }
    }
  }
  guard answered.load(ordering: .relaxed) == count else {
    print("not every need was answered")
    exit(2)
  }
  figure("batch_\(threads)_needs", Double(count))
  figure("batch_\(threads)_seconds", time / 1000)
  figure("batch_\(threads)_processor_seconds", processorSeconds() - processor)
  figure("batch_\(threads)_per_second", Double(count) / (time / 1000))
}

try run(
  Corpus(folder: arguments[2], code: arguments[3]), arguments[1],
  arguments.dropFirst(4).compactMap { Int($0) })
