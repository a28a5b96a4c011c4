/// Tests of the platform, and `TestDatabase` for the tests of the other modules.
@NullMarked
package dev.huozi.platform;

import org.jspecify.annotations.NullMarked;
