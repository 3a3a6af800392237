import Diagnostics
import Testing

@Suite struct FaultTests {
  @Test func `a fault names file, line and column, and puts its hint on a line of its own`() {
    let fault = Fault(at: Location(file: "seeds/a.yaml", line: 14, column: 11), "no place `x` in the gazetteer", hint: "did you mean `y`?")
    #expect(fault.description == "seeds/a.yaml:14:11: error: no place `x` in the gazetteer\n  hint: did you mean `y`?")
  }

  @Test func `control characters of a file never reach the terminal`() {
    #expect(Fault(.warning, "bad \u{1B}[31m name\n").description == "warning: bad  [31m name ")
  }

  @Test func `a mistyped word finds its neighbour, a strange one finds nothing`() {
    let words = ["um-jaris", "kocho", "abu-kamal"]
    #expect(nearestWord(to: "um-jariss", among: words) == "um-jaris")
    #expect(nearestWord(to: "abu-kaaml", among: words) == "abu-kamal")
    #expect(nearestWord(to: "paris", among: words) == nil)
  }

  @Test func `warnings alone do not fail a reading, one error does, and brings the warnings along`() throws {
    var log = FaultLog()
    log.warning("odd")
    try log.failIfErrors()
    log.error("wrong")
    let failure = #expect(throws: InvalidInput.self) { try log.failIfErrors() }
    #expect(failure?.faults.count == 2)
  }
}
