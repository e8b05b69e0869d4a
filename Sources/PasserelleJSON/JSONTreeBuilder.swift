/// Builds one value out of parse events.
struct JSONTreeBuilder {
  private struct Frame {
    let isObject: Bool
    var key = ""
    var members: [JSONMember] = []
    var elements: [JSONValue] = []
  }

  private var frames: [Frame] = []
  private var memberCount = 8
  /// The finished value.
  private(set) var result: JSONValue?

  /// How many containers are open.
  var depth: Int { frames.count }

  mutating func open(isObject: Bool) {
    frames.append(Frame(isObject: isObject))
    if isObject, frames.count == 1 { frames[0].members.reserveCapacity(memberCount) }
  }

  mutating func key(_ key: String) { frames[frames.count - 1].key = key }

  mutating func close() {
    guard let frame = frames.popLast() else { return }
    if frames.isEmpty { memberCount = max(memberCount, frame.members.count) }
    scalar(frame.isObject ? .object(frame.members) : .array(frame.elements))
  }

  mutating func scalar(_ value: JSONValue) {
    let top = frames.count - 1
    if top < 0 {
      result = value
    } else if frames[top].isObject {
      frames[top].members.append(JSONMember(frames[top].key, value))
    } else {
      frames[top].elements.append(value)
    }
  }

  /// Gives the finished value and is ready for the next.
  mutating func take() -> JSONValue? {
    let value = result
    reset()
    return value
  }

  mutating func reset() {
    frames.removeAll(keepingCapacity: true)
    result = nil
  }
}
