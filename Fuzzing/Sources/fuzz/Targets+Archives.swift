import PasserelleArchive
import PasserelleCore

extension FuzzTargets {
  static let archives = [
    FuzzTarget("archive") { bytes in
      let limits = ArchiveLimits(
        totalBytes: 4 << 20, entryBytes: 2 << 20, ratio: 100, freeBytes: 200_000, entries: 100, depth: 3)
      for input in inputs(bytes) {
        var given = 0
        var buffer = [UInt8](repeating: 0, count: 4096)
        refusing(bytes) {
          try ContainerWalk.read(input, file: "t", limits: limits) { item in
            switch item {
            case .fault(let name, let error):
              hold(!name.isEmpty && !error.code.name.isEmpty, "a fault has a name and a code")
            case .file(let file):
              let path = ArchivePath.inner(file.name)
              if file.isMember {
                hold(
                  !path.hasPrefix("/") && !path.split(separator: "/").contains(".."),
                  "a path stays within: \(file.name)")
                hold(!path.utf8.contains(0), "a path has no zero byte")
              }
              var input = file.input
              while true {
                let count: Int
                do {
                  count = try buffer.withUnsafeMutableBytes { try input.read(into: $0) }
                } catch is PasserelleError { break }
                if count == 0 { break }
                given += count
              }
            }
            return true
          }
        }
        hold(given <= limits.totalBytes + bytes.count + 65_536, "no more than the limit is given: \(given)")
      }
    },
    FuzzTarget("archive-signature") { bytes in
      let signature = ArchiveSignature(bytes)
      let head = ArchiveSignature(Array(bytes.prefix(ArchiveSignature.neededBytes)))
      if let signature, let head { hold(signature == head, "the first bytes tell") }
    },
  ]
}
