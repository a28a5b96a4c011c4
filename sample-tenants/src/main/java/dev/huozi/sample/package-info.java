/// The sample tenants: made up by pure, seeded generators (`demo`) and loaded by a client of the
/// public API (`client`).
@NullMarked
package dev.huozi.sample;

import org.jspecify.annotations.NullMarked;
