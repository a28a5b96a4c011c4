/// The rows of the tenants, their roles and schemas.
@NullMarked
package dev.huozi.platform.tenant.store;

import org.jspecify.annotations.NullMarked;
