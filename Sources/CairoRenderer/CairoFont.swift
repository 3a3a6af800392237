import CCairo
import Drawing

/// Owns a cairo font face made from a bundled font.
final class CairoFont {
  let pointer: OpaquePointer

  init(_ file: [UInt8], name: String) throws(CairoFailure) {
    guard let opened = OpenFont(file), let created = cairo_ft_font_face_create_for_ft_face(opened.face, OpenFont.noHinting) else {
      throw .unreadableFont(name)
    }
    // Cairo may keep the face longer than this object, so it holds the font file itself.
    let holder = Unmanaged.passRetained(opened)
    let status = cairo_font_face_set_user_data(created, opened.key, holder.toOpaque()) { held in
      if let held { Unmanaged<OpenFont>.fromOpaque(held).release() }
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_font_face_destroy(created)
      holder.release()
      throw .outOfMemory
    }
    pointer = created
  }

  deinit { cairo_font_face_destroy(pointer) }
}

/// Owns FreeType's view of a font and the bytes under it.
private final class OpenFont {
  private let library: FT_Library
  let face: FT_Face
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  static let noHinting: Int32 = 1 << 1  // FT_LOAD_NO_HINTING

  /// Cairo knows user data by an address: that of the bytes is this font's own.
  var key: UnsafePointer<cairo_user_data_key_t>? { UnsafePointer(OpaquePointer(bytes.baseAddress)) }

  init?(_ file: [UInt8]) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: file.count)
    _ = bytes.initialize(from: file)
    var face: FT_Face?
    guard FT_New_Memory_Face(library, bytes.baseAddress, bytes.count, 0, &face) == 0, let face else {
      FT_Done_FreeType(library)
      bytes.deallocate()
      return nil
    }
    self.library = library
    self.face = face
    self.bytes = bytes
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
    bytes.deallocate()
  }
}
