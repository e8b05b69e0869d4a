import Passerelle
import PasserelleCore

/// Tells once, when a command is done, that its answer had to do without official lists.
enum ReferenceNote {
  /// What the workspace of this run notes.
  static let notice = ReferenceNotice()

  /// Writes the note, where there is something to tell.
  static func tell() {
    guard let text = notice.text else { return }
    StandardStreams.note(Speech.say("Note", "Note") + " [reference.degraded] " + text[Speech.language])
  }
}
