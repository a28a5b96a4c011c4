/// Tables in files, row by row, with as little memory as one row needs. Pure: knows nothing of
/// objects.
@NullMarked
package dev.huozi.record.load.file;

import org.jspecify.annotations.NullMarked;
