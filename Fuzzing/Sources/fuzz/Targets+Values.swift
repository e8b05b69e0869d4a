import PasserelleCore

extension FuzzTargets {
  static let values = [
    FuzzTarget("values") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      if let number = DecimalNumber(text) {
        let written = "\(number)"
        hold(DecimalNumber(written) == number, "a number reads back: \(written)")
        hold(!(number < number), "a number is not below itself")
      }
      if let date = PartialDate(iso: text) {
        hold(PartialDate(iso: "\(date)") == date, "a date reads back: \(date)")
        hold(!(date < date), "a date is not before itself")
      }
      if let instant = Instant(iso: text) {
        hold(Instant(iso: instant.description) == instant, "an instant reads back: \(instant.description)")
      }
      if let hash = ContentHash(hexadecimal: text) { hold("\(hash)".count >= 64, "a hash is written") }
      if let code = CPVCode(digits: text) { hold(CPVCode(digits: code.digits) == code, "a code reads back") }
      if let read = CPVCode.read(text) {
        hold(CPVCode(digits: read.code.digits) == read.code, "a code reads back")
      }
      if let code = CPVCode(iri: text) { hold(CPVCode(digits: code.digits) == code, "a code reads back") }
      let compact = CompanyNumber.compact(text)
      _ = (CompanyNumber.flaw(inSiren: text), CompanyNumber.flaw(inSiret: compact))
      _ = (CompanyNumber.flaw(inSiren: compact), CompanyNumber.territory(ofSiren: compact))
      _ = (PlaceCode.isCommune(text), PlaceCode.isPostal(text), PlaceCode.isDepartment(text))
      _ = (PlaceCode.department(ofCommune: text), PlaceCode.department(ofPostal: text))
    },
    FuzzTarget("iri") { bytes in
      let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
      let (reference, base) = (
        String(decoding: parts[0], as: UTF8.self),
        String(decoding: parts.dropFirst().first ?? [], as: UTF8.self)
      )
      let resolved = IRIReference.resolve(reference, against: base)
      hold(
        IRIReference.resolve(resolved, against: nil) == resolved, "what is resolved stays: \(resolved)")
    },
  ]
}
