import CCairo

/// Owns a cairo surface.
struct CairoSurface: ~Copyable {
  let pointer: OpaquePointer

  init(_ created: OpaquePointer?) throws(CairoFailure) {
    guard let created else { throw .outOfMemory }
    do throws(CairoFailure) {
      try check(cairo_surface_status(created))
    } catch {
      cairo_surface_destroy(created)
      throw error
    }
    pointer = created
  }

  deinit { cairo_surface_destroy(pointer) }

  borrowing func finish() throws(CairoFailure) {
    cairo_surface_finish(pointer)
    try check(cairo_surface_status(pointer))
  }
}

/// Owns a cairo drawing context; it keeps its surface alive.
struct CairoContext: ~Copyable {
  let pointer: OpaquePointer

  init(_ surface: borrowing CairoSurface) throws(CairoFailure) {
    guard let created = cairo_create(surface.pointer) else { throw .outOfMemory }
    do throws(CairoFailure) {
      try check(cairo_status(created))
    } catch {
      cairo_destroy(created)
      throw error
    }
    pointer = created
  }

  deinit { cairo_destroy(pointer) }

  borrowing func checkStatus() throws(CairoFailure) { try check(cairo_status(pointer)) }
}

func check(_ status: cairo_status_t) throws(CairoFailure) {
  switch status {
  case CAIRO_STATUS_SUCCESS: return
  case CAIRO_STATUS_NO_MEMORY: throw .outOfMemory
  default: throw .cairo(cairo_status_to_string(status).map { String(cString: $0) } ?? "unknown error")
  }
}
