/// Tests of loading files.
@NullMarked
package dev.huozi.record.load.file;

import org.jspecify.annotations.NullMarked;
