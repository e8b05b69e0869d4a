// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "text-benchmark",
  dependencies: [.package(name: "passerelle", path: "../..")],
  targets: [
    .executableTarget(
      name: "text-benchmark",
      dependencies: [
        .product(name: "PasserelleCore", package: "passerelle"),
        .product(name: "PasserelleText", package: "passerelle"),
        .product(name: "PasserelleSegments", package: "passerelle"),
        .product(name: "PasserelleIndex", package: "passerelle"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
