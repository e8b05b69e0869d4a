// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "network-benchmark",
  dependencies: [.package(name: "passerelle", path: "../..")],
  targets: [
    .executableTarget(
      name: "network-benchmark",
      dependencies: [.product(name: "PasserelleNetwork", package: "passerelle")])
  ],
  swiftLanguageModes: [.v6]
)
