/// Where cairo writes a file to; C holds it by reference meanwhile.
final class ByteSink {
  var bytes: [UInt8] = []
}
