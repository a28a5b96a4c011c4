@NullMarked
package dev.huozi.platform.i18n;

import org.jspecify.annotations.NullMarked;
