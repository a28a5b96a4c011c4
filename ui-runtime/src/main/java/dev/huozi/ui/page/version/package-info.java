/// Versions of a tenant's model for administrators: who published what and why, the difference of
/// any two, and the way back.
@NullMarked
package dev.huozi.ui.page.version;

import org.jspecify.annotations.NullMarked;
