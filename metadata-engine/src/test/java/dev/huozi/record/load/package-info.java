/// Tests of loading files.
@NullMarked
package dev.huozi.record.load;

import org.jspecify.annotations.NullMarked;
