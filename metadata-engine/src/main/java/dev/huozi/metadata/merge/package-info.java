/// Upgrading a pack over a tenant's own edits: a three-way merge per property. Pure: JSON bodies
/// in, merged body and a full account of what was kept and what collided out. A tenant's edit is
/// never lost silently.
@NullMarked
package dev.huozi.metadata.merge;

import org.jspecify.annotations.NullMarked;
