/// Whole tenants copied: into a file, out of a file, into a sandbox; and what a sandbox tried out
/// taken home.
@NullMarked
package dev.huozi.metadata.sandbox;

import org.jspecify.annotations.NullMarked;
