/// `./huozi bench formula`: the formula compiler beside Java by hand and Java compiled by Janino.
@NullMarked
package dev.huozi.sample.bench.formula;

import org.jspecify.annotations.NullMarked;
