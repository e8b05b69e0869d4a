/// Learns a ``LinkModel`` from the ties of a graph.
///
/// The ties are split into folds; those of a fold are looked at in a graph without them, as ties yet to come are,
/// beside pairs that are not tied. The sum of step functions is then grown by boosting.
public struct LinkTraining: Sendable {
  /// How a model is learned.
  public struct Options: Sendable, Hashable {
    /// The features that may be used.
    public var features = LinkFeature.allCases
    /// How many folds the ties are split into.
    public var folds = 10
    /// How many untied others without a common neighbour are drawn for each end of a tie.
    public var untied = 10
    /// How many untied others at two steps are drawn for each end of a tie.
    public var atTwoSteps = 10
    /// How much all untied pairs of a tie's end count together, when the tie counts half.
    public var untiedWeight = 10.0
    /// How many steps are grown in all.
    public var rounds = 400
    /// How much of each step counts.
    public var shrinkage = 0.2
    /// The most values that a feature is told apart by.
    public var bins = 64
    /// The seed of the draws.
    public var seed: UInt64 = 1

    /// The options of the shipped models.
    public init() {}
  }

  /// The options.
  public var options: Options
  /// The name of the model.
  public var name: String
  /// The day of training.
  public var trained: String
  /// The SHA-256 of the data.
  public var dataHash: String

  /// Plans a training.
  public init(_ options: Options = Options(), name: String, trained: String, dataHash: String) {
    self.options = options
    self.name = name
    self.trained = trained
    self.dataHash = dataHash
  }

  /// Learns from a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph; direction, repeats and loops do not count.
  ///   - attributes: What is known of its vertices.
  /// - Returns: The model; the same for the same input and options.
  /// - Complexity: O(folds · vertices · paths of three ties + rounds · pairs · features).
  public func model(graph: NetworkGraph, attributes: LinkAttributes) -> LinkModel {
    model(graph: LinkGraph(graph), profiles: LinkProfiles(attributes))
  }

  func model(graph: LinkGraph, profiles: LinkProfiles) -> LinkModel {
    let samples = LinkSamples(graph: graph, profiles: profiles, options: options)
    var boosting = LinkBoosting(samples, options: options)
    boosting.grow()
    let (bias, shapes) = boosting.shapes()
    return LinkModel(
      name: name, trained: trained, dataHash: dataHash, tiedPairs: samples.tied / 2,
      rows: samples.labels.count,
      bias: bias, shapes: shapes)
  }
}
