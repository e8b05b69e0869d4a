import Foundation
public import PasserelleCore
import PasserelleJSON
import PasserellePipeline

extension Workspace {
  /// What the workspace's folder holds beside the store that cannot be made from it, as a copy of the store lacks it.
  public func besideStore() -> [LocalizedText] {
    files().known.filter { place, _ in
      ![.store, .derived].contains(place.treatment) && !place.isLock
    }.map(\.place.name)
  }

  /// What the doctor says of the files of the workspace's folder.
  func fileFinding() -> DoctorFinding {
    let (known, unknown) = files()
    let faults = fileFaults()
    func say(_ language: MessageLanguage) -> String {
      var text = known.filter { !$0.place.isLock }.map { place, count in
        count == 1 ? place.name[language] : "\(place.name[language]) (\(count))"
      }.joined(separator: ", ")
      if !unknown.isEmpty {
        text += language.say(" ; inconnus : ", "; not known: ") + unknown.prefix(5).joined(separator: ", ")
        if unknown.count > 5 { text += ", …" }
      }
      if !faults.isEmpty {
        text += language.say(" ; illisibles : ", "; unreadable: ") + faults.joined(separator: ", ")
      }
      return text
    }
    return DoctorFinding(
      key: "files", check: LocalizedText(fr: "fichiers", en: "files"), isSound: faults.isEmpty,
      detail: LocalizedText(fr: say(.french), en: say(.english)))
  }

  /// The kinds of files of the folder with their number, in the order of the table, and the files of no kind.
  private func files() -> (known: [(place: ErasurePlace, count: Int)], unknown: [String]) {
    var counts: [ErasurePlace: Int] = [:]
    var unknown: [String] = []
    let manager = FileManager.default
    for name in ((try? manager.subpathsOfDirectory(atPath: path)) ?? []).sorted() {
      var isFolder = ObjCBool(false)
      guard manager.fileExists(atPath: path + "/" + name, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      if let place = ErasurePlace.of(name) { counts[place, default: 0] += 1 } else { unknown.append(name) }
    }
    return (
      ErasurePlace.all.compactMap { place in counts[place].map { (place: place, count: $0) } }, unknown
    )
  }

  /// The small files that are there and cannot be read; those that others check are not looked at.
  private func fileFaults() -> [String] {
    var faults: [String] = []
    do { _ = try WatchFile(path: layout.watches).read() } catch { faults.append("watches.yaml") }
    for file in [layout.journal, layout.downloads] {
      guard let data = FileManager.default.contents(atPath: file) else { continue }
      if (try? JSONDocument.parse(Array(data), file: file)) == nil {
        faults.append(String(file.dropFirst(path.count + 1)))
      }
    }
    return faults
  }
}

extension ErasurePlace {
  /// Whether the file only says which process writes.
  fileprivate var isLock: Bool { ["lock", "watches.lock"].contains(beginning) }
}
