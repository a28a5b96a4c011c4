/// `./huozi bench NAME`: measures, always beside a hand-written baseline in the same run.
@NullMarked
package dev.huozi.sample.bench;

import org.jspecify.annotations.NullMarked;
