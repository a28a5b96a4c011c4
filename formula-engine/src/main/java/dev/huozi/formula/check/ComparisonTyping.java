package dev.huozi.formula.check;

import dev.huozi.formula.diagnostic.FormulaProblem;
import dev.huozi.formula.diagnostic.SourceSpan;
import dev.huozi.formula.syntax.Expr;
import dev.huozi.formula.type.Family;
import dev.huozi.formula.type.FormulaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Types of comparisons: one family on both sides; codes and record ids may be written as text
/// literals.
final class ComparisonTyping {
  private final CheckSession session;

  ComparisonTyping(CheckSession session) {
    this.session = session;
  }

  @Nullable TypedExpr compare(
      Expr.Binary binary, ComparisonOperator operator, TypedExpr left, TypedExpr right) {
    TypedExpr a = adapt(left, right.type());
    TypedExpr b = adapt(right, left.type());
    if (a == null || b == null) {
      return null;
    }
    if (!TypeUnifier.comparable(a.type(), b.type())) {
      differ(binary, operator, left, right);
      return null;
    }
    Family family = a.type().family() == Family.NULL ? b.type().family() : a.type().family();
    if (!allowed(family, operator)) {
      FormulaType given = a.type().family() == Family.NULL ? b.type() : a.type();
      session.report(
          FormulaProblem.FORMULA_OPERAND_TYPE,
          binary.span(),
          "operator",
          operator.symbol(),
          "expected",
          expected(operator),
          "given",
          TypeNames.of(given));
      return null;
    }
    warnOfNull(binary, operator, a, b);
    return new TypedExpr.Compare(operator, a, b, binary.span());
  }

  private void differ(
      Expr.Binary binary, ComparisonOperator operator, TypedExpr left, TypedExpr right) {
    boolean picklist =
        left.type().family() == Family.PICKLIST || right.type().family() == Family.PICKLIST;
    boolean text = left.type().family() == Family.TEXT || right.type().family() == Family.TEXT;
    if (picklist && text) {
      SourceSpan span =
          (left.type().family() == Family.PICKLIST ? binary.left() : binary.right()).span();
      session.reportWithFix(
          FormulaProblem.FORMULA_PICKLIST_COMPARED,
          span,
          Fixes.wrap("TEXT", span),
          "part",
          span.of(session.source()));
      return;
    }
    session.reportWithFix(
        FormulaProblem.FORMULA_OPERANDS_DIFFER,
        binary.span(),
        Fixes.convert(right.type(), left.type().family(), binary.right().span()),
        "operator",
        operator.symbol(),
        "left",
        TypeNames.of(left.type()),
        "right",
        TypeNames.of(right.type()));
  }

  /// A text literal beside a picklist is a code, beside a reference a record id; null after a
  /// report.
  @Nullable TypedExpr adapt(TypedExpr operand, FormulaType other) {
    if (!(operand instanceof TypedExpr.Literal literal) || literal.type() != FormulaType.TEXT) {
      return operand;
    }
    return switch (other) {
      case FormulaType.Picklist picklist ->
          code(literal, picklist, picklist.codes(), picklist.optionset());
      case FormulaType.MultiPicklist _, FormulaType.Simple _ -> operand;
      case FormulaType.Reference reference -> id(literal, reference);
    };
  }

  @Nullable TypedExpr code(
      TypedExpr.Literal literal, FormulaType type, List<String> codes, String optionset) {
    if (literal.value() instanceof String code && !codes.isEmpty() && !codes.contains(code)) {
      String nearest = Suggestions.nearest(code, codes);
      session.reportWithFix(
          FormulaProblem.FORMULA_CODE_UNKNOWN,
          literal.span(),
          nearest == null ? null : Fixes.replace(literal.span(), '"' + nearest + '"'),
          "code",
          code,
          "optionset",
          optionset,
          "allowed",
          codes.size() > 12 ? codes.subList(0, 12) : codes);
      return null;
    }
    return new TypedExpr.Literal(literal.value(), type, literal.span());
  }

  private TypedExpr id(TypedExpr.Literal literal, FormulaType.Reference type) {
    if (!(literal.value() instanceof String text)) {
      return new TypedExpr.Literal(null, type, literal.span());
    }
    try {
      return new TypedExpr.Literal(UUID.fromString(text), type, literal.span());
    } catch (IllegalArgumentException e) {
      return literal;
    }
  }

  private static boolean allowed(Family family, ComparisonOperator operator) {
    return switch (family) {
      case NUMERIC, TEXT, DATE, DATETIME, TIME, NULL -> true;
      case BOOLEAN, PICKLIST, REFERENCE -> operator.isEquality();
      case MULTIPICKLIST, GEO -> false;
    };
  }

  private static Object expected(ComparisonOperator operator) {
    return operator.isEquality()
        ? List.of(
            TypeNames.of(FormulaType.NUMBER),
            TypeNames.of(FormulaType.TEXT),
            TypeNames.of(FormulaType.DATE),
            TypeNames.of(FormulaType.BOOLEAN))
        : List.of(
            TypeNames.of(FormulaType.NUMBER),
            TypeNames.of(FormulaType.TEXT),
            TypeNames.of(FormulaType.DATE));
  }

  /// `amount = null` is never true: only ISBLANK tells.
  private void warnOfNull(
      Expr.Binary binary, ComparisonOperator operator, TypedExpr a, TypedExpr b) {
    boolean left = a.type() == FormulaType.NULL;
    Family other = (left ? b : a).type().family();
    boolean tells = other == Family.TEXT || other == Family.PICKLIST || other == Family.REFERENCE;
    if (left == (b.type() == FormulaType.NULL) || tells) {
      return;
    }
    SourceSpan span = (left ? binary.right() : binary.left()).span();
    String negation = operator == ComparisonOperator.NOT_EQUAL ? "NOT " : "";
    String replacement = negation + "ISBLANK(" + span.of(session.source()) + ")";
    session.reportWithFix(
        FormulaProblem.FORMULA_COMPARED_WITH_NULL,
        binary.span(),
        operator.isEquality() ? Fixes.replace(binary.span(), replacement) : null,
        "operator",
        operator.symbol(),
        "replacement",
        replacement);
  }
}
