import BundledFonts
import Drawing

extension Shaper: GlyphSource {
  package func outline(of glyph: UInt32, in face: FontFace) -> Path { typesetter.withLock { $0.loaded(face).outline(of: glyph) } }

  package func fontFile(_ face: FontFace) -> [UInt8] {
    let file = bundledFont(face.bundled)
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
  }

  package func family(_ face: FontFace) -> String {
    switch face.script {
    case .latin: "Noto Sans"
    case .arabic: "Noto Sans Arabic"
    }
  }

  package func subset(_ face: FontFace, scalars: Set<Unicode.Scalar>) -> [UInt8]? {
    typesetter.withLock { $0.loaded(face).subset(scalars) }
  }
}
