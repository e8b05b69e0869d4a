// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "store-benchmark",
  dependencies: [.package(name: "passerelle", path: "../..")],
  targets: [
    .executableTarget(
      name: "store-benchmark",
      dependencies: [
        .product(name: "PasserelleCore", package: "passerelle"),
        .product(name: "PasserelleGraph", package: "passerelle"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
