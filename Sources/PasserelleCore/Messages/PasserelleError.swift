/// The one error type that leaves a module: a stable code, a message with its remedy, and the cause.
///
/// Errors are for what stops an operation (a missing file, a store of a newer version). A problem with one
/// piece of data is a ``Diagnostic`` and stops nothing.
public struct PasserelleError: Error, Sendable {
  /// A stable, documented name such as `graph.tooNew`; never reused for another meaning.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The name, `area.problem`.
    public let name: String

    /// Makes a code from its stable name.
    public init(_ name: String) { self.name = name }

    /// The stable name.
    public var description: String { name }
  }

  /// The stable code, for programs.
  public let code: Code
  /// What happened and what to do about it, for people.
  public let message: LocalizedText
  /// Where in the user's data it happened, if anywhere.
  public let location: SourceLocation?
  /// The error underneath, if any.
  public let cause: (any Error)?
  /// The place in the product's code that threw, `Module/File.swift:line`.
  public let thrownAt: String

  /// Makes an error; the throw site is recorded by default.
  public init(
    _ code: Code, _ message: LocalizedText, at location: SourceLocation? = nil,
    cause: (any Error)? = nil, fileID: String = #fileID, line: Int = #line
  ) {
    self.code = code
    self.message = message
    self.location = location
    self.cause = cause
    self.thrownAt = "\(fileID):\(line)"
  }
}

extension PasserelleError: CustomStringConvertible {
  /// The English one-line form, for logs.
  public var description: String {
    var text = "\(code): \(message[.english])"
    if let location { text = "\(location): \(text)" }
    if let cause { text += " (\(cause))" }
    return text
  }
}
