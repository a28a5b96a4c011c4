/// The page of one record: highlights, sections, related lists, history, and what goes with it when
/// it is deleted.
@NullMarked
package dev.huozi.ui.page.record;

import org.jspecify.annotations.NullMarked;
