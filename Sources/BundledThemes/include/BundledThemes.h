#pragma once
#include <stddef.h>

/// The theme files built into the program, beside `light`, which is the design itself; see Themes/.
enum BundledTheme { BUNDLED_THEME_DARK, BUNDLED_THEME_PRINT, BUNDLED_THEME_GREY };

struct BundledThemeFile {
  /// UTF-8; lives as long as the program.
  const unsigned char *_Nonnull bytes;
  size_t length;
};

struct BundledThemeFile bundledTheme(enum BundledTheme theme);
