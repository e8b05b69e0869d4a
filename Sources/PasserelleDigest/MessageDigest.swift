import CCrypto

/// The digests that query languages name, by OpenSSL's libcrypto.
public enum MessageDigest: String, Sendable, Hashable, CaseIterable {
  /// MD5 (RFC 1321); for comparing with old data, never for safety.
  case md5
  /// SHA-1 (FIPS 180-4); the same holds.
  case sha1
  /// SHA-256 (FIPS 180-4).
  case sha256
  /// SHA-384 (FIPS 180-4).
  case sha384
  /// SHA-512 (FIPS 180-4).
  case sha512

  /// The digest of some bytes.
  ///
  /// - Returns: Nil where the system's library refuses the function.
  /// - Complexity: O(*n*).
  public func hash(_ bytes: [UInt8]) -> [UInt8]? {
    let kind =
      switch self {
      case .md5: EVP_md5()
      case .sha1: EVP_sha1()
      case .sha256: EVP_sha256()
      case .sha384: EVP_sha384()
      case .sha512: EVP_sha512()
      }
    var output = [UInt8](repeating: 0, count: 64)
    var length: UInt32 = 0
    guard EVP_Digest(bytes, bytes.count, &output, &length, kind, nil) == 1 else { return nil }
    return Array(output.prefix(Int(length)))
  }
}
