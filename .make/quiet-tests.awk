# Leaves out of the output of `swift test` that a test has started or passed; what failed and the totals stay.
# The arguments of a case may run over several lines.
inside { if (/(started|passed after [0-9.]+ seconds)\.$/) inside = 0; next }
/^(◇|✔ Test case|✔ Suite|✔ Test [^r])/ { if (!/(started|passed after [0-9.]+ seconds)\.$/) inside = 1; next }
{ print; fflush() }
