package dev.huozi.sample;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.huozi.platform.database.TenantCopies;
import dev.huozi.platform.database.TenantDatabase;
import dev.huozi.platform.sql.SqlFragment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The laws of the house (docs/architecture.md), over the compiled classes of all modules.
@Tag("fast")
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.huozi");

  /// The composition root: passes pools and sessions to those that use them.
  private static final DescribedPredicate<JavaClass> WIRING =
      resideInAnyPackage("dev.huozi.platform", "dev.huozi.platform.assembly");

  @Test
  void modules_depend_in_one_direction_only() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("platform")
        .definedBy("dev.huozi.platform..")
        .layer("formula")
        .definedBy("dev.huozi.formula..")
        .layer("metadata")
        .definedBy("dev.huozi.metadata..", "dev.huozi.record..", "dev.huozi.measure..")
        .layer("workflow")
        .definedBy("dev.huozi.workflow..")
        .layer("ui")
        .definedBy("dev.huozi.ui..")
        .layer("sample")
        .definedBy("dev.huozi.sample..")
        .whereLayer("sample")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("ui")
        .mayOnlyBeAccessedByLayers("sample")
        .whereLayer("workflow")
        .mayOnlyBeAccessedByLayers("ui", "sample")
        .whereLayer("metadata")
        .mayOnlyBeAccessedByLayers("workflow", "ui", "sample")
        .whereLayer("formula")
        .mayOnlyBeAccessedByLayers("metadata", "workflow", "ui", "sample")
        .because(
            "each module can then be read, built and tested with nothing below it (docs/architecture.md)")
        .check(HOUSE);
    slices()
        .matching("dev.huozi.(*)..")
        .should()
        .beFreeOfCycles()
        .because("what knows each other in a circle is one thing and must be understood as one")
        .check(HOUSE);
  }

  @Test
  void http_and_pages_live_in_ui() {
    only(
            resideInAPackage("dev.huozi.ui.."),
            resideInAnyPackage("jakarta.ws.rs..", "io.quarkus.qute..", "org.jboss.resteasy.."))
        .because(
            "every door to the outside is in one module, where its permission, limits and language are checked")
        .check(HOUSE);
  }

  @Test
  void database_drivers_are_touched_in_platform_database() {
    DescribedPredicate<JavaClass> drivers =
        resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "io.agroal..",
            "org.postgresql..",
            "org.flywaydb..",
            "io.vertx.sqlclient..",
            "io.vertx.pgclient..",
            "io.vertx.mutiny.sqlclient..",
            "io.vertx.mutiny.pgclient..");
    // The hand-written baseline of the benchmarks is what a driver alone can do.
    DescribedPredicate<JavaClass> baseline = resideInAPackage("dev.huozi.sample.bench..");
    only(resideInAPackage("dev.huozi.platform.database..").or(WIRING).or(baseline), drivers)
        .because(
            "role switching, bound values and time limits hold for every statement only if there is one way to the server")
        .check(HOUSE);
  }

  @Test
  void hibernate_stays_in_stores() {
    only(
            resideInAnyPackage("dev.huozi..store..").or(WIRING),
            resideInAnyPackage("org.hibernate..", "jakarta.persistence.."))
        .because(
            "entities with a session of their own must not travel; the record tables of tenants are no entities at all")
        .check(HOUSE);
  }

  @Test
  void sql_text_is_made_in_few_packages() {
    noClasses()
        .that(
            DescribedPredicate.not(
                resideInAnyPackage(
                    "dev.huozi.platform.sql..",
                    "dev.huozi.platform.database..",
                    "dev.huozi.platform..store..",
                    "dev.huozi.formula.sql..",
                    "dev.huozi.record.sql..",
                    "dev.huozi.metadata.schema..",
                    "dev.huozi.metadata.store..")))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "it makes SQL text",
                call ->
                    call.getTargetOwner().isEquivalentTo(SqlFragment.class)
                        && call.getName().equals("of")))
        .because("whoever looks for an injection has these packages to read and no other")
        .check(HOUSE);
  }

  @Test
  void record_tables_are_reached_through_the_analyzer_and_the_pipeline() {
    only(
            resideInAnyPackage(
                "dev.huozi.platform..",
                "dev.huozi.metadata.store..",
                "dev.huozi.metadata.schema..",
                "dev.huozi.metadata.change..",
                "dev.huozi.metadata.snapshot..",
                "dev.huozi.record.."),
            DescribedPredicate.describe(
                "give a connection of a tenant", type -> type.isEquivalentTo(TenantDatabase.class)))
        .because(
            "QueryAnalyzer and WritePipeline know rights, rules and history; a second way around them would know none")
        .check(HOUSE);
  }

  @Test
  void whole_tenants_are_copied_in_one_place() {
    only(
            resideInAnyPackage("dev.huozi.platform..", "dev.huozi.metadata.sandbox.."),
            DescribedPredicate.describe(
                "copy whole tenants", type -> type.isEquivalentTo(TenantCopies.class)))
        .because("a copy knows no rights and no history: it is made of everything or not at all")
        .check(HOUSE);
  }

  @Test
  void the_script_engine_is_touched_by_the_child_process_only() {
    only(
            resideInAPackage("dev.huozi.formula.script.child.."),
            resideInAnyPackage("org.graalvm..", "com.oracle.truffle.."))
        .because("scripts of tenants must not run in the heap of the server")
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage("dev.huozi.formula.script.child..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.not(
                resideInAnyPackage(
                    "dev.huozi.formula.script.child..",
                    "java..",
                    "org.graalvm..",
                    "org.jspecify..")))
        .because("nothing else is on the class path of a child")
        .check(HOUSE);
  }

  /// Nobody outside `home` depends on `what`.
  private static ArchRule only(
      DescribedPredicate<JavaClass> home, DescribedPredicate<JavaClass> what) {
    return noClasses().that(DescribedPredicate.not(home)).should().dependOnClassesThat(what);
  }
}
