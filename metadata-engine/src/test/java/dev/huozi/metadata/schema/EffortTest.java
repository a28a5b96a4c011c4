package dev.huozi.metadata.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.schema.TableShape.Form;
import dev.huozi.metadata.schema.TableShape.Index;
import dev.huozi.metadata.schema.TableShape.Part;
import dev.huozi.platform.sql.SqlIdentifier;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Estimates are near what PostgreSQL took: tables of 500,000 rows, narrow ones of 70 MB and wide
/// ones of 270 MB, with the primary key alone or four indexes more.
@Tag("fast")
class EffortTest {
  private static final SqlIdentifier TABLE = new SqlIdentifier("o_1");
  private static final SqlIdentifier COLUMN = new SqlIdentifier("c_1");

  @ParameterizedTest
  @CsvSource({
    "require, 70, 1, 70",
    "require, 270, 1, 200",
    "validate, 70, 1, 108",
    "validate, 270, 1, 222",
    "index, 70, 1, 860",
    "index, 270, 1, 1533",
    "convert, 70, 1, 1436",
    "convert, 270, 1, 4392",
    "convert, 70, 5, 6331",
    "convert, 270, 5, 6604",
    "update, 70, 1, 4773",
    "update, 270, 1, 10804",
    "update, 70, 5, 21385",
    "update, 270, 5, 18504"
  })
  void an_estimate_is_near_what_was_measured(String step, int megabytes, int indexes, long took) {
    TableFacts.Size size = new TableFacts.Size(500_000, megabytes * 1_000_000L, 10, indexes);
    assertThat(millis(step, size)).isBetween(took * 2 / 3, took * 3 / 2);
  }

  private static long millis(String step, TableFacts.Size size) {
    return switch (step) {
      case "require" ->
          Effort.of(new SchemaChange.Require(TABLE, COLUMN, false), Rewrite.SCAN, size);
      case "validate" ->
          Effort.of(new SchemaChange.ValidateForeignKey(TABLE, COLUMN), Rewrite.SCAN, size);
      case "index" -> {
        Index index = new Index(COLUMN, false, List.of(new Part(COLUMN, Form.SORTED)));
        yield Effort.of(new SchemaChange.AddIndex(TABLE, index, false), Rewrite.SCAN, size);
      }
      case "convert" -> {
        TableShape.Column column = new TableShape.Column(COLUMN, ColumnType.TEXT, false);
        yield Effort.of(
            new SchemaChange.ConvertColumn(TABLE, column, ColumnType.TEXT, false),
            Rewrite.REWRITE,
            size);
      }
      case "update" -> Effort.ofFill(size);
      default -> throw new IllegalArgumentException(step);
    };
  }
}
