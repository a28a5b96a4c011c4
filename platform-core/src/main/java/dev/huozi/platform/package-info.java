/// The ground floor: tenants, identity, the database, errors. Knows nothing of objects, formulas or
/// screens.
@NullMarked
package dev.huozi.platform;

import org.jspecify.annotations.NullMarked;
