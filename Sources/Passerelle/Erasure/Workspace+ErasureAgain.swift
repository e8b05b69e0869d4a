import PasserelleCore
import PasserelleGraph
import PasserellePipeline

extension Workspace {
  /// The erasures of the log that the store does not know of and that would change it: it was put back from a copy that
  /// is older than they are.
  func missingErasures() throws -> [ErasureEntry] {
    let entries = try erasures.entries()
    guard !entries.isEmpty, let known = try store.erasures() else { return [] }
    let missing = entries.filter { !known.contains($0.id) }
    // What a store has taken in after an erasure was screened then.
    guard !missing.isEmpty else { return [] }
    let oldest = try store.read { try $0.firstIngestion() }
    guard let first = oldest else { return [] }
    return missing.filter { first.milliseconds <= $0.instant }
  }

  /// Carries out again the erasures that the store lacks, from the digests of what must not come back.
  ///
  /// Nothing is done while another run writes, or where nothing can be written.
  ///
  /// - Returns: The numbers of the erasures that were carried out.
  func eraseAgain() throws -> [Int] {
    // A log that cannot be read is the doctor's to tell of; what must not come back is kept out all the same.
    guard let missing = try? missingErasures(), !missing.isEmpty, !store.isReadOnly else { return [] }
    // Without digests there is nothing to do, and no reason to keep others from writing.
    let digested = Set(try erasures.suppressions().map(\.id))
    guard missing.contains(where: { digested.contains($0.id) }) else { return [] }
    var done: [Int] = []
    do {
      try withLock {
        let unfinished = try erasures.journal()?.id
        if try resumeErasure({ _ in }), let unfinished { done.append(unfinished) }
        let suppressions = try erasures.suppressions()
        for entry in try missingErasures() {
          guard let suppression = suppressions.first(where: { $0.id == entry.id }) else { continue }
          try carryOut(ErasureJournal(again: entry, suppression), entry.counts) { _ in }
          done.append(entry.id)
        }
      }
    } catch let error as PasserelleError where error.code == .workspaceLocked {
      return done
    }
    return done
  }

  /// What the doctor says of erasures.
  func erasureFinding() -> DoctorFinding {
    let check = LocalizedText(fr: "effacements", en: "erasures")
    func finding(_ isSound: Bool, _ french: String, _ english: String) -> DoctorFinding {
      DoctorFinding(
        key: "erasures", check: check, isSound: isSound, detail: LocalizedText(fr: french, en: english))
    }
    do {
      let list = try erasureList()
      if let number = list.unfinished {
        return finding(
          false, "n° \(number) interrompu : la prochaine nuit, ou le prochain « erase », le termine",
          "number \(number) was stopped: the next night, or the next 'erase', ends it")
      }
      if !list.missing.isEmpty {
        let numbers = list.missing.map { String($0) }.joined(separator: ", ")
        return finding(
          false, "absents de la base, plus ancienne qu’eux : n° \(numbers) ; refaites-les",
          "not in the store, which is older than they are: number \(numbers); carry them out again")
      }
      let count = list.entries.count
      return finding(
        true, "\(fr: count, "effacement fait", "effacements faits")", "\(en: count, "erasure") carried out")
    } catch let error as PasserelleError {
      return finding(false, error.message.french, error.message.english)
    } catch {
      return finding(false, "illisibles", "unreadable")
    }
  }
}
