extension Report {
  /// A picture as one `svg` element, without scripts and without anything loaded from elsewhere.
  ///
  /// Only renderers of this product make one, so that a document never takes in markup of others.
  public struct Picture: Sendable, Hashable {
    /// The markup, from `<svg` to `</svg>`.
    public let svg: String
    /// Its width in pixels.
    public let width: Int
    /// Its height in pixels.
    public let height: Int

    /// Makes a picture of markup that a renderer has written and escaped.
    package init(svg: String, width: Int, height: Int) {
      self.svg = svg
      self.width = width
      self.height = height
    }
  }

  /// A picture with what it shows.
  public struct Figure: Sendable, Hashable {
    /// The picture.
    public var picture: Picture
    /// What it shows, in one line beneath.
    public var caption: Text
    /// What it shows, for those who do not see it.
    public var alternative: String

    /// Makes a figure.
    public init(_ picture: Picture, caption: Text, alternative: String) {
      self.picture = picture
      self.caption = caption
      self.alternative = alternative
    }
  }
}
