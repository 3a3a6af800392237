/// Where cairo and libspng write a file to; C holds it by reference while they do.
final class ByteSink {
  var bytes: [UInt8] = []
}
