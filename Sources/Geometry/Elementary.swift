#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cosine of an angle in radians.
package func cosine(_ x: Double) -> Double { cos(x) }
/// Sine of an angle in radians.
package func sine(_ x: Double) -> Double { sin(x) }
/// Angle of the direction (x, y) in radians, -π to π.
package func angle(y: Double, x: Double) -> Double { atan2(y, x) }
/// A positive number raised to a power.
package func power(_ x: Double, _ exponent: Double) -> Double { pow(x, exponent) }
/// e raised to a power.
package func exponential(_ x: Double) -> Double { exp(x) }
/// The bell curve exp(-x²/2), 1 at its top.
func bellCurve(_ x: Double) -> Double { exp(-x * x / 2) }
/// The angle in radians, 0 to π, whose cosine is `x`.
func arcCosine(_ x: Double) -> Double { acos(max(-1, min(1, x))) }
