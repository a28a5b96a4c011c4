/// What the tests of this module share.
@NullMarked
package dev.huozi.ui.testing;

import org.jspecify.annotations.NullMarked;
