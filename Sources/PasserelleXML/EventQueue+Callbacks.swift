internal import CLibXML2

extension EventQueue {
  /// The functions that libxml2 calls, each with the queue as its context.
  ///
  /// What is not set is passed over; no entity is ever found, so that none is put in its place.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = {
      context, name, prefix, namespace, declared, declarations, given, defaulted, attributes in
      queue(context)?.pointee.start(
        name, prefix, namespace,
        declarations: UnsafeBufferPointer(
          start: declarations, count: declarations == nil ? 0 : 2 * Int(declared)),
        // Those that the document type adds stand last; they are not written in the document.
        attributes: UnsafeBufferPointer(
          start: attributes, count: attributes == nil ? 0 : 5 * max(0, Int(given - defaulted))))
    }
    handler.endElementNs = { context, _, _, _ in queue(context)?.pointee.end() }
    // The same function for both: the parser then does not ask whether white space may be ignored.
    let characters: charactersSAXFunc = { queue($0)?.pointee.text($1, $2, isSection: false) }
    handler.characters = characters
    handler.ignorableWhitespace = characters
    handler.cdataBlock = { queue($0)?.pointee.text($1, $2, isSection: true) }
    handler.comment = { context, _ in queue(context)?.pointee.markup() }
    handler.processingInstruction = { context, _, _ in queue(context)?.pointee.markup() }
    handler.entityDecl = { context, _, _, _, _, _ in queue(context)?.pointee.refuseEntity() }
    handler.unparsedEntityDecl = { context, _, _, _, _ in queue(context)?.pointee.refuseEntity() }
    handler.reference = { context, _ in queue(context)?.pointee.refuseEntity() }
    handler.serror = { context, error in
      guard let error else { return }
      queue(context)?.pointee.note(XMLFault(error.pointee))
    }
    return handler
  }

  fileprivate mutating func refuseEntity() {
    markup()
    note(XMLFault(.entity))
  }
}

/// The queue behind the context of a callback; a function of its own, since callbacks capture nothing.
@inline(__always)
private func queue(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<EventQueue>? {
  context?.assumingMemoryBound(to: EventQueue.self)
}
