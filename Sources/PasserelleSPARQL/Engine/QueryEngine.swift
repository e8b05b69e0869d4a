public import PasserelleCore

extension Query {
  /// Evaluates the query over a snapshot, a batch of rows at a time.
  ///
  /// The result is that of the plain evaluator; the order of rows is free unless the query gives one.
  ///
  /// - Throws: ``PasserelleError`` with code `sparql.timeout`, `sparql.stopped`, `sparql.limit` or
  ///   `sparql.service`, and where the data cannot be read.
  public func evaluate(over snapshot: any GraphSnapshot, _ context: EvaluationContext) throws -> QueryResult {
    do {
      let evaluation = try QueryEvaluation(self, snapshot, context)
      return try evaluation.result()
    } catch is NotVectorised {
      let run = EngineRun(snapshot, EvaluationRun(context, base: base))
      return try evaluate(over: SnapshotDataset(run), context)
    }
  }

  /// Evaluates the query over a snapshot and writes its solutions in a format, batch by batch, as they come.
  ///
  /// - Parameters:
  ///   - snapshot: The data.
  ///   - context: The circumstances.
  ///   - format: The format of a table.
  ///   - sink: Gets the bytes in pieces of about 64 KiB.
  /// - Returns: The result where the query is no `SELECT`, or where only the plain evaluator knows it: nothing was
  ///   written then. Nil where everything was written.
  /// - Throws: What the sink throws, and what the evaluation does; some of the bytes may have been given by then.
  public func write(
    over snapshot: any GraphSnapshot, _ context: EvaluationContext, as format: ResultFormat,
    to sink: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws -> QueryResult? {
    guard case .select = form else { return try evaluate(over: snapshot, context) }
    do {
      let evaluation = try QueryEvaluation(self, snapshot, context)
      let root = try evaluation.plan.open()
      let columns = evaluation.columns(of: root)
      let writer = ResultWriter(format, variables: evaluation.variables, evaluation.run, sink)
      // The first batch is asked for before anything is written, so that most errors come before the first byte.
      var batch = try root.next()
      writer.begin()
      while let rows = batch {
        try writer.write(columns.map { $0.map { rows.columns[$0] } }, count: rows.count)
        batch = try root.next()
      }
      try writer.end()
      return nil
    } catch is NotVectorised {
      return try evaluate(over: snapshot, context)
    }
  }

  /// How the query is evaluated over a snapshot.
  ///
  /// - Parameters:
  ///   - snapshot: The data.
  ///   - context: The circumstances.
  ///   - isRun: Whether the query is evaluated, so that the plan holds what was measured.
  /// - Returns: The steps as a tree.
  /// - Throws: As the evaluation does.
  public func explain(over snapshot: any GraphSnapshot, _ context: EvaluationContext, isRun: Bool = true)
    throws
    -> QueryPlan
  {
    do {
      let evaluation = try QueryEvaluation(self, snapshot, context)
      if isRun { _ = try evaluation.result() }
      return evaluation.plan.explanation()
    } catch is NotVectorised {
      return QueryPlan(operation: "PlainEvaluation", estimatedRows: .infinity)
    }
  }
}

/// One evaluation of a query by batches.
final class QueryEvaluation {
  let query: Query
  let run: EngineRun
  let planner: Planner
  let plan: PlanNode
  let view: GraphView

  /// Plans a query.
  ///
  /// - Throws: ``NotVectorised`` for what only the plain evaluator knows.
  init(_ query: Query, _ snapshot: any GraphSnapshot, _ context: EvaluationContext) throws {
    self.query = query
    run = EngineRun(snapshot, EvaluationRun(context, base: query.base))
    view = try GraphView(run, query.dataset)
    let algebra = Algebra(query)
    let planner = Planner(run, algebra, view)
    self.planner = planner
    var needed = AlgebraVariables(algebra, planner.slots).all
    var limit: Int?
    switch query.form {
    case .select: break
    case .ask:
      needed = []
      limit = 1
    case .construct(let template, _):
      needed = Set(
        template.flatMap { [$0.subject, $0.object, $0.verbNode] }.compactMap { node in
          if case .variable(let name)? = node { planner.slots[name] } else { nil }
        })
    case .describe(let nodes, let isAll, _):
      if !isAll { needed = Set(nodes.compactMap { planner.slots[$0] }) }
    }
    plan = try planner.plan(algebra, view.defaultGraph, needed: needed, limit: limit)
  }

  // Plans that are shared refer to the planner, which holds them.
  deinit { planner.shared.known = [:] }

  /// The variables of the table, in the order of the columns.
  var variables: [String] {
    guard case .select(let select) = query.form else { return [] }
    return select.isAll
      ? VisibleVariables.of(select.pattern, select.values) : select.projection.map(\.variable)
  }

  /// The column of each variable of the table; nil for one that nothing binds.
  func columns(of root: any BatchOperator) -> [Int?] {
    variables.map { name in planner.slots[name].flatMap { root.schema.column(of: $0) } }
  }

  /// The whole result.
  func result() throws -> QueryResult {
    let root = try plan.open()
    switch query.form {
    case .ask: return .boolean(try root.next() != nil)
    case .select:
      let columns = columns(of: root)
      var rows: [[Term?]] = []
      while let batch = try root.next() {
        for row in 0..<batch.count {
          rows.append(try columns.map { try $0.flatMap { try run.term(of: batch.columns[$0][row]) } })
        }
      }
      return .solutions(SolutionTable(variables: variables, rows: rows))
    case .construct(let template, _): return .graph(try Construction(self, template, root).triples())
    case .describe(let nodes, let isAll, let select):
      let all = VisibleVariables.of(select.pattern, select.values).map(PatternNode.variable)
      return .graph(try described(isAll ? all : nodes, root))
    }
  }

  /// The triples about the things that some nodes stand for.
  private func described(_ nodes: [PatternNode], _ root: any BatchOperator) throws -> [RDFTriple] {
    let evaluator = planner.plain
    var rows: [Row] = []
    while let batch = try root.next() {
      for index in 0..<batch.count {
        var row = evaluator.emptyRow
        for (column, variable) in root.schema.variables.enumerated() where variable < row.count {
          if let term = try run.term(of: batch.columns[column][index]) {
            row[variable] = run.scalar.number(of: term)
          }
        }
        rows.append(row)
      }
    }
    let scope: GraphScope =
      switch view.defaultGraph.selection {
      case .all, .named: .everything
      case .some(let names) where names == [.none]: .defaultGraph
      case .some(let names): .named(try names.compactMap { try run.term(of: $0) })
      }
    return try Description(evaluator, scope).of(nodes, rows)
  }
}

extension TriplePattern {
  /// The node in the place of the predicate; nil for a path.
  var verbNode: PatternNode? {
    if case .node(let node) = predicate { node } else { nil }
  }
}

/// Fills the template of a `CONSTRUCT` with solutions.
struct Construction {
  private let run: EngineRun
  private let root: any BatchOperator
  private let template: [[Place]]
  private let hasBlanks: Bool

  private enum Place {
    case constant(TermID)
    case column(Int?)
    case blank(String)
  }

  init(_ evaluation: QueryEvaluation, _ template: [TriplePattern], _ root: any BatchOperator) throws {
    run = evaluation.run
    self.root = root
    var hasBlanks = false
    self.template = try template.map { triple in
      try [triple.subject, triple.verbNode ?? triple.subject, triple.object].map { node in
        switch node {
        case .term(let term): return .constant(try evaluation.run.identifier(of: term))
        case .variable(let name):
          return .column(evaluation.planner.slots[name].flatMap { root.schema.column(of: $0) })
        case .blank(let label):
          hasBlanks = true
          return .blank(label)
        }
      }
    }
    self.hasBlanks = hasBlanks
  }

  /// The triples, each once, in the order in which they are made.
  func triples() throws -> [RDFTriple] {
    var seen = DistinctRows(width: 3)
    var result: [RDFTriple] = []
    while let batch = try root.next() {
      var made = Batch(width: 3)
      for row in 0..<batch.count {
        var blanks: [String: TermID] = [:]
        for triple in template {
          let ids = try triple.map { place -> TermID in
            switch place {
            case .constant(let id): return id
            case .column(let column): return column.map { batch.columns[$0][row] } ?? .none
            case .blank(let label):
              if let known = blanks[label] { return known }
              let fresh = try run.identifier(of: run.scalar.freshBlank()) as TermID
              blanks[label] = fresh
              return fresh
            }
          }
          guard ids.allSatisfy(\.isBound) else { continue }
          for place in 0..<3 { made.columns[place].append(ids[place]) }
          made.count += 1
        }
      }
      var fresh: [Int] = []
      seen.insert(made) { fresh.append(Int($0)) }
      for row in fresh {
        guard let subject = try run.term(of: made.columns[0][row]), subject.iriValue != nil,
          let predicate = try run.term(of: made.columns[1][row]), predicate.isNamed,
          let object = try run.term(of: made.columns[2][row])
        else { continue }
        result.append(RDFTriple(subject, predicate, object))
      }
      try run.scalar.checkLimits()
    }
    return result
  }
}
