/// The catalogue of a tenant in its own schema: components, history, versions, physical names.
/// Makes SQL text.
@NullMarked
package dev.huozi.metadata.store;

import org.jspecify.annotations.NullMarked;
