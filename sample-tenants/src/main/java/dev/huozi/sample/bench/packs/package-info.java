/// `./huozi bench packs`: what publishing costs, beside the bare DDL.
@NullMarked
package dev.huozi.sample.bench.packs;

import org.jspecify.annotations.NullMarked;
