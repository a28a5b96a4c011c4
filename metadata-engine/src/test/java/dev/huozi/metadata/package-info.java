/// What tests of this module share.
@NullMarked
package dev.huozi.metadata;

import org.jspecify.annotations.NullMarked;
