internal import CYajl

/// The parser of libyajl, and the only code that calls it.
///
/// UTF-8 is not checked here: records are, one by one, so that one bad record does not end a file.
///
/// The handler is set once, after both objects exist; it owns the parser.
final class EventParser {
  /// How a piece of text was taken.
  enum Outcome: Equatable {
    /// All of it was parsed.
    case parsed
    /// The handler stopped the parser.
    case stopped
    /// The text breaks the grammar; the message is the parser's own.
    case malformed(String)
  }

  private let box: EventBox
  private let callbacks: UnsafeMutablePointer<yajl_callbacks>
  private let handle: yajl_handle

  init() {
    box = EventBox()
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: EventBox.callbacks)
    guard let made = yajl_alloc(callbacks, nil, Unmanaged.passUnretained(box).toOpaque()) else {
      preconditionFailure("out of memory")
    }
    handle = made
    _ = passerelle_yajl_set(handle, yajl_dont_validate_strings, 1)
  }

  deinit {
    yajl_free(handle)
    callbacks.deallocate()
  }

  /// Says who is told of the events.
  func tell(_ handler: RecordScanner) { box.handler = handler }

  /// How many bytes of the piece being parsed have been consumed, right also inside the handler.
  var consumed: Int { yajl_get_bytes_consumed(handle) }

  /// Parses the next piece.
  func parse(_ bytes: UnsafeRawBufferPointer) -> Outcome {
    guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return .parsed }
    return outcome(yajl_parse(handle, base, bytes.count))
  }

  /// Says that the text has ended.
  func finish() -> Outcome { outcome(yajl_complete_parse(handle)) }

  private func outcome(_ status: yajl_status) -> Outcome {
    if status == yajl_status_ok { return .parsed }
    if status == yajl_status_client_canceled { return .stopped }
    guard let message = yajl_get_error(handle, 0, nil, 0) else { return .malformed("") }
    defer { yajl_free_error(handle, message) }
    return .malformed(String(cString: message))
  }
}

/// Carries a handler through the parser's context pointer.
private final class EventBox {
  unowned(unsafe) var handler: RecordScanner?

  static func of(_ context: UnsafeMutableRawPointer?) -> RecordScanner {
    guard let context,
      let handler = Unmanaged<EventBox>.fromOpaque(context).takeUnretainedValue().handler
    else { preconditionFailure("the parser passes its context and its handler lives") }
    return handler
  }

  static var callbacks: yajl_callbacks {
    yajl_callbacks(
      yajl_null: { EventBox.of($0).scalar(.null) ? 1 : 0 },
      yajl_boolean: { EventBox.of($0).scalar(.bool($1 != 0)) ? 1 : 0 },
      yajl_integer: nil,
      yajl_double: nil,
      yajl_number: { context, text, count in
        let bytes = UnsafeRawBufferPointer(start: text, count: count).bindMemory(to: UInt8.self)
        return EventBox.of(context).number(bytes) ? 1 : 0
      },
      yajl_string: { context, text, count in
        EventBox.of(context).string(UnsafeBufferPointer(start: text, count: count)) ? 1 : 0
      },
      yajl_start_map: { EventBox.of($0).open(isObject: true) ? 1 : 0 },
      yajl_map_key: { context, text, count in
        EventBox.of(context).key(UnsafeBufferPointer(start: text, count: count)) ? 1 : 0
      },
      yajl_end_map: { EventBox.of($0).close() ? 1 : 0 },
      yajl_start_array: { EventBox.of($0).open(isObject: false) ? 1 : 0 },
      yajl_end_array: { EventBox.of($0).close() ? 1 : 0 })
  }
}
