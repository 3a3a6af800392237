// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "sitmap",
  products: [.executable(name: "sitmap", targets: ["sitmap"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CCairo", pkgConfig: "cairo-ft", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(name: "CSPNG", pkgConfig: "spng", providers: [.apt(["libspng-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CPango", pkgConfig: "harfbuzz-subset", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CProj", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),

    .target(name: "Diagnostics"),
    .target(name: "Geometry", dependencies: ["CProj", "CGEOS"]),
    .target(name: "Situation", dependencies: ["Diagnostics", "Geometry", .product(name: "Yams", package: "Yams")]),
    .target(name: "Drawing", dependencies: ["Geometry"]),
    .target(name: "BundledFonts", exclude: ["Fonts"]),
    .target(name: "BundledThemes", exclude: ["Themes"]),
    .target(
      name: "Typography", dependencies: ["Drawing", "Geometry", "CPango", "BundledFonts"],
      // pango.pc asks for -pthread, which SwiftPM refuses with a warning; its other flags come with harfbuzz-subset.pc.
      swiftSettings: [.unsafeFlags(["-Xcc", "-I/usr/include/pango-1.0"])]),
    .target(name: "Cartography", dependencies: ["Situation", "Drawing", "Geometry", "Diagnostics", "BundledThemes"]),
    .target(name: "SVGRenderer", dependencies: ["Drawing", "Geometry"]),
    .target(name: "CairoRenderer", dependencies: ["Drawing", "Geometry", "CCairo", "CSPNG", "CZlib"]),
    .target(
      name: "Animation",
      dependencies: ["Situation", "Drawing", "Geometry", "Typography", "Cartography", "SVGRenderer", "CairoRenderer"]),
    .executableTarget(
      name: "sitmap",
      dependencies: [
        "Diagnostics", "Geometry", "Situation", "Drawing", "Typography", "Cartography", "SVGRenderer", "CairoRenderer", "Animation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestSupport", dependencies: ["Geometry"], path: "Tests/TestSupport"),
    .target(
      name: "SheetSupport", dependencies: ["CSPNG", "CairoRenderer", "Diagnostics", "Drawing", "Geometry", "Situation"],
      path: "Tests/SheetSupport"),
    .executableTarget(
      name: "controlbench", dependencies: ["Geometry", "Situation", "TestSupport"], path: ".bench/control/controlbench"),
    .executableTarget(
      name: "placebench", dependencies: ["Cartography", "Drawing", "Geometry", "Typography"], path: ".bench/labels/placebench"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "GeometryTests", dependencies: ["Geometry", "TestSupport"], exclude: ["Reference"]),
    .testTarget(name: "SituationTests", dependencies: ["Situation", "Diagnostics", "Geometry", "TestSupport"]),
    .testTarget(name: "TypographyTests", dependencies: ["Drawing", "Geometry", "Typography"]),
    .testTarget(
      name: "RendererTests",
      dependencies: ["Drawing", "Geometry", "Typography", "SVGRenderer", "CairoRenderer", "SheetSupport", "TestSupport"]),
    .testTarget(
      name: "CartographyTests",
      dependencies: [
        "Cartography", "CairoRenderer", "Diagnostics", "Drawing", "Geometry", "Situation", "SVGRenderer", "Typography", "SheetSupport",
        "TestSupport",
      ], exclude: ["Goldens"]),
    .testTarget(
      name: "LabelTests",
      dependencies: [
        "Cartography", "Diagnostics", "Drawing", "Geometry", "Situation", "Typography", "SheetSupport", "TestSupport",
      ]),
    .testTarget(
      name: "AnimationTests",
      dependencies: [
        "Animation", "Cartography", "Diagnostics", "Drawing", "Geometry", "Situation", "Typography", "SheetSupport", "TestSupport",
      ]),
    .testTarget(name: "CommandTests", dependencies: ["CairoRenderer", "SheetSupport"], exclude: ["Fixtures"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
