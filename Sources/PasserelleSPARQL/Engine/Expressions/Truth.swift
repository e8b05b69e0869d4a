/// An effective boolean value, or an error.
enum Truth: UInt8 {
  case no, yes, error

  /// The truth of an answer; an error for nil.
  init(_ answer: Bool?) {
    switch answer {
    case true?: self = .yes
    case false?: self = .no
    case nil: self = .error
    }
  }

  /// The truth of an answer that there is.
  init(_ answer: Bool) { self = answer ? .yes : .no }

  /// The opposite; an error stays one.
  var negated: Truth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .error: .error
    }
  }
}
