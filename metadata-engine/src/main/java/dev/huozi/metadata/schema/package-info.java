/// From definitions to tables: what columns, keys and indexes an object has, and the DDL between
/// two states. Makes SQL text.
@NullMarked
package dev.huozi.metadata.schema;

import org.jspecify.annotations.NullMarked;
