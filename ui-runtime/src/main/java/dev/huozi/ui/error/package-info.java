/// How failures are told: one mapper for everything, as problem+json to programs and as a page to
/// people.
@NullMarked
package dev.huozi.ui.error;

import org.jspecify.annotations.NullMarked;
