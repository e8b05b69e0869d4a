public import PasserelleCore

/// Terms of what vendors declare, of evaluations and of action sheets.
extension Vocabulary {
  // Classes

  /// An organisation, whatever its form.
  public static let organisation = pas + "Organisation"
  /// A company, whatever its size.
  public static let company = pas + "Company"
  /// What a vendor declares of itself.
  public static let vendorProfile = pas + "VendorProfile"
  /// A work that a vendor declares to have delivered.
  public static let vendorReference = pas + "VendorReference"
  /// What a public body says of a project that a vendor delivered to it.
  public static let evaluation = pas + "Evaluation"
  /// The mark of an evaluation on one criterion.
  public static let criterionMark = pas + "CriterionMark"
  /// A sheet that describes an action of a territory and names who provided it.
  public static let actionSheet = pas + "ActionSheet"

  // Relations of a profile

  /// Organisation → what it declares.
  public static let hasProfile = pas + "hasProfile"
  /// Profile → CPV code offered.
  public static let offersCategory = pas + "offersCategory"
  /// Profile → territory where the vendor says it works.
  public static let operatesIn = pas + "operatesIn"
  /// Profile → label or certificate as declared.
  public static let declaresLabel = pas + "declaresLabel"
  /// Profile → code of the size class.
  public static let sizeClass = pas + "sizeClass"
  /// Profile → code of an attribute of sovereignty.
  public static let sovereignty = pas + "sovereignty"
  /// Profile → date of foundation.
  public static let founded = schema + "foundingDate"
  /// Profile → mailbox of a role.
  public static let mailbox = schema + "email"
  /// Thing → page on the web.
  public static let webPage = schema + "url"
  /// Profile → reference.
  public static let hasReference = pas + "hasReference"
  /// Reference → buyer, in words.
  public static let referenceBuyer = pas + "referenceBuyer"
  /// Reference → year of delivery.
  public static let referenceYear = pas + "referenceYear"

  // Relations of an evaluation

  /// Evaluation → vendor.
  public static let evaluates = pas + "evaluates"
  /// Evaluation → contract delivered.
  public static let evaluatedContract = pas + "evaluatedContract"
  /// Evaluation → public body that wrote it.
  public static let author = dct + "creator"
  /// Evaluation → mark on a criterion.
  public static let hasMark = pas + "hasMark"
  /// Mark → code of the criterion.
  public static let criterion = pas + "criterion"
  /// Mark → number from 1 to 5.
  public static let mark = pas + "mark"
  /// Evaluation → what the vendor replies.
  public static let reply = pas + "reply"
  /// Evaluation → date of the reply.
  public static let replyDate = pas + "replyDate"

  // Relations of a sheet

  /// Sheet → organisation that provided the action.
  public static let namesProvider = pas + "namesProvider"
  /// Sheet → field of the action, in words.
  public static let actionDomain = pas + "actionDomain"
  /// Sheet → tool that the action uses, in words.
  public static let usesTool = pas + "usesTool"
}
