/// The icons of the pages: one sprite with those that are used, and the names that objects may
/// choose from.
@NullMarked
package dev.huozi.ui.icon;

import org.jspecify.annotations.NullMarked;
