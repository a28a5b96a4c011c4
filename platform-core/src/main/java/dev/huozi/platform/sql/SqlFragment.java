package dev.huozi.platform.sql;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
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

  /// Pieces until somebody asks for the whole, then the one piece: statements are put together from
  /// hundreds of pieces, and copying the text at each step would cost more than all else.
  private volatile Content content;

  private SqlFragment(String text, List<? extends @Nullable Object> parameters) {
    this.content = new Whole(text, Collections.unmodifiableList(new ArrayList<>(parameters)));
  }

  private SqlFragment(Pieces pieces) {
    this.content = pieces;
  }

  private sealed interface Content {}

  private record Whole(String text, List<@Nullable Object> parameters) implements Content {}

  private record Pieces(List<SqlFragment> list) implements Content {}

  private Whole whole() {
    if (content instanceof Whole whole) {
      return whole;
    }
    StringBuilder text = new StringBuilder(256);
    List<@Nullable Object> parameters = new ArrayList<>();
    Deque<SqlFragment> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      switch (open.pop().content) {
        case Whole part -> {
          text.append(part.text);
          parameters.addAll(part.parameters);
        }
        case Pieces parts -> parts.list.reversed().forEach(open::push);
      }
    }
    Whole made = new Whole(text.toString(), Collections.unmodifiableList(parameters));
    content = made;
    return made;
  }

  /// Constant text and its parameters.
  public static SqlFragment of(
      @CompileTimeConstant final String text, @Nullable Object... parameters) {
    return checked(text, java.util.Arrays.asList(parameters));
  }

  private static SqlFragment checked(String text, List<? extends @Nullable Object> parameters) {
    int marks = 0;
    for (int at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1)) {
      marks++;
    }
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
    if (separator.isEmpty()) {
      return new SqlFragment(new Pieces(List.copyOf(pieces)));
    }
    SqlFragment between = new SqlFragment(separator, List.of());
    List<SqlFragment> all = new ArrayList<>(2 * pieces.size());
    for (SqlFragment piece : pieces) {
      if (!all.isEmpty()) {
        all.add(between);
      }
      all.add(piece);
    }
    return new SqlFragment(new Pieces(List.copyOf(all)));
  }

  /// This piece, then constant text.
  public SqlFragment then(
      @CompileTimeConstant final String more, @Nullable Object... moreParameters) {
    return then(checked(more, java.util.Arrays.asList(moreParameters)));
  }

  /// This piece, then another.
  public SqlFragment then(SqlFragment more) {
    return new SqlFragment(new Pieces(List.of(this, more)));
  }

  public boolean isEmpty() {
    return whole().text.isEmpty();
  }

  /// The text with `?` marks, as JDBC wants it.
  public String text() {
    return whole().text;
  }

  /// The text with `$1`, `$2`, … as PostgreSQL itself wants it.
  public String numberedText() {
    String text = text();
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
    return whole().parameters;
  }

  /// The text alone: parameters may be personal data and do not belong in logs.
  @Override
  public String toString() {
    return text();
  }
}
