extension NodeStyle {
  /// The styles by code of kind: French territories blue, those abroad vermillion, companies orange, research purple.
  static let table: [String: NodeStyle] = [
    "commune": NodeStyle(.circle, .full, .blue),
    "intercommunality": NodeStyle(.diamond, .full, .blue),
    "departement": NodeStyle(.triangle, .full, .blue),
    "region": NodeStyle(.triangleDown, .full, .blue),
    "district": NodeStyle(.circle, .dotted, .blue),
    "foreignAuthority": NodeStyle(.square, .full, .vermillion),
    "country": NodeStyle(.square, .hollow, .vermillion),
    "worldRegion": NodeStyle(.square, .dotted, .vermillion),
    "company": NodeStyle(.hexagon, .full, .orange),
    "publicBody": NodeStyle(.diamond, .hollow, .black),
    "organisation": NodeStyle(.pentagon, .full, .green),
    "university": NodeStyle(.star, .full, .purple),
    "researchTeam": NodeStyle(.star, .hollow, .purple),
    "network": NodeStyle(.cross, .full, .black),
    "agreement": NodeStyle(.triangle, .hollow, .skyBlue),
    "project": NodeStyle(.triangleDown, .hollow, .green),
    "programme": NodeStyle(.pentagon, .hollow, .orange),
    "call": NodeStyle(.diamond, .dotted, .orange),
    "label": NodeStyle(.hexagon, .hollow, .orange),
    "event": NodeStyle(.cross, .hollow, .skyBlue),
    "theme": NodeStyle(.hexagon, .dotted, .green),
    "other": NodeStyle(.triangleDown, .dotted, .grey),
  ]
}
