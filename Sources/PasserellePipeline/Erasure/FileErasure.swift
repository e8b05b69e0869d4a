import Foundation
import PasserelleCore

/// A file of the workspace in which something was found.
public struct ErasedFile: Sendable, Hashable {
  /// The path, relative to the workspace's folder.
  public let path: String
  /// What it is; nil for a file that is not known.
  public let place: ErasurePlace?
  /// What is done with it: as the place says, and `kept` for a file that is not known.
  public let treatment: ErasureTreatment
  /// How many lines are concerned, where lines go; else 1.
  public let count: Int
}

/// Takes what is erased out of the files of a workspace beside the store; each can be done twice without other effect.
package struct FileErasure {
  /// The workspace's folder.
  let root: String
  let screen: ErasureScreen

  /// Makes an erasure.
  ///
  /// - Parameters:
  ///   - root: The workspace's folder.
  ///   - screen: Finds what is erased.
  package init(root: String, screen: ErasureScreen) { (self.root, self.screen) = (root, screen) }

  /// Looks through the files, and changes them where asked.
  ///
  /// Watches, the store and what is derived are not looked at here.
  ///
  /// - Parameter isDry: Whether everything stays as it is.
  /// - Returns: The files in which something was found, by path.
  /// - Throws: ``PasserelleError`` for a file that cannot be written.
  package func run(isDry: Bool) throws -> [ErasedFile] {
    guard screen.hasTexts, let names = try? FileManager.default.subpathsOfDirectory(atPath: root) else {
      return []
    }
    var found: [ErasedFile] = []
    var folders: [String] = []
    for name in names.sorted() {
      var isFolder = ObjCBool(false)
      let path = root + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        if ErasurePlace.of(name + "/")?.treatment == .deleted, screen.contains(name) { folders.append(path) }
        continue
      }
      let place = ErasurePlace.of(name)
      switch place?.treatment {
      case .store, .derived, .watches, .own: continue
      default: break
      }
      // Published lists and rules hold nothing of a record.
      if ["reference/", "rules/"].contains(place?.beginning) { continue }
      let count = try take(name, path, place?.treatment ?? .kept, isDry)
      if count > 0 {
        found.append(ErasedFile(path: name, place: place, treatment: place?.treatment ?? .kept, count: count))
      }
    }
    if !isDry {
      for folder in folders.reversed() { try? FileManager.default.removeItem(atPath: folder) }
    }
    return found
  }

  private func take(_ name: String, _ path: String, _ treatment: ErasureTreatment, _ isDry: Bool) throws
    -> Int
  {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
      return 0
    }
    switch treatment {
    case .lines:
      let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
      let kept = lines.filter { !isHit(line: Data($0)) }
      if kept.count < lines.count, !isDry { try write(lines: kept, path) }
      return lines.count - kept.count
    case .redacted:
      guard let clean = data.withUnsafeBytes({ screen.redacted(text: $0, language: nil) }) else { return 0 }
      if !isDry { try NightFile.write(Data(clean), to: path) }
      return 1
    default:
      guard screen.contains(name) || isHit(file: data, name) else { return 0 }
      if treatment == .deleted, !isDry { try FileManager.default.removeItem(atPath: path) }
      return 1
    }
  }

  private func write(lines: [Data], _ path: String) throws {
    // A register keeps its first line, which names its form.
    guard !lines.isEmpty else {
      try? FileManager.default.removeItem(atPath: path)
      return
    }
    var data = Data()
    for line in lines { data += line + [UInt8(ascii: "\n")] }
    try NightFile.write(data, to: path)
  }

  /// Whether a line holds what is erased: as it stands, in the record that it quotes, or behind percent signs.
  private func isHit(line: Data) -> Bool {
    if screen.containsInAnyEncoding(Array(line)) { return true }
    let text = String(decoding: line, as: UTF8.self)
    guard line.first == UInt8(ascii: "{") else {
      return text.removingPercentEncoding.map(screen.contains) ?? false
    }
    guard let members = (try? JSONSerialization.jsonObject(with: line)) as? [String: Any] else {
      return false
    }
    if let content = members["content"] as? String, isHit(content: content) { return true }
    guard let base64 = members["contentBase64"] as? String, let bytes = Data(base64Encoded: base64) else {
      return false
    }
    return screen.containsInAnyEncoding(Array(bytes))
  }

  /// Whether a record's text holds what is erased, also behind the escapes of JSON and XML.
  private func isHit(content: String) -> Bool {
    if screen.contains(content) { return true }
    guard content.contains("\\") || content.contains("&") else { return false }
    var text = content
    for (escaped, plain) in [
      ("\\n", " "), ("\\t", " "), ("\\r", " "), ("\\/", "/"), ("&#39;", "'"), ("&apos;", "'"),
      ("&quot;", "\""),
      ("&amp;", "&"), ("&nbsp;", " "),
    ] {
      text = text.replacingOccurrences(of: escaped, with: plain)
    }
    if screen.contains(text) { return true }
    guard text.contains("\\u"),
      let decoded = "\"\(content.replacingOccurrences(of: "\"", with: " "))\"".data(using: .utf8).flatMap({
        try? JSONSerialization.jsonObject(with: $0, options: .fragmentsAllowed)
      }) as? String
    else { return false }
    return screen.contains(decoded)
  }

  /// Whether a file holds what is erased; the body and the subject of a message are read.
  private func isHit(file data: Data, _ name: String) -> Bool {
    if screen.containsInAnyEncoding(Array(data)) { return true }
    guard name.hasSuffix(".eml") else { return false }
    let text = String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    guard let gap = text.range(of: "\n\n") else { return false }
    if let body = Data(base64Encoded: String(text[gap.upperBound...]), options: .ignoreUnknownCharacters),
      screen.containsInAnyEncoding(Array(body))
    {
      return true
    }
    var subject: [UInt8] = []
    for part in text[..<gap.lowerBound].components(separatedBy: "=?").dropFirst() {
      let fields = part.components(separatedBy: "?")
      guard fields.count > 2, fields[1].lowercased() == "b", let bytes = Data(base64Encoded: fields[2]) else {
        continue
      }
      subject += bytes
    }
    return screen.containsInAnyEncoding(subject)
  }
}
