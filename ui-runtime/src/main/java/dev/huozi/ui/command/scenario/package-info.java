/// Runs the scenarios of a pack: a client over the public API, on tenants that are made for it and
/// removed again.
@NullMarked
package dev.huozi.ui.command.scenario;

import org.jspecify.annotations.NullMarked;
