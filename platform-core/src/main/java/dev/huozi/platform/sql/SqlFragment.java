package dev.huozi.platform.sql;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of SQL: text with one `?` for each parameter, and the parameters. Text comes only from
/// compile-time constants and generated identifiers, so that no user text can reach it (the
/// compiler checks the constants, ArchUnit the callers).
///
/// Parameters are `String`, `UUID`, `BigDecimal`, `Integer`, `Long`, `Short`, `Boolean`,
/// `LocalDate`, `LocalTime`, `Instant`, `SqlArray`, `SqlJson`, or null.
///
/// A parameter has no type of its own: PostgreSQL takes it from where the mark stands, over both
/// doors alike (`a = ?`, `insert … values (?)`). Where that says nothing (`select ?`, `? is null`,
/// `case … then ?`, `coalesce(?, ?)`) write the type: `?::numeric`.
public final class SqlFragment {
  public static final SqlFragment EMPTY = new SqlFragment("", List.of());

  private final String text;
  private final List<@Nullable Object> parameters;

  private SqlFragment(String text, List<? extends @Nullable Object> parameters) {
    this.text = text;
    this.parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
  }

  /// Constant text and its parameters.
  public static SqlFragment of(
      @CompileTimeConstant final String text, @Nullable Object... parameters) {
    return checked(text, java.util.Arrays.asList(parameters));
  }

  private static SqlFragment checked(String text, List<? extends @Nullable Object> parameters) {
    long marks = text.chars().filter(c -> c == '?').count();
    if (marks != parameters.size()) {
      throw new IllegalArgumentException(
          "SQL has (%d) marks but (%d) parameters: (%s)".formatted(marks, parameters.size(), text));
    }
    return new SqlFragment(text, parameters);
  }

  /// One bound value.
  public static SqlFragment value(@Nullable Object parameter) {
    return new SqlFragment("?", Collections.singletonList(parameter));
  }

  /// One name, quoted.
  public static SqlFragment identifier(SqlIdentifier name) {
    return new SqlFragment(name.quoted(), List.of());
  }

  /// A qualified name such as `"t_3"."o_7f"` or `"a"."c_91"`.
  public static SqlFragment identifier(SqlIdentifier qualifier, SqlIdentifier name) {
    return new SqlFragment(qualifier.quoted() + "." + name.quoted(), List.of());
  }

  /// A whole number as text: for `limit 25`, where the planner should see it, and for marks in
  /// comments.
  public static SqlFragment number(long number) {
    return new SqlFragment(Long.toString(number), List.of());
  }

  /// Pieces one after the other, nothing between them.
  public static SqlFragment concat(SqlFragment... pieces) {
    return join("", List.of(pieces));
  }

  /// Pieces with constant text between them.
  public static SqlFragment join(
      @CompileTimeConstant final String separator, List<SqlFragment> pieces) {
    StringBuilder joined = new StringBuilder();
    List<@Nullable Object> all = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (i > 0) {
        joined.append(separator);
      }
      joined.append(pieces.get(i).text);
      all.addAll(pieces.get(i).parameters);
    }
    return new SqlFragment(joined.toString(), all);
  }

  /// This piece, then constant text.
  public SqlFragment then(
      @CompileTimeConstant final String more, @Nullable Object... moreParameters) {
    return then(checked(more, java.util.Arrays.asList(moreParameters)));
  }

  /// This piece, then another.
  public SqlFragment then(SqlFragment more) {
    List<@Nullable Object> all = new ArrayList<>(parameters);
    all.addAll(more.parameters);
    return new SqlFragment(text + more.text, all);
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /// The text with `?` marks, as JDBC wants it.
  public String text() {
    return text;
  }

  /// The text with `$1`, `$2`, … as PostgreSQL itself wants it.
  public String numberedText() {
    StringBuilder numbered = new StringBuilder(text.length() + 8);
    int next = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '?') {
        numbered.append('$').append(next++);
      } else {
        numbered.append(c);
      }
    }
    return numbered.toString();
  }

  public List<@Nullable Object> parameters() {
    return parameters;
  }

  /// The text alone: parameters may be personal data and do not belong in logs.
  @Override
  public String toString() {
    return text;
  }
}
