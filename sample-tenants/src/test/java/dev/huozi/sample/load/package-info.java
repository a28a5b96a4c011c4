/// Real files into the packaged server.
@NullMarked
package dev.huozi.sample.load;

import org.jspecify.annotations.NullMarked;
