import CCrypto
public import PasserelleCore

/// SHA-256 (FIPS 180-4) by OpenSSL's libcrypto, in one go or piece by piece.
public struct SHA256Digest: ~Copyable {
  private let context: OpaquePointer?

  /// Starts an empty digest.
  public init() {
    context = EVP_MD_CTX_new()
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes to the digest.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// Adds the UTF-8 bytes of a text.
  public mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  /// Ends the digest.
  public consuming func finalize() -> ContentHash {
    var output = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &output, nil)
    guard let hash = ContentHash(bytes: output) else { preconditionFailure("SHA-256 has 32 bytes") }
    return hash
  }

  /// The digest of some bytes.
  ///
  /// - Complexity: O(*n*); about 1–2 GB/s with the processor's own instructions.
  public static func hash(_ bytes: [UInt8]) -> ContentHash {
    var digest = SHA256Digest()
    bytes.withUnsafeBytes { digest.update($0) }
    return digest.finalize()
  }
}
