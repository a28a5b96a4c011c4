package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.type.Family;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes code for values. A value that is written is not blank: where it would be, the code has
/// jumped to the `blank` target. When that happens always, nothing is reachable afterwards and the
/// result is null.
final class ValueEmitter {
  private final Emission emission;
  private final CodeBuilder code;
  private final Outline outline;
  private final Wholes wholes;
  private final TypedExpr root;
  private final Shapes shapes;
  private final ConditionEmitter conditions;
  private final NumberEmitter numbers;
  private final CallEmitter calls;
  private final ChoiceEmitter choices;
  private final PartCaller parts;

  /// @param root the expression of the method itself, which is written here even when it is
  ///   outlined
  ValueEmitter(
      Emission emission, Outline outline, Wholes wholes, TypedExpr root, List<TypedExpr> outlined) {
    this.emission = emission;
    this.code = emission.code();
    this.outline = outline;
    this.wholes = wholes;
    this.root = root;
    this.shapes = new Shapes(emission);
    this.numbers = new NumberEmitter(emission, shapes, this, wholes);
    this.calls = new CallEmitter(emission, shapes, this, numbers, wholes);
    this.choices = new ChoiceEmitter(emission, shapes, this, wholes);
    this.conditions = new ConditionEmitter(emission, shapes, this, calls);
    this.parts = new PartCaller(emission, outlined);
  }

  Shapes shapes() {
    return shapes;
  }

  void condition(TypedExpr expression, Target yes, Target no, Target blank) {
    if (outlined(expression)) {
      parts.condition(expression, yes, no, blank);
    } else {
      conditions.write(expression, yes, no, blank);
    }
  }

  private boolean outlined(TypedExpr expression) {
    return expression != root && outline.contains(expression);
  }

  @Nullable Operand value(TypedExpr expression, Target blank) {
    Operand known = emission.find(expression);
    if (known != null) {
      return known;
    }
    int nullable = emission.findNullable(expression);
    if (nullable >= 0) {
      return present(expression, nullable, blank);
    }
    Operand written =
        outlined(expression) ? parts.value(expression, blank) : write(expression, blank);
    if (written != null && !(written instanceof Operand.Constant) && emission.isReachable()) {
      emission.remember(expression, written);
    }
    return emission.isReachable() ? written : null;
  }

  private Operand present(TypedExpr expression, int local, Target blank) {
    code.aload(local);
    emission.branch(Opcode.IFNULL, blank);
    Operand present = new Operand.Reference(local, Descs.variable(expression.type().family()));
    emission.remember(expression, present);
    return present;
  }

  private @Nullable Operand write(TypedExpr expression, Target blank) {
    return switch (expression) {
      case TypedExpr.Literal literal -> literal(literal, blank);
      case TypedExpr.Field field -> field(field, blank);
      case TypedExpr.Arithmetic arithmetic -> numbers.arithmetic(arithmetic, blank);
      case TypedExpr.Negate negate -> numbers.negate(negate, blank);
      case TypedExpr.Concat concat -> calls.concat(concat, blank);
      case TypedExpr.If choice ->
          isCondition(choice) ? flag(choice, blank) : choices.conditional(choice, blank);
      case TypedExpr.Case choice ->
          isCondition(choice) ? flag(choice, blank) : choices.choice(choice, blank);
      case TypedExpr.BlankValue fallback ->
          isCondition(fallback) ? flag(fallback, blank) : choices.blankValue(fallback, blank);
      case TypedExpr.IfError fallback ->
          isCondition(fallback) ? flag(fallback, blank) : choices.ifError(fallback, blank);
      case TypedExpr.Call call -> isCondition(call) ? flag(call, blank) : calls.call(call, blank);
      case TypedExpr.Compare _,
          TypedExpr.And _,
          TypedExpr.Or _,
          TypedExpr.Not _,
          TypedExpr.IsBlank _,
          TypedExpr.In _,
          TypedExpr.Includes _,
          TypedExpr.WriteTest _ ->
          flag(expression, blank);
    };
  }

  private static boolean isCondition(TypedExpr expression) {
    return expression.type().family() == Family.BOOLEAN;
  }

  private @Nullable Operand literal(TypedExpr.Literal literal, Target blank) {
    Object value = literal.value();
    if (value == null) {
      emission.jump(blank);
      return null;
    }
    return new Operand.Constant(value);
  }

  private Operand field(TypedExpr.Field field, Target blank) {
    Family family = field.type().family();
    if (family == Family.BOOLEAN) {
      int local = emission.newLocal(TypeKind.INT);
      read(field, "flag", boolean.class);
      code.istore(local);
      return new Operand.Flag(local);
    }
    if (field.whenBlank() instanceof BigDecimal) {
      int local = emission.newLocal(TypeKind.REFERENCE);
      read(field, "numberOrZero", BigDecimal.class);
      code.astore(local);
      return new Operand.Reference(local, BigDecimal.class);
    }
    return present(field, fieldOrNull(field), blank);
  }

  /// Reads a field that may be blank into a local variable.
  private int fieldOrNull(TypedExpr.Field field) {
    Family family = field.type().family();
    int local = emission.newLocal(TypeKind.REFERENCE);
    read(field, Descs.reader(family), Descs.variable(family));
    code.astore(local);
    emission.rememberNullable(field, local);
    return local;
  }

  private void read(TypedExpr.Field field, String reader, Class<?> result) {
    emission.guarded(
        field,
        () -> {
          emission.loadInputs();
          code.loadConstant(field.slot());
          code.aaload();
          code.invokestatic(Descs.INPUTS, reader, Descs.type(result, Object.class));
        });
  }

  /// A condition as a value.
  private @Nullable Operand flag(TypedExpr expression, Target blank) {
    if (outlined(expression)) {
      return parts.value(expression, blank);
    }
    Target yes = emission.target();
    Target no = emission.target();
    Target done = emission.target();
    int local = emission.newLocal(TypeKind.INT);
    conditions.write(expression, yes, no, blank);
    storeFlag(yes, 1, local, done);
    storeFlag(no, 0, local, done);
    emission.bind(done);
    return emission.isReachable() ? new Operand.Flag(local) : null;
  }

  private void storeFlag(Target when, int value, int local, Target done) {
    if (when.available() != null) {
      emission.bind(when);
      code.loadConstant(value);
      code.istore(local);
      emission.jump(done);
    }
  }

  /// A value that may be blank (null) in a local variable.
  int nullable(TypedExpr expression) {
    Operand known = emission.find(expression);
    if (known instanceof Operand.Reference reference) {
      return reference.local();
    }
    int nullable = emission.findNullable(expression);
    if (nullable >= 0) {
      return nullable;
    }
    if (expression instanceof TypedExpr.Field field
        && field.whenBlank() == null
        && field.type().family() != Family.BOOLEAN) {
      return fieldOrNull(field);
    }
    Target blank = emission.target();
    Target done = emission.target();
    int local = emission.newLocal(TypeKind.REFERENCE);
    Operand value = value(expression, blank);
    if (value != null) {
      shapes.loadObject(value);
      code.astore(local);
      emission.jump(done);
    }
    if (blank.available() != null) {
      emission.bind(blank);
      code.aconst_null();
      code.astore(local);
      emission.jump(done);
    }
    emission.bind(done);
    return local;
  }

  /// Arguments of a strict operation: all are evaluated, so that a failure of one wins over the
  /// blank of another; then blanks jump. Null when one is always blank.
  @Nullable List<Operand> strict(List<TypedExpr> arguments, Target blank) {
    List<@Nullable Operand> values = new ArrayList<>();
    List<Integer> locals = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      TypedExpr argument = arguments.get(i);
      boolean laterMayFail =
          arguments.subList(i + 1, arguments.size()).stream().anyMatch(Traits::canFail);
      if (Traits.maybeBlank(argument) && laterMayFail) {
        locals.add(nullable(argument));
        values.add(null);
      } else {
        locals.add(-1);
        values.add(value(argument, blank));
      }
      if (!emission.isReachable()) {
        return null;
      }
    }
    List<Operand> present = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Operand value = values.get(i);
      present.add(value != null ? value : present(arguments.get(i), locals.get(i), blank));
    }
    return present;
  }

  Wholes wholes() {
    return wholes;
  }
}
