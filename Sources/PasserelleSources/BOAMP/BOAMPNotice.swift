internal import PasserelleCore

/// What the fields of a notice say, as written, whatever its shape: nothing cleaned, nothing checked.
struct BOAMPNotice {
  /// The number of the notice, such as `20-100596`.
  var number: String
  var title: AwardRecord.Field?
  var description: AwardRecord.Field?
  var buyer: AwardRecord.Field?
  var published: AwardRecord.Field?
  var deadline: AwardRecord.Field?
  /// The kind of notice, in words or as a code of the interface.
  var kind: AwardRecord.Field?
  var procedure: AwardRecord.Field?
  var departments: [AwardRecord.Field] = []
  var codes: [AwardRecord.Field] = []
  var categories: [AwardRecord.Field] = []
  /// Whether the notice was cancelled by a later one.
  var isCancelled = false
  /// The number of the notice that this one corrects or cancels.
  var changedNotice: String?
  /// The notice in full text; nil where the shape has none.
  var text: String?
  var isDemonstration = false
  /// What was noticed while the fields were read.
  var diagnostics: [Diagnostic] = []
}
