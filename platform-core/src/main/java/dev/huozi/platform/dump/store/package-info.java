/// The tables of tenants that are dumped and restored, and what the control plane keeps of them.
@NullMarked
package dev.huozi.platform.dump.store;

import org.jspecify.annotations.NullMarked;
