/// Packs for administrators: what is installed, installing and upgrading by plan and consent,
/// conflicts, export, removal.
@NullMarked
package dev.huozi.ui.page.pack;

import org.jspecify.annotations.NullMarked;
