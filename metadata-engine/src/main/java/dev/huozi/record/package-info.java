/// What is stored: one pipeline for reading, one for writing.
@NullMarked
package dev.huozi.record;

import org.jspecify.annotations.NullMarked;
