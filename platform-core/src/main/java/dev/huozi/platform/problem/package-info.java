/// What can go wrong, as data: a stable code, a category, parameters and a place. Texts live in the
/// message bundles (see `platform.i18n`), never here.
@NullMarked
package dev.huozi.platform.problem;

import org.jspecify.annotations.NullMarked;
