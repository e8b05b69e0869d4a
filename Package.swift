// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "passerelle",
  products: [
    .library(name: "Passerelle", targets: ["PasserelleCore"])
  ],
  targets: [
    .target(name: "PasserelleCore", swiftSettings: strict),
    .testTarget(
      name: "PasserelleCoreTests", dependencies: ["PasserelleCore"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
