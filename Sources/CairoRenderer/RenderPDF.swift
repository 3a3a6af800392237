import CCairo
import Drawing

/// What a PDF file says about itself, besides the sheet's own title and description.
package struct PDFMetadata: Hashable, Sendable {
  package var author: String
  /// ISO 8601, for example `2018-01-15T00:00:00Z`; nil leaves the date out. The clock is never asked.
  package var created: String?

  package init(author: String = "", created: String? = nil) {
    self.author = author
    self.created = created
  }
}

/// The sheet as a PDF 1.5 file of one page: shapes stay shapes, text stays text, its title and language are told. The same list gives
/// the same bytes.
package func renderPDF(
  _ list: DisplayList, glyphs: some GlyphSource, metadata: PDFMetadata = PDFMetadata()
) throws(CairoFailure) -> [UInt8] {
  try checkSize(list.width, list.height)
  let sink = ByteSink()
  let pointsPerPx = 0.75
  // The surface is finished before this function returns, so it cannot outlive the sink.
  let surface = try CairoSurface(
    cairo_pdf_surface_create_for_stream(
      { sink, data, length in
        guard let sink, let data else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), list.width * pointsPerPx, list.height * pointsPerPx))
  defer { withExtendedLifetime(sink) {} }
  cairo_pdf_surface_restrict_to_version(surface.pointer, CAIRO_PDF_VERSION_1_5)
  cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_TITLE, list.title)
  cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_SUBJECT, list.description)
  if !metadata.author.isEmpty { cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_AUTHOR, metadata.author) }
  cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_CREATOR, "Sitmap")
  cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_CREATE_DATE, metadata.created)
  try drawPage(list, glyphs, on: surface, scale: pointsPerPx)
  try surface.finish()
  return PDFCatalog(language: list.language).added(to: sink.bytes)
}

/// The context must be gone before the surface is finished.
private func drawPage(
  _ list: DisplayList, _ glyphs: some GlyphSource, on surface: borrowing CairoSurface, scale: Double
) throws(CairoFailure) {
  let context = try CairoContext(surface)
  if let options = cairo_font_options_create() {
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context.pointer, options)
    cairo_font_options_destroy(options)
  }
  var canvas = CairoCanvas(context, list, glyphs, .document, scale: scale)
  try canvas.draw(list)
  cairo_show_page(canvas.context.pointer)
  try canvas.context.checkStatus()
}
