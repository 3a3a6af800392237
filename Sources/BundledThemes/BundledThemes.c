#include "BundledThemes.h"

static const unsigned char dark[] = {
#embed "Themes/dark.yaml"
};
static const unsigned char print[] = {
#embed "Themes/print.yaml"
};
static const unsigned char grey[] = {
#embed "Themes/grey.yaml"
};

#define THEME(array) (struct BundledThemeFile){array, sizeof array}

struct BundledThemeFile bundledTheme(enum BundledTheme theme) {
  switch (theme) {
    case BUNDLED_THEME_PRINT: return THEME(print);
    case BUNDLED_THEME_GREY: return THEME(grey);
    case BUNDLED_THEME_DARK:
    default: return THEME(dark);
  }
}
