import Foundation
import PasserelleCore
import PasserelleDigest

/// The files of a resolution: its state, and the clusters that answers are given by.
///
/// Both are derived: without them, or with damaged ones, the resolution is made anew.
package struct ResolutionFolder {
  /// A stored state.
  package struct Stored {
    /// What it was made of.
    package var stamp: ResolutionStamp
    /// The judgements that it has taken in.
    package var decisions: [AppliedDecision]
    /// The mentions by slot.
    package var mentions: [StoredMention]
    /// Blocks, links and clusters.
    package var state: [UInt8]
  }

  private let path: String
  private static let signature = "passerelle-resolution-state/1"
  private static let clusterSignature = "passerelle-clusters/1"

  /// Names a folder; it is made when something is written.
  package init(path: String) { self.path = path }

  /// Deletes what is stored.
  package func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// The stored state; nil where there is none that is whole.
  package func load() -> Stored? {
    guard let data = FileManager.default.contents(atPath: path + "/state"), data.count > 32 else {
      return nil
    }
    let content = Array(data.dropLast(32))
    guard SHA256Digest.hash(content).bytes == Array(data.suffix(32)) else { return nil }
    var reader = ResolutionByteReader(content)
    guard reader.text() == Self.signature,
      let stamp = reader.text().flatMap({ ResolutionStamp(fields: $0.split(separator: "\t")) }),
      let decisions = reader.list({ reader -> AppliedDecision? in
        guard let left = reader.text(), let right = reader.text(), let same = reader.integer() else {
          return nil
        }
        return AppliedDecision(left: left, right: right, isSame: same == 1)
      }), let mentions = reader.list({ StoredMention(&$0) }), let state = reader.data(), reader.isAtEnd
    else { return nil }
    return Stored(stamp: stamp, decisions: decisions, mentions: mentions, state: state)
  }

  /// Writes a state and its clusters, each in one step, the state first.
  ///
  /// A stop between the two leaves the clusters of before; their stamp tells it.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  package func save(_ stored: Stored, _ view: CanonicalView) throws {
    var writer = ResolutionWriter()
    writer.add(Self.signature)
    writer.add(stored.stamp.fields.joined(separator: "\t"))
    writer.add(stored.decisions) {
      $0.add($1.left)
      $0.add($1.right)
      $0.add($1.isSame ? 1 : 0)
    }
    writer.add(stored.mentions) { $1.write(to: &$0) }
    writer.add(stored.state)
    let bytes = writer.bytes + SHA256Digest.hash(writer.bytes).bytes
    var lines = ([Self.clusterSignature] + stored.stamp.fields).joined(separator: "\t") + "\n"
    for cluster in view.clusters { lines += cluster.joined(separator: "\t") + "\n" }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: path + "/state"), options: .atomic)
      try Data(lines.utf8).write(to: URL(fileURLWithPath: path + "/clusters"), options: .atomic)
    } catch {
      throw PasserelleError(
        .outputUnwritable,
        LocalizedText(
          fr: "La résolution ne peut pas être écrite dans « \(path) ». Vérifiez les droits et la place.",
          en: "The resolution cannot be written to '\(path)'. Check the permissions and the space."),
        at: SourceLocation(file: path), cause: error)
    }
  }

  /// The stored clusters with their stamp; nil where there are none.
  package func clusters() -> (stamp: ResolutionStamp, view: CanonicalView)? {
    guard let data = FileManager.default.contents(atPath: path + "/clusters") else { return nil }
    var lines = String(decoding: data, as: UTF8.self).split(separator: "\n")[...]
    guard let head = lines.popFirst()?.split(separator: "\t"), head.first == Substring(Self.clusterSignature),
      let stamp = ResolutionStamp(fields: Array(head.dropFirst()))
    else { return nil }
    return (stamp, CanonicalView(lines.map { $0.split(separator: "\t").map(String.init) }))
  }
}
