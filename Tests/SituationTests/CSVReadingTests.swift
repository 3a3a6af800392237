import Situation
import Testing

@Suite struct CSVReadingTests {
  private static let path = "geodata/places.csv"

  private func faults(_ text: String) -> [String] { Fixture.faults([Self.path: text, Fixture.reportPath: nil]) }

  @Test func `quotes, line breaks in them, CRLF and a byte order mark are read`() throws {
    let text =
      "\u{FEFF}kind,id,lon,lat,rank,name_en,name_ku,source\r\ntown,a,41.5,34,3,\"Abu \"\"K\"\"\r\nKamal\",X,\"one, two\"\r\n\r\nvillage,b,-1e1,+34.0,6,B,,"
    let theatre = try Fixture.read([Self.path: text, Fixture.reportPath: nil])
    let place = try #require(theatre.place("a"))
    #expect(place.name["en"] == "Abu \"K\"\nKamal")
    #expect(place.name["ku"] == "X")
    #expect(place.source == "one, two")
    #expect(theatre.place("b")?.position.x == -10)
    #expect(theatre.place("b")?.name.languages == ["en"])
  }

  @Test func `aliases are separated by semicolons`() throws {
    #expect(try Fixture.read().place("abu-kamal")?.aliases == ["Al-Bukamal", "Albu Kamal"])
  }

  @Test(arguments: [
    ("", "places.csv: error: the file is empty"),
    ("id,name_en\n", "1:1: error: there is no column `kind`"),
    ("id,id,name_en,kind,lon,lat,rank\n", "1:4: error: the column `id` is there twice"),
    ("id,name_en,kind,lon,lat,rank,colour\n", "1:30: warning: the column `colour` is not known and not read"),
    ("id,name_en,kind,lon,lat,rnak\n", "warning: the column `rnak` is not known and not read\n  hint: did you mean `rank`?"),
    ("id,name_en,kind,lon,lat,rank\na,A,town,41,34\n", "2:1: error: the row has 5 cells, the header 6"),
    ("id,name_en,kind,lon,lat,rank\na,A, B,town,41,34,3\n", "hint: quote a cell that has a comma in it"),
    ("id,name_en,kind,lon,lat,rank\na,\"A,town,41,34,3\n", "2:3: error: the quote that opens here is not closed"),
    ("id,name_en,kind,lon,lat,rank\na,\"A\"b,town,41,34,3\n", "2:6: error: text stands behind the closing quote"),
    ("id,name_en,kind,lon,lat,rank\na,A\"b,town,41,34,3\n", "2:4: error: a quote stands inside a cell"),
    ("id,name_en,kind,lon,lat,rank\na,A,twon,41,34,3\n", "2:5: error: `twon` is no kind of place\n  hint: did you mean `town`?"),
    ("id,name_en,kind,lon,lat,rank\na,A,town,x,34,3\n", "2:10: error: `lon` must be a number, not `x`"),
    ("id,name_en,kind,lon,lat,rank\na,A,town,NaN,34,3\n", "`lon` must be a number, not `NaN`"),
    ("id,name_en,kind,lon,lat,rank\na,A,town,1e999,34,3\n", "`lon` must be a number, not `1e999`"),
    ("id,name_en,kind,lon,lat,rank\na,A,town,\"41,5\",34,3\n", "`lon` must be a number, not `41,5`"),
    ("id,name_en,kind,lon,lat,rank\na,A,town,41,94,3\n", "2:13: error: `lat` must lie between -90.0 and 90.0, not 94"),
    ("id,name_en,kind,lon,lat,rank\na,A,town,500000,34,3\n", "hint: projected metres where degrees belong?"),
    ("id,name_en,kind,lon,lat,rank\na,A,town,41,34,7\n", "`rank` must lie between 1.0 and 6.0, not 7"),
    ("id,name_en,kind,lon,lat,rank\na,A,town,41,34,1.5\n", "`rank` must be a whole number"),
    ("id,name_en,kind,lon,lat,rank\na,,town,41,34,3\n", "`name_en` is empty"),
    ("id,name_en,kind,lon,lat,rank\n,A,town,41,34,3\n", "`` is no id"),
    ("id,name_en,kind,lon,lat,rank\na,A,town,41,34,3\na,B,town,42,34,3\n", "3:1: error: the place `a` is there twice, first in line 2"),
    ("id,name_en,kind,lon,lat,rank\na,A\u{7},town,41,34,3\n", "2:3: error: `name_en`: the text holds the control character U+0007"),
  ])
  func `a wrong table is told with its place and its mend`(text: String, message: String) {
    let faults = faults(text)
    #expect(faults.mention(message), "\(faults)")
  }

  @Test func `bytes that are not UTF-8 are found where they are`() {
    var files = Fixture.files([Fixture.reportPath: nil])
    files.files[Self.path] = Array("id,name_en\na,".utf8) + [0xE9, 0x0A]
    #expect(Fixture.faults(in: files) == ["geodata/places.csv:2:3: error: the file is not UTF-8 here\n  hint: save it as UTF-8"])
  }
}
