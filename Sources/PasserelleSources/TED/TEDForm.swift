internal import PasserelleCore

/// A standard form of TED: which it is, what it announces.
struct TEDForm: Sendable, Hashable {
  /// The family of forms that says where the fields stand.
  enum Layout: Sendable {
    /// R2.0.9: `F01_2014` to `F25_2014`, `MOVE`.
    case current
    /// R2.0.7 and R2.0.8, and the forms of Directive 2009/81/EC in use until 2023.
    case former
  }

  /// The number as written, such as `F03`, `T02`, `17`.
  let number: String
  let layout: Layout
  /// The eForms codes of what it announces; nil for a number that is not known.
  let kind: TEDFormKind?

  /// Reads the root of a form; nil for one that the product does not know by its name.
  init?(_ form: TEDElement, basis: String?) {
    let name = form.name
    number = form.attribute("FORM") ?? String(name.prefix { $0 != "_" })
    var notice = form.first(.notice)?.attribute("TYPE")
    // A form of social services that tells of an award is a result, whatever kind it says it is.
    if ["F21", "F22", "F23"].contains(number), form.first(path: .awardContract, .awardedContract) != nil {
      notice = "AWARD_CONTRACT"
    }
    if name.hasSuffix("_2014") || name == "MOVE" {
      layout = .current
      kind = TEDFormKind(number: number, notice: notice, basis: basis)
    } else if let known = TEDFormKind(former: name) {
      layout = .former
      kind = known
    } else {
      return nil
    }
  }

  /// Whether it corrects another notice, and is none of its own.
  var isCorrection: Bool { kind?.type == "corr" }
}

/// What a form announces, in the codes of eForms: form (BT-03), type (BT-02), subtype (OPP-070).
struct TEDFormKind: Sendable, Hashable {
  let form: NoticeOutline.Form?
  let type: String
  let subtype: String?

  init(_ form: NoticeOutline.Form?, _ type: String, _ subtype: String?) {
    self.form = form
    self.type = type
    self.subtype = subtype
  }

  /// By the number of a form, its kind of notice and the directive.
  init?(number: String, notice: String?, basis: String?) {
    let isUtility = basis == "32014L0025" || ["F04", "F05", "F06"].contains(number)
    let act = Act(basis) ?? (isUtility ? .utilities : .classic)
    let calls = notice?.hasSuffix("CALL_COMPETITION") ?? false
    switch number {
    case "F01", "F04":
      if calls {
        self.init(.competition, "pin-cfc-standard", isUtility ? "11" : "10")
      } else if notice?.hasSuffix("REDUCING_TIME_LIMITS") ?? false {
        self.init(.planning, "pin-rtl", act[classic: "7", utilities: "8", defence: "9"])
      } else {
        self.init(.planning, "pin-only", act[classic: "4", utilities: "5", defence: "6"])
      }
    case "F02", "F05": self.init(.competition, "cn-standard", isUtility ? "17" : "16")
    case "F03", "F06": self.init(.result, "can-standard", isUtility ? "30" : "29")
    case "F07": self.init(.competition, "qu-sy", "15")
    case "F08": self.init(.planning, "pin-buyer", act[classic: "1", utilities: "2", defence: "3"])
    case "F12": self.init(.competition, "cn-desg", act == .utilities ? "24" : "23")
    case "F13": self.init(.result, "can-desg", act == .utilities ? "37" : "36")
    case "F14": self.init(nil, "corr", nil)
    case "F15":
      self.init(.directAward, "veat", act[classic: "25", utilities: "26", defence: "27", concession: "28"])
    case "F20":
      self.init(.modification, "can-modif", act[classic: "38", utilities: "39", concession: "40"])
    case "F21", "F22", "F23": self.init(social: number, notice: notice, calls: calls)
    case "F24": self.init(.competition, "cn-standard", "19")
    case "F25": self.init(.result, "can-standard", "32")
    case "T01": self.init(.planning, "pin-tran", "T01")
    case "T02": self.init(.result, "can-tran", "T02")
    default: return nil
    }
  }

  /// Social and other specific services: one form for the intention, the call and the result.
  private init(social number: String, notice: String?, calls: Bool) {
    let subtypes: (planning: String, call: String, notice: String, result: String) =
      switch number {
      case "F21": ("4", "12", "20", "33")
      case "F22": ("5", "13", "21", "34")
      default: ("14", "14", "19", "35")
      }
    if notice?.hasPrefix("QSU") ?? false {
      self.init(.competition, "qu-sy", "15")
    } else if notice?.hasSuffix("AWARD_CONTRACT") ?? false {
      self.init(.result, "can-social", subtypes.result)
    } else if notice == "CONTRACT" {
      self.init(.competition, "cn-social", subtypes.notice)
    } else if calls || number == "F23" {
      self.init(.competition, "pin-cfc-social", subtypes.call)
    } else {
      self.init(.planning, "pin-only", subtypes.planning)
    }
  }

  /// The directives that forms are published under.
  private enum Act {
    case classic, utilities, defence, concession

    init?(_ basis: String?) {
      switch basis {
      case "32014L0024", "32004L0018": self = .classic
      case "32014L0025", "32004L0017": self = .utilities
      case "32009L0081": self = .defence
      case "32014L0023": self = .concession
      default: return nil
      }
    }

    subscript(
      classic classic: String, utilities utilities: String, defence defence: String = "",
      concession concession: String = ""
    ) -> String {
      let code =
        switch self {
        case .classic: classic
        case .utilities: utilities
        case .defence: defence
        case .concession: concession
        }
      return code.isEmpty ? classic : code
    }
  }

  /// By the name of a form before R2.0.9.
  init?(former name: String) {
    let isDefence = name.hasSuffix("_DEFENCE")
    let isUtility = name.hasSuffix("_UTILITIES") || name.hasPrefix("PERIODIC_INDICATIVE")
    switch name {
    case "PRIOR_INFORMATION", "PRIOR_INFORMATION_DEFENCE", "PERIODIC_INDICATIVE_UTILITIES",
      "PRIOR_INFORMATION_MOVE":
      self.init(.planning, "pin-only", isDefence ? "6" : isUtility ? "5" : "4")
    case "CONTRACT", "CONTRACT_DEFENCE", "CONTRACT_UTILITIES":
      self.init(.competition, "cn-standard", isDefence ? "18" : isUtility ? "17" : "16")
    case "CONTRACT_CONCESSIONAIRE_DEFENCE": self.init(.competition, "subco", "22")
    case "CONTRACT_AWARD", "CONTRACT_AWARD_DEFENCE", "CONTRACT_AWARD_UTILITIES":
      self.init(.result, "can-standard", isDefence ? "31" : isUtility ? "30" : "29")
    case "SIMPLIFIED_CONTRACT": self.init(.competition, "cn-standard", "16")
    case "QUALIFICATION_SYSTEM_UTILITIES": self.init(.competition, "qu-sy", "15")
    case "BUYER_PROFILE": self.init(.planning, "pin-buyer", "1")
    case "CONCESSION", "CONTRACT_CONCESSIONAIRE": self.init(.competition, "cn-standard", "19")
    case "DESIGN_CONTEST": self.init(.competition, "cn-desg", "23")
    case "RESULT_DESIGN_CONTEST": self.init(.result, "can-desg", "36")
    case "VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE": self.init(.directAward, "veat", "25")
    case "ADDITIONAL_INFORMATION_CORRIGENDUM": self.init(nil, "corr", nil)
    default: return nil
    }
  }
}
