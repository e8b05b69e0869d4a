import PasserelleCore
import PasserelleRendering

extension SourcingNote {
  /// A value of a recorded answer, read leniently: what is absent or of another kind is nothing.
  struct Value {
    /// The value; nil where the record has none.
    let value: StructuredValue?

    init(_ value: StructuredValue?) { self.value = value }

    /// The value of a key; nothing where there is no such key or no object.
    subscript(key: String) -> Value {
      guard case .object(let members)? = value else { return Value(nil) }
      return Value(members.last { $0.key == key }?.value)
    }

    /// The text of a string that is not blank.
    var string: String? {
      guard case .string(let text)? = value, text.contains(where: { !$0.isWhitespace }) else { return nil }
      return text
    }

    /// A text, or a number as a text.
    var scalar: String? {
      switch value {
      case .string: string
      case .int(let number): String(number)
      case .decimal(let number): number.description
      case .number(let number, _): number.description
      default: nil
      }
    }

    /// A text in the reader's language: `{fr, en}`, or a string that is the same in both.
    func text(_ language: MessageLanguage) -> String? { string ?? self[language.rawValue].string }

    /// The name of a body: a string, or an object with a name.
    var name: String? { string ?? self["name"].string }

    /// The elements of a list; none for anything else.
    var list: [Value] {
      guard case .array(let elements)? = value else { return [] }
      return elements.map { Value($0) }
    }

    /// The texts of a list.
    var strings: [String] { list.compactMap(\.scalar) }

    /// The truth value.
    var bool: Bool? {
      if case .bool(let flag)? = value { flag } else { nil }
    }

    /// The exact number.
    var decimal: DecimalNumber? {
      switch value {
      case .int(let number): DecimalNumber(number)
      case .decimal(let number): number
      case .number(let number, _): DecimalNumber(number.description)
      case .string(let text): DecimalNumber(text)
      default: nil
      }
    }

    /// The whole number.
    var int: Int? {
      guard let decimal, decimal.scale == 0 else { return nil }
      return Int(exactly: decimal.digits)
    }

    /// The nearest binary number, for shares.
    var double: Double? { decimal?.approximateDouble }

    /// The date, at the precision written.
    var date: PartialDate? { string.flatMap { PartialDate(iso: $0) } }

    /// An amount beside its currency and its value in euros; euros where no currency is told.
    func amount(_ key: String = "amount") -> Money? {
      var euros: EuroValue?
      if let value = self["amountInEuros"].decimal, let rate = self["euroRate"].decimal,
        let date = self["euroRateDate"].date
      {
        euros = EuroValue(value, rate: rate, date: date)
      }
      return self[key].decimal.map { Money($0, self["currency"].string ?? "EUR", euros: euros) }
    }

    /// The members of an object with the path to each; lists and empty objects are written as one text.
    func flattened(_ path: String = "") -> [(path: String, text: String)] {
      if case .object(let members)? = value, !members.isEmpty {
        return members.flatMap {
          Value($0.value).flattened(path.isEmpty ? $0.key : path + "." + $0.key)
        }
      }
      return value.map { [(path, scalar ?? JSONRenderer.text($0))] } ?? []
    }
  }
}
