#include "BundledFonts.h"

static const unsigned char notoSansRegular[] = {
#embed "Fonts/NotoSans-Regular.ttf"
};
static const unsigned char notoSansItalic[] = {
#embed "Fonts/NotoSans-Italic.ttf"
};
static const unsigned char notoSansSemiBold[] = {
#embed "Fonts/NotoSans-SemiBold.ttf"
};
static const unsigned char notoSansBold[] = {
#embed "Fonts/NotoSans-Bold.ttf"
};
static const unsigned char notoSansArabicRegular[] = {
#embed "Fonts/NotoSansArabic-Regular.ttf"
};
static const unsigned char notoSansArabicSemiBold[] = {
#embed "Fonts/NotoSansArabic-SemiBold.ttf"
};
static const unsigned char notoSansArabicBold[] = {
#embed "Fonts/NotoSansArabic-Bold.ttf"
};

#define FONT(array) (struct BundledFont){array, sizeof array}

struct BundledFont bundledFont(enum BundledFace face) {
  switch (face) {
    case BUNDLED_NOTO_SANS_ITALIC: return FONT(notoSansItalic);
    case BUNDLED_NOTO_SANS_SEMIBOLD: return FONT(notoSansSemiBold);
    case BUNDLED_NOTO_SANS_BOLD: return FONT(notoSansBold);
    case BUNDLED_NOTO_SANS_ARABIC_REGULAR: return FONT(notoSansArabicRegular);
    case BUNDLED_NOTO_SANS_ARABIC_SEMIBOLD: return FONT(notoSansArabicSemiBold);
    case BUNDLED_NOTO_SANS_ARABIC_BOLD: return FONT(notoSansArabicBold);
    case BUNDLED_NOTO_SANS_REGULAR:
    default: return FONT(notoSansRegular);
  }
}
