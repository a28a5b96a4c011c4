/// Tests of loading files.
@NullMarked
package dev.huozi.record.load.profile;

import org.jspecify.annotations.NullMarked;
