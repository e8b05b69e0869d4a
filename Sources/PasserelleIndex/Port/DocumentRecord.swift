import PasserelleCore
import PasserelleSegments

/// What the index stores of a document beside its columns: subject, title, date and amount as written.
///
/// Each is varint length and UTF-8; an absent date or amount has length 0. An amount in another currency than the euro
/// is followed by its currency and, where it was converted, its value in euros, the rate and the date of the rate, each
/// after a space.
struct DocumentRecord {
  var subject: String
  var title: String
  var date: PartialDate?
  var amount: Money?

  init(_ document: TextDocument) {
    subject = document.subject
    title = document.title
    date = document.date
    amount = document.amount
  }

  /// Reads stored bytes; nil when they are none of a document.
  init?(decoding bytes: [UInt8]) {
    let texts: [String]? = bytes.withUnsafeBufferPointer { bytes in
      guard var cursor = bytes.baseAddress else { return nil }
      let end = cursor + bytes.count
      var texts: [String] = []
      for _ in 0..<4 {
        guard let length = VarInt.readUInt32(&cursor, end: end), Int(length) <= end - cursor else {
          return nil
        }
        texts.append(
          String(decoding: UnsafeBufferPointer(start: cursor, count: Int(length)), as: UTF8.self))
        cursor += Int(length)
      }
      return cursor == end ? texts : nil
    }
    guard let texts else { return nil }
    subject = texts[0]
    title = texts[1]
    date = PartialDate(iso: texts[2])
    amount = Self.amount(texts[3])
    guard (date == nil) == texts[2].isEmpty, (amount == nil) == texts[3].isEmpty else { return nil }
  }

  /// The bytes to store.
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    for text in [subject, title, date?.description ?? "", amount.map(Self.text) ?? ""] {
      VarInt.append(text.utf8.count, to: &bytes)
      bytes += text.utf8
    }
    return bytes
  }

  private static func text(_ money: Money) -> String {
    var parts = [money.amount.description]
    if money.currency != "EUR" { parts.append(money.currency) }
    if let euros = money.euros {
      parts += [euros.amount.description, euros.rate.description, euros.date.description]
    }
    return parts.joined(separator: " ")
  }

  private static func amount(_ text: String) -> Money? {
    let parts = text.split(separator: " ").map(String.init)
    guard let first = parts.first, let amount = DecimalNumber(first) else { return nil }
    switch parts.count {
    case 1: return Money(amount)
    case 2: return Money(amount, parts[1])
    case 5:
      guard let value = DecimalNumber(parts[2]), let rate = DecimalNumber(parts[3]),
        let date = PartialDate(iso: parts[4])
      else { return nil }
      return Money(amount, parts[1], euros: EuroValue(value, rate: rate, date: date))
    default: return nil
    }
  }
}
