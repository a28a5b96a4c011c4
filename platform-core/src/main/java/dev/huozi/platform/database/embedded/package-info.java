/// The PostgreSQL that comes with Huozi: unpacked from a jar into the home folder, started and
/// stopped with the server, with the durability and the access rules of a production database.
@NullMarked
package dev.huozi.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
