import Foundation
public import PasserelleCore

/// A classical score of untied pairs, of the ties alone.
///
/// L. Lü and T. Zhou, “Link prediction in complex networks: a survey”, Physica A 390, 1150–1170 (2011).
public enum LinkHeuristic: String, Sendable, Hashable, CaseIterable {
  /// How many neighbours both have.
  case commonNeighbours = "common_neighbours"
  /// Common neighbours by all neighbours (Jaccard, 1901).
  case jaccard
  /// Common neighbours, each 1 / ln of its degree (Adamic and Adar, 2003).
  case adamicAdar = "adamic_adar"
  /// Common neighbours, each 1 / its degree (Zhou, Lü and Zhang, 2009).
  case resourceAllocation = "resource_allocation"
  /// The product of the degrees (Barabási and Albert, 1999).
  case preferentialAttachment = "preferential_attachment"
  /// Paths of two ties and, each counting 0.01, of three (Lü, Jin and Zhou, 2009); Katz cut after the third step.
  case localPath = "local_path"
  /// Paths of three ties, each 1 / √ of its inner degrees (Kovács et al., 2019).
  case longerPaths = "longer_paths"
  /// A short walk with restart, visits by degree of arrival (personalised PageRank of reversible form).
  case walk

  /// Its name for people.
  public var label: LocalizedText {
    switch self {
    case .commonNeighbours: LocalizedText(fr: "voisins communs", en: "common neighbours")
    case .jaccard: LocalizedText(verbatim: "Jaccard")
    case .adamicAdar: LocalizedText(verbatim: "Adamic–Adar")
    case .resourceAllocation: LocalizedText(fr: "allocation de ressources", en: "resource allocation")
    case .preferentialAttachment: LocalizedText(fr: "attachement préférentiel", en: "preferential attachment")
    case .localPath: LocalizedText(fr: "chemins locaux (Katz tronqué)", en: "local paths (truncated Katz)")
    case .longerPaths: LocalizedText(fr: "chemins de trois liens", en: "paths of three ties")
    case .walk: LocalizedText(fr: "marche avec retour", en: "walk with restart")
    }
  }

  /// The score of a vertex with every vertex, itself and its neighbours included.
  ///
  /// - Complexity: O(paths of three ties from the vertex + vertices).
  public static func scores(from source: Int32, in graph: NetworkGraph) -> [LinkHeuristic: [Double]] {
    scores(from: source, in: LinkGraph(graph))
  }

  static func scores(from source: Int32, in graph: LinkGraph) -> [LinkHeuristic: [Double]] {
    let reach = LinkReach(from: source, in: graph)
    let degree = Double(graph.degree(source))
    let vertices = 0..<graph.vertexCount
    let degrees = vertices.map { Double(graph.degree(Int32($0))) }
    return [
      .commonNeighbours: reach.common,
      .jaccard: vertices.map {
        let union = degree + degrees[$0] - reach.common[$0]
        return union > 0 ? reach.common[$0] / union : 0
      },
      .adamicAdar: reach.adamicAdar,
      .resourceAllocation: reach.allocation,
      .preferentialAttachment: degrees.map { $0 * degree },
      .localPath: vertices.map { reach.common[$0] + 0.01 * reach.threes[$0] },
      .longerPaths: reach.longer,
      .walk: reach.walk,
    ]
  }
}
