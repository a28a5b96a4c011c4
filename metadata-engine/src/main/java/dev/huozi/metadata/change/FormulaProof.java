package dev.huozi.metadata.change;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FieldPath;
import dev.huozi.formula.sql.EdgeValues;
import dev.huozi.formula.sql.SqlSurroundings;
import dev.huozi.formula.sql.SqlTranslator;
import dev.huozi.formula.sql.TwinProof;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.formula.value.ErrorKind;
import dev.huozi.formula.value.FormulaError;
import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.formula.FormulaFieldCheck;
import dev.huozi.metadata.formula.ObjectScope;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.schema.StoredTableFacts;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.store.SampleRows;
import dev.huozi.platform.database.DatabaseFailure;
import dev.huozi.platform.database.ReadSession;
import dev.huozi.platform.problem.Issues;
import dev.huozi.platform.tenant.Tenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The twin proof: before a formula field is published, JVM and database compute it over edge
/// values and over rows that are there, and have to agree. Limited in time: what is not proved by
/// then is published unproved.
final class FormulaProof {
  private static final Logger LOG = Logger.getLogger(FormulaProof.class);
  private static final long NANOS = 5_000_000_000L;
  private static final int REAL_ROWS = 100;

  /// Rows of one statement.
  private static final int PORTION = 20;

  private final ReadSession session;
  private final Tenant tenant;
  private final MetadataSnapshot after;
  private final SqlSurroundings surroundings;
  private final long deadline = System.nanoTime() + NANOS;

  FormulaProof(ReadSession session, Tenant tenant, MetadataSnapshot after, Instant now) {
    this.session = session;
    this.tenant = tenant;
    this.after = after;
    this.surroundings = new SqlSurroundings(now, tenant.zone());
  }

  /// Proves the formula fields that are new or changed.
  void check(MetadataSnapshot before, Issues issues) {
    for (ObjectModel object : after.objects()) {
      ObjectModel old = before.object(object.name());
      for (FieldModel field : object.fields()) {
        FieldModel was = old == null ? null : old.field(field.name());
        boolean same = was != null && was.field().type().equals(field.field().type());
        if (field.field().type() instanceof FieldType.Formula formula && !same) {
          check(object, field, formula, issues);
        }
      }
    }
  }

  private void check(
      ObjectModel object, FieldModel field, FieldType.Formula formula, Issues issues) {
    CheckedFormula checked =
        Formulas.check(
                formula.expr(), ObjectScope.of(object, after), FormulaFieldCheck.options(formula))
            .orThrow();
    if (!SqlTranslator.check(checked).isEmpty()) {
      return; // for the JVM alone
    }
    List<FieldPath> paths = paths(checked);
    List<List<@Nullable Object>> rows = new ArrayList<>(edges(paths, formula));
    rows.addAll(real(object, paths));
    TwinProof proof = new TwinProof(checked, surroundings);
    for (int at = 0; at < rows.size() && System.nanoTime() < deadline; at += PORTION) {
      TwinProof.Difference found =
          difference(proof, rows.subList(at, Math.min(rows.size(), at + PORTION)));
      if (found != null) {
        tell(object, field, paths, found, issues);
        return;
      }
    }
  }

  /// A statement that fails altogether is a difference too. Why it failed is for the log: the
  /// reason holds its text.
  private TwinProof.@Nullable Difference difference(
      TwinProof proof, List<List<@Nullable Object>> rows) {
    try {
      return proof.difference(rows, (sql, read) -> session.query(sql, read::apply));
    } catch (DatabaseFailure failure) {
      LOG.warnf(failure, "A formula cannot be computed in the database: tenant=%s", tenant.code());
      return new TwinProof.Difference(
          rows.getFirst(), "…", new FormulaError(ErrorKind.FAILED, 0, 0));
    }
  }

  private static List<FieldPath> paths(CheckedFormula formula) {
    List<FieldPath> paths = new ArrayList<>();
    for (CheckedFormula.Input input : formula.inputs()) {
      if (input instanceof CheckedFormula.Input.FieldValue value) {
        paths.add(value.path());
      }
    }
    return paths;
  }

  private static List<List<@Nullable Object>> edges(
      List<FieldPath> paths, FieldType.Formula formula) {
    List<List<@Nullable Object>> values = new ArrayList<>();
    for (FieldPath path : paths) {
      values.add(EdgeValues.of(path.type().family(), more(path)));
    }
    return EdgeValues.rows(values, formula.expr().hashCode());
  }

  /// The largest and the finest number that the field holds, its codes.
  private static List<?> more(FieldPath path) {
    if (path.type() instanceof FormulaType.Picklist picklist) {
      return picklist.codes();
    }
    if (path.last().source() instanceof FieldModel field
        && field.field().type().values() instanceof FieldType.Decimal decimal) {
      BigDecimal finest = BigDecimal.ONE.movePointLeft(decimal.decimals());
      BigDecimal largest =
          BigDecimal.ONE.movePointRight(decimal.digits() - decimal.decimals()).subtract(finest);
      return List.of(finest, largest, largest.negate());
    }
    return List.of();
  }

  private List<List<@Nullable Object>> real(ObjectModel object, List<FieldPath> paths) {
    List<SampleRows.Wanted> wanted = new ArrayList<>();
    for (FieldPath path : paths) {
      List<FieldModel> fields = new ArrayList<>();
      path.steps()
          .forEach(step -> {
            if (step.source() instanceof FieldModel field) {
              fields.add(field);
            }
          });
      if (fields.size() != path.steps().size()) {
        return List.of(); // it is of whoever asks
      }
      wanted.add(new SampleRows.Wanted(fields, path.type().family()));
    }
    return new SampleRows(session, new StoredTableFacts(session, tenant.schema()), after)
        .read(object, wanted, REAL_ROWS);
  }

  private static void tell(
      ObjectModel object,
      FieldModel field,
      List<FieldPath> paths,
      TwinProof.Difference found,
      Issues issues) {
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      inputs.add(paths.get(i).dotted() + " = " + shown(found.inputs().get(i)));
    }
    issues.error(
        MetadataError.FORMULA_TWIN,
        "object " + object.name() + " fields." + field.name() + ".expr",
        "inputs",
        String.join(", ", inputs),
        "jvm",
        shown(found.jvm()),
        "sql",
        shown(found.sql()));
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case FormulaError error -> "#" + error.kind();
      case BigDecimal number -> number.toPlainString();
      case String text -> "\"" + text + "\"";
      default -> value.toString();
    };
  }
}
