/// Plans and differences as pages show them: a tree of components with what happens to each
/// property, the SQL, what is lost, who uses it. One view serves the designer, packs, versions.
@NullMarked
package dev.huozi.ui.page.plan;

import org.jspecify.annotations.NullMarked;
