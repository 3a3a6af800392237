import Diagnostics
import Geometry
import Situation
import Testing

struct EarlierSheetTests {
  private func read(_ text: String) throws -> EarlierSheet {
    try Array(text.utf8).withUnsafeBytes { bytes throws(InvalidInput) in try EarlierSheet.read(bytes, file: "map.json") }
  }

  private func fault(_ text: String) -> String {
    do {
      _ = try read(text)
      return "none"
    } catch {
      return (error as? InvalidInput)?.faults.first?.description ?? "\(error)"
    }
  }

  @Test func `a sidecar tells what ground its labels stand on`() throws {
    let sheet = try read(
      """
      {"title": "x", "width_px": 1600, "bounds": {"west": 40}, "areas": {"rows": [{"km2": 1}]},
       "labels": [{"id": "place:hajin", "text": "Hajin", "lon": 40.83, "lat": 34.69}]}
      """)
    #expect(sheet.labels == ["place:hajin": Point(40.83, 34.69)])
  }

  @Test func `what is no sidecar is told where and why`() {
    #expect(fault("").contains("map.json:1:1"))
    #expect(fault("[1, 2]").contains("map.json:1:1"))
    #expect(fault("{\"a\": 1}").contains("no sidecar"))
    #expect(fault("{\"a\": 1,\n \"labels\": [{\"id\": \"a\"}]}").contains("map.json:2:"))
    #expect(fault("{\"labels\": [{\"id\": \"a\", \"lon\": 1, \"lat\": 91}]}").contains("in degrees"))
    #expect(fault("{\"labels\": [}").contains("map.json:1:"))
    #expect(fault("{\"labels\": [{\"id\": 7, \"lon\": 1, \"lat\": 1}]}").contains("map.json:1:"))
  }
}
