/// Who asks, and for which tenant: the context that every call carries as its first argument.
@NullMarked
package dev.huozi.platform.tenant;

import org.jspecify.annotations.NullMarked;
