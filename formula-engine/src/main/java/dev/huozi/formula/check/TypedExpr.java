package dev.huozi.formula.check;

import dev.huozi.formula.diagnostic.SourceSpan;
import dev.huozi.formula.function.FormulaFunction;
import dev.huozi.formula.function.Signature;
import dev.huozi.formula.type.FormulaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The typed tree: what a formula means. Names are resolved, blank modes are spelled out, synonyms
/// are gone (`&&` and AND(), IF and IFS, `in` and IN() are one each). Compilers read this and
/// nothing else.
public sealed interface TypedExpr {
  FormulaType type();

  SourceSpan span();

  List<TypedExpr> children();

  /// A constant; null is the blank.
  record Literal(@Nullable Object value, FormulaType type, SourceSpan span) implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return List.of();
    }

    @Override
    public String toString() {
      return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }
  }

  /// The value of an input.
  ///
  /// @param slot the input's index in `CheckedFormula.inputs()`
  /// @param whenBlank what a blank reads as: 0 for numbers in blank mode ZERO, false for booleans;
  ///   null when it stays blank
  record Field(
      int slot, FieldPath path, FormulaType type, @Nullable Object whenBlank, SourceSpan span)
      implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return List.of();
    }

    @Override
    public String toString() {
      return path.dotted() + (whenBlank == null ? "" : "?" + whenBlank);
    }
  }

  /// `+ - * / ^` on numbers, dates and times. Blank if an operand is.
  record Arithmetic(
      ArithmeticOperator operator,
      TypedExpr left,
      TypedExpr right,
      FormulaType type,
      SourceSpan span)
      implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return List.of(left, right);
    }

    @Override
    public String toString() {
      return "(" + left + " " + operator + " " + right + ")";
    }
  }

  record Negate(TypedExpr operand, FormulaType type, SourceSpan span) implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return List.of(operand);
    }

    @Override
    public String toString() {
      return "-" + operand;
    }
  }

  /// Texts one after the other; a blank counts as "".
  record Concat(List<TypedExpr> parts, SourceSpan span) implements TypedExpr {
    public Concat {
      parts = List.copyOf(parts);
    }

    @Override
    public FormulaType type() {
      return FormulaType.TEXT;
    }

    @Override
    public List<TypedExpr> children() {
      return parts;
    }

    @Override
    public String toString() {
      return parts.stream().map(Object::toString).collect(Collectors.joining(" & ", "(", ")"));
    }
  }

  /// A comparison of two values of one family. With texts, codes and references a blank is a value
  /// like others (equal to a blank, unequal to anything else) for `=` and `<>`; everything else is
  /// blank if an operand is.
  record Compare(ComparisonOperator operator, TypedExpr left, TypedExpr right, SourceSpan span)
      implements TypedExpr {
    @Override
    public FormulaType type() {
      return FormulaType.BOOLEAN;
    }

    @Override
    public List<TypedExpr> children() {
      return List.of(left, right);
    }

    @Override
    public String toString() {
      return "(" + left + " " + operator.symbol() + " " + right + ")";
    }
  }

  /// All hold; a blank counts as false; stops at the first false. Never blank.
  record And(List<TypedExpr> conditions, SourceSpan span) implements TypedExpr {
    public And {
      conditions = List.copyOf(conditions);
    }

    @Override
    public FormulaType type() {
      return FormulaType.BOOLEAN;
    }

    @Override
    public List<TypedExpr> children() {
      return conditions;
    }

    @Override
    public String toString() {
      return "and" + conditions;
    }
  }

  /// One holds; a blank counts as false; stops at the first true. Never blank.
  record Or(List<TypedExpr> conditions, SourceSpan span) implements TypedExpr {
    public Or {
      conditions = List.copyOf(conditions);
    }

    @Override
    public FormulaType type() {
      return FormulaType.BOOLEAN;
    }

    @Override
    public List<TypedExpr> children() {
      return conditions;
    }

    @Override
    public String toString() {
      return "or" + conditions;
    }
  }

  /// The opposite; blank of a blank.
  record Not(TypedExpr condition, SourceSpan span) implements TypedExpr {
    @Override
    public FormulaType type() {
      return FormulaType.BOOLEAN;
    }

    @Override
    public List<TypedExpr> children() {
      return List.of(condition);
    }

    @Override
    public String toString() {
      return "not " + condition;
    }
  }

  /// The value of the first branch whose condition holds (a blank does not), else `otherwise`.
  record If(List<Branch> branches, TypedExpr otherwise, FormulaType type, SourceSpan span)
      implements TypedExpr {
    public If {
      branches = List.copyOf(branches);
    }

    @Override
    public List<TypedExpr> children() {
      return flatten(branches, otherwise);
    }

    @Override
    public String toString() {
      return "if" + branches + " else " + otherwise;
    }
  }

  /// The value of the first branch whose test equals the subject, else `otherwise`; a blank number,
  /// date or time equals nothing.
  record Case(
      TypedExpr subject,
      List<Branch> branches,
      TypedExpr otherwise,
      FormulaType type,
      SourceSpan span)
      implements TypedExpr {
    public Case {
      branches = List.copyOf(branches);
    }

    @Override
    public List<TypedExpr> children() {
      List<TypedExpr> all = new ArrayList<>(List.of(subject));
      all.addAll(flatten(branches, otherwise));
      return all;
    }

    @Override
    public String toString() {
      return "case " + subject + branches + " else " + otherwise;
    }
  }

  /// @param test a condition in an `If`, a value to compare in a `Case`
  record Branch(TypedExpr test, TypedExpr value) {
    @Override
    public String toString() {
      return test + " -> " + value;
    }
  }

  /// Whether there is no value.
  ///
  /// @param neverForText ISNULL: a text is never null, only blank
  record IsBlank(TypedExpr operand, boolean neverForText, SourceSpan span) implements TypedExpr {
    @Override
    public FormulaType type() {
      return FormulaType.BOOLEAN;
    }

    @Override
    public List<TypedExpr> children() {
      return List.of(operand);
    }

    @Override
    public String toString() {
      return (neverForText ? "isnull(" : "isblank(") + operand + ")";
    }
  }

  /// The operand, or the fallback when it is blank.
  ///
  /// @param neverForText NULLVALUE: a text is never null, so the fallback is never taken
  record BlankValue(
      TypedExpr operand,
      TypedExpr fallback,
      boolean neverForText,
      FormulaType type,
      SourceSpan span)
      implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return List.of(operand, fallback);
    }

    @Override
    public String toString() {
      return (neverForText ? "nullvalue(" : "blankvalue(") + operand + ", " + fallback + ")";
    }
  }

  /// The operand, or the fallback when it fails.
  record IfError(TypedExpr operand, TypedExpr fallback, FormulaType type, SourceSpan span)
      implements TypedExpr {
    @Override
    public List<TypedExpr> children() {
      return List.of(operand, fallback);
    }

    @Override
    public String toString() {
      return "iferror(" + operand + ", " + fallback + ")";
    }
  }

  /// Whether the operand equals one of the options; false when it is blank.
  record In(TypedExpr operand, List<TypedExpr> options, SourceSpan span) implements TypedExpr {
    public In {
      options = List.copyOf(options);
    }

    @Override
    public FormulaType type() {
      return FormulaType.BOOLEAN;
    }

    @Override
    public List<TypedExpr> children() {
      List<TypedExpr> all = new ArrayList<>(List.of(operand));
      all.addAll(options);
      return all;
    }

    @Override
    public String toString() {
      return operand + " in " + options;
    }
  }

  /// Whether a multi-picklist holds a code; false when it is blank.
  record Includes(TypedExpr operand, String code, SourceSpan span) implements TypedExpr {
    @Override
    public FormulaType type() {
      return FormulaType.BOOLEAN;
    }

    @Override
    public List<TypedExpr> children() {
      return List.of(operand);
    }

    @Override
    public String toString() {
      return "includes(" + operand + ", \"" + code + "\")";
    }
  }

  /// A fact about the write that a rule guards: ISNEW, ISCLONE, ISCHANGED. Never blank.
  ///
  /// @param slot the index of the input that says so
  record WriteTest(CheckedFormula.Input input, int slot, SourceSpan span) implements TypedExpr {
    @Override
    public FormulaType type() {
      return FormulaType.BOOLEAN;
    }

    @Override
    public List<TypedExpr> children() {
      return List.of();
    }

    @Override
    public String toString() {
      return input.toString();
    }
  }

  /// The value of a strict function.
  record Call(
      FormulaFunction function,
      Signature signature,
      List<TypedExpr> arguments,
      FormulaType type,
      SourceSpan span)
      implements TypedExpr {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<TypedExpr> children() {
      return arguments;
    }

    @Override
    public String toString() {
      return arguments.stream()
          .map(Object::toString)
          .collect(Collectors.joining(", ", function.name() + "(", ")"));
    }
  }

  private static List<TypedExpr> flatten(List<Branch> branches, TypedExpr otherwise) {
    List<TypedExpr> all = new ArrayList<>();
    for (Branch branch : branches) {
      all.add(branch.test());
      all.add(branch.value());
    }
    all.add(otherwise);
    return all;
  }
}
