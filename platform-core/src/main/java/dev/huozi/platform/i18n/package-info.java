/// Texts of codes in the languages of the users, from `messages/<module>_<language>.properties`.
@NullMarked
package dev.huozi.platform.i18n;

import org.jspecify.annotations.NullMarked;
