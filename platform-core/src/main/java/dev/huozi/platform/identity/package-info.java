/// Who may come in: accounts, passwords, server-side sessions. The person behind an account is a
/// record of the tenant's object `user`; the account only opens the door.
@NullMarked
package dev.huozi.platform.identity;

import org.jspecify.annotations.NullMarked;
