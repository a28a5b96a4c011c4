/// The rows of accounts, sessions and tries to log in.
@NullMarked
package dev.huozi.platform.identity.store;

import org.jspecify.annotations.NullMarked;
