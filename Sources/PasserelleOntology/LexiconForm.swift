/// The form of a word by which terms of a lexicon are compared, whatever the language.
enum LexiconForm {
  /// A folded word without the endings of plural and feminine: `réseaux` and `réseau` are one, `station` and
  /// `stationnement` are not.
  static func of(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var form = Array(word)
    func ends(_ ending: StaticString) -> Bool {
      form.count > ending.utf8CodeUnitCount + 1
        && form.suffix(ending.utf8CodeUnitCount).elementsEqual(
          UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
    }
    if ends("eaux") || ends("eux") {
      form.removeLast()
    } else if ends("aux") {
      form.replaceSubrange(form.count - 3..<form.count, with: Array("al".utf8))
    } else if ends("oes") {
      form.replaceSubrange(form.count - 3..<form.count, with: Array("ao".utf8))
    } else if form.count > 3, form.last == UInt8(ascii: "s") || form.last == UInt8(ascii: "x") {
      form.removeLast()
    }
    while form.count > 3, form.last == UInt8(ascii: "e") { form.removeLast() }
    // `city` and `cities`, `énergie` and `energy`.
    if form.count > 3, form.last == UInt8(ascii: "y") { form[form.count - 1] = UInt8(ascii: "i") }
    return form
  }
}
