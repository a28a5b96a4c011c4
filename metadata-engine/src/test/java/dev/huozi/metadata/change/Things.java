package dev.huozi.metadata.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.metadata.TestModels;
import dev.huozi.metadata.TestTenant;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.List;
import java.util.Objects;

/// A small object and what tests about publishing ask again and again.
final class Things {
  private Things() {}

  static final String SIMPLE =
      """
      name: thing
      nameField: name
      fields:
        - {name: name, type: text}
      """;

  static FieldModel field(ObjectModel object, String name) {
    return Objects.requireNonNull(object.field(name), name);
  }

  static List<String> problems(Runnable work) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, work::run);
    assertThat(problem).as("a problem").isNotNull();
    assertThat(problem.code()).isEqualTo(MetadataError.METADATA_INVALID);
    return TestModels.lines(problem);
  }

  static List<String> losses(Runnable work) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, work::run);
    assertThat(problem).as("a problem").isNotNull();
    assertThat(problem.code()).isEqualTo(MetadataError.METADATA_DESTRUCTIVE);
    return problem.issues().stream()
        .map(issue -> issue.code().name() + " [" + issue.subject() + "] " + issue.parameters())
        .toList();
  }

  static SqlFragment table(TestTenant tenant, SqlIdentifier table) {
    return SqlFragment.of("select count(*) from ")
        .then(SqlFragment.identifier(tenant.tenant().schema(), table));
  }
}
