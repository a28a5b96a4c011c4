/// Hints between nodes: something has changed, look it up. A lost one costs time, never
/// correctness.
@NullMarked
package dev.huozi.platform.notification;

import org.jspecify.annotations.NullMarked;
