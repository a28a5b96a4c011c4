/// Who belongs to a tenant: login accounts together with the person records they stand for, and the
/// making of tenants.
@NullMarked
package dev.huozi.ui.account;

import org.jspecify.annotations.NullMarked;
