internal import PasserelleCore

extension UpdateRequest {
  /// Makes the changes of the request, all of them or none (SPARQL 1.1 Update, section 2.2).
  ///
  /// Operations follow one another, each seeing what those before it changed. Graphs exist from their
  /// creation or their first triple until they are dropped. Blank nodes of the request are new in the
  /// dataset.
  ///
  /// - Throws: ``PasserelleError`` with code `sparql.update` for a graph that is there or not there against
  ///   what the operation needs, or an address that cannot be loaded; and what queries throw. The dataset is
  ///   then unchanged.
  /// - Complexity: A request copies the dataset once.
  public func apply(to dataset: inout MemoryDataset, _ context: EvaluationContext) throws {
    var evaluation = UpdateEvaluation(dataset, context, base: base)
    for operation in operations { try evaluation.apply(operation) }
    dataset = evaluation.dataset
  }
}

/// Carries out the operations of one request on a copy of the data.
struct UpdateEvaluation {
  private(set) var dataset: MemoryDataset
  private var context: EvaluationContext
  private let base: String?

  init(_ dataset: MemoryDataset, _ context: EvaluationContext, base: String?) {
    self.dataset = dataset
    self.context = context
    self.base = base
  }

  /// Carries out one operation.
  mutating func apply(_ operation: UpdateOperation) throws {
    // Each operation draws random numbers of its own.
    context.seed &+= 1
    switch operation {
    case .insertData(let quads):
      try modify(UpdateOperation.Modification(insert: quads, pattern: GroupPattern()))
    case .deleteData(let quads):
      try modify(UpdateOperation.Modification(delete: quads, pattern: GroupPattern()))
    case .modify(let modification): try modify(modification)
    case .load(let address, let target, let isSilent):
      try attempt(isSilent) { try $0.load(address, into: target) }
    case .clear(let target, let isSilent): try attempt(isSilent) { try $0.clear(target, isDropped: false) }
    case .drop(let target, let isSilent): try attempt(isSilent) { try $0.clear(target, isDropped: true) }
    case .create(let name, let isSilent):
      try attempt(isSilent) { evaluation in
        guard !evaluation.dataset.hasGraph(.iri(name)) else {
          throw SPARQLErrors.update("Le graphe <\(name)> existe déjà.", "The graph <\(name)> exists already.")
        }
        evaluation.dataset.createGraph(.iri(name))
      }
    case .add(let source, let target, let isSilent):
      try attempt(isSilent) { try $0.copy(source, target, clearsTarget: false, dropsSource: false) }
    case .move(let source, let target, let isSilent):
      try attempt(isSilent) { try $0.copy(source, target, clearsTarget: true, dropsSource: true) }
    case .copy(let source, let target, let isSilent):
      try attempt(isSilent) { try $0.copy(source, target, clearsTarget: true, dropsSource: false) }
    }
  }

  /// Does something; where it is silent, an error of the data leaves things as they were.
  private mutating func attempt(_ isSilent: Bool, _ body: (inout UpdateEvaluation) throws -> Void) throws {
    guard isSilent else { return try body(&self) }
    do {
      try body(&self)
    } catch let error as PasserelleError where error.code == .sparqlTimeout || error.code == .sparqlStopped {
      throw error
    } catch {}
  }

  // Triples

  /// Evaluates the pattern, then deletes, then inserts (section 3.1.3).
  private mutating func modify(_ modification: UpdateOperation.Modification) throws {
    let (deleted, inserted) = try changes(modification)
    let with = modification.with.map(Term.iri)
    for quad in deleted { dataset.remove(quad.triple, from: quad.graph ?? with) }
    for quad in inserted { dataset.insert(quad.triple, in: quad.graph ?? with) }
  }

  /// What a modification deletes and inserts.
  ///
  /// Nothing holds on to the data afterwards, so that they change in place.
  private func changes(
    _ modification: UpdateOperation.Modification
  ) throws -> (deleted: [TemplateFiller.FilledQuad], inserted: [TemplateFiller.FilledQuad]) {
    let data = dataset
    let run = EvaluationRun(context, base: base, isTaken: { data.knows($0) })
    let algebra = Algebra(modification.pattern)
    let view = DatasetView(data, modification.using, context, with: modification.with)
    let evaluator = Evaluator(run, data, VariableSlots(algebra), graphs: view.named)
    let rows = try evaluator.evaluate(algebra, Evaluator.Scope(graph: view.defaultGraph))
    let filler = TemplateFiller(evaluator)
    return (try filler.fill(modification.delete, rows), try filler.fill(modification.insert, rows))
  }

  private mutating func load(_ address: String, into target: String?) throws {
    guard let load = context.load else {
      throw SPARQLErrors.update(
        "LOAD <\(address)> : rien ne peut être chargé d’ici. Chargez le fichier avec « passerelle load ».",
        "LOAD <\(address)>: nothing can be loaded from here. Load the file with “passerelle load”.")
    }
    let triples = try load(address)
    if let target { dataset.createGraph(.iri(target)) }
    for triple in triples { dataset.insert(triple, in: target.map(Term.iri)) }
  }

  // Graphs

  private func require(_ name: String?) throws {
    guard let name, !dataset.hasGraph(.iri(name)) else { return }
    throw SPARQLErrors.update("Le graphe <\(name)> n’existe pas.", "The graph <\(name)> does not exist.")
  }

  private mutating func clear(_ target: UpdateOperation.GraphTarget, isDropped: Bool) throws {
    var names: [Term?] = []
    switch target {
    case .graph(let name):
      try require(name)
      names = [.iri(name)]
    case .defaultGraph: names = [nil]
    case .named: names = dataset.graphNames
    case .all: names = [nil] + dataset.graphNames
    }
    for name in names { dataset.clear(name, removingGraph: isDropped) }
  }

  private mutating func copy(_ source: String?, _ target: String?, clearsTarget: Bool, dropsSource: Bool)
    throws
  {
    try require(source)
    guard source != target else { return }
    let (from, to) = (source.map(Term.iri), target.map(Term.iri))
    if clearsTarget { dataset.clear(to) }
    if let to { dataset.createGraph(to) }
    for triple in dataset.triples(in: from) { dataset.insert(triple, in: to) }
    if dropsSource { dataset.clear(from, removingGraph: true) }
  }
}
