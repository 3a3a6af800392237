#pragma once
#include <stddef.h>

/// The fonts built into the program; see Fonts/README.md.
enum BundledFace {
  BUNDLED_NOTO_SANS_REGULAR,
  BUNDLED_NOTO_SANS_ITALIC,
  BUNDLED_NOTO_SANS_SEMIBOLD,
  BUNDLED_NOTO_SANS_BOLD,
  BUNDLED_NOTO_SANS_ARABIC_REGULAR,
  BUNDLED_NOTO_SANS_ARABIC_SEMIBOLD,
  BUNDLED_NOTO_SANS_ARABIC_BOLD,
};

struct BundledFont {
  /// Lives as long as the program.
  const unsigned char *_Nonnull bytes;
  size_t length;
};

/// The TrueType file of a face; a number that is none gives Noto Sans Regular.
struct BundledFont bundledFont(enum BundledFace face);
