package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.function.Kernel;
import dev.huozi.formula.function.Signature;
import dev.huozi.formula.text.Texts;
import dev.huozi.formula.value.EvaluationContext;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes calls of kernels.
final class CallEmitter {
  private final Emission emission;
  private final CodeBuilder code;
  private final Shapes shapes;
  private final ValueEmitter values;
  private final NumberEmitter numbers;
  private final Wholes wholes;

  CallEmitter(
      Emission emission, Shapes shapes, ValueEmitter values, NumberEmitter numbers, Wholes wholes) {
    this.emission = emission;
    this.code = emission.code();
    this.shapes = shapes;
    this.values = values;
    this.numbers = numbers;
    this.wholes = wholes;
  }

  @Nullable Operand call(TypedExpr.Call call, Target blank) {
    Intrinsic intrinsic = Intrinsic.of(call, wholes);
    if (intrinsic != null) {
      return intrinsic(intrinsic, call, blank);
    }
    List<Operand> arguments = arguments(call, blank);
    if (arguments == null) {
      return null;
    }
    if (call.signature().repeats() == Signature.Repeat.FOLD && arguments.size() == 1) {
      return arguments.getFirst();
    }
    invoke(call, arguments);
    return store(call, blank);
  }

  /// A call that yields a condition.
  void condition(TypedExpr.Call call, Target yes, Target no, Target blank) {
    List<Operand> arguments = arguments(call, blank);
    if (arguments == null) {
      return;
    }
    invoke(call, arguments);
    if (Traits.kernel(call).type().returnType() != boolean.class) {
      int local = emission.newLocal(TypeKind.REFERENCE);
      code.astore(local);
      code.aload(local);
      emission.branch(Opcode.IFNULL, blank);
      code.aload(local);
      code.invokevirtual(Descs.BOOLEAN, "booleanValue", Descs.type(boolean.class));
    }
    emission.branch(Opcode.IFNE, yes);
    emission.jump(no);
  }

  private @Nullable Operand intrinsic(Intrinsic intrinsic, TypedExpr.Call call, Target blank) {
    List<TypedExpr> arguments =
        intrinsic == Intrinsic.FLOOR_OF_QUOTIENT
            ? call.arguments().getFirst().children()
            : call.arguments();
    List<Operand> operands = values.strict(arguments, blank);
    return operands == null ? null : numbers.intrinsic(intrinsic, call, operands);
  }

  private @Nullable List<Operand> arguments(TypedExpr.Call call, Target blank) {
    if (Traits.propagates(call)) {
      return values.strict(call.arguments(), blank);
    }
    List<Operand> operands = new ArrayList<>();
    for (TypedExpr argument : call.arguments()) {
      operands.add(
          new Operand.Reference(
              values.nullable(argument), Descs.variable(argument.type().family())));
    }
    return operands;
  }

  private void invoke(TypedExpr.Call call, List<Operand> arguments) {
    Kernel kernel = Traits.kernel(call);
    MethodTypeDesc type = kernel.type().describeConstable().orElseThrow();
    emission.guarded(
        call,
        () -> {
          boolean context =
              kernel.type().parameterCount() > 0
                  && kernel.type().parameterType(0) == EvaluationContext.class;
          if (context) {
            emission.loadContext();
          }
          load(call, kernel, arguments, context ? 1 : 0);
          code.invokestatic(Descs.of(kernel.owner()), kernel.method(), type);
          if (call.signature().repeats() == Signature.Repeat.FOLD) {
            for (Operand next : arguments.subList(2, arguments.size())) {
              load(next, kernel.type().parameterType(1));
              code.invokestatic(Descs.of(kernel.owner()), kernel.method(), type);
            }
          }
        });
  }

  private void load(TypedExpr.Call call, Kernel kernel, List<Operand> arguments, int first) {
    switch (call.signature().repeats()) {
      case ONCE -> loadEach(kernel, arguments, first);
      case FOLD -> loadEach(kernel, arguments.subList(0, 2), first);
      case ARRAY -> {
        int single = call.signature().parameters().size() - 1;
        loadEach(kernel, arguments.subList(0, single), first);
        loadArray(
            kernel.type().parameterType(first + single).componentType(),
            arguments.subList(single, arguments.size()));
      }
    }
  }

  private void loadEach(Kernel kernel, List<Operand> arguments, int first) {
    for (int i = 0; i < arguments.size(); i++) {
      load(arguments.get(i), kernel.type().parameterType(first + i));
    }
  }

  private void loadArray(Class<?> element, List<Operand> arguments) {
    code.loadConstant(arguments.size());
    code.anewarray(Descs.of(element));
    for (int i = 0; i < arguments.size(); i++) {
      code.dup();
      code.loadConstant(i);
      load(arguments.get(i), element);
      code.aastore();
    }
  }

  private void load(Operand operand, Class<?> parameter) {
    if (parameter == int.class || parameter == boolean.class) {
      shapes.loadInt(operand);
    } else if (parameter == long.class) {
      shapes.loadLong(operand);
    } else {
      shapes.loadObject(operand);
    }
  }

  private Operand store(TypedExpr.Call call, Target blank) {
    Class<?> result = Traits.kernel(call).type().returnType();
    if (result == int.class) {
      code.i2l();
      return numbers.storeWhole(1L << 31);
    }
    if (result == long.class) {
      return numbers.storeWhole(wholes.bound(call));
    }
    if (result == String.class) {
      return storeText(blank, call);
    }
    Operand stored = numbers.storeObject(result);
    if (!Traits.propagates(call)) {
      shapes.loadObject(stored);
      emission.branch(Opcode.IFNULL, blank);
    }
    return stored;
  }

  private Operand storeText(Target blank, TypedExpr expression) {
    emission.guarded(
        expression,
        () -> {
          emission.loadContext();
          code.invokestatic(
              Descs.CONVERSIONS,
              "text",
              Descs.type(String.class, String.class, EvaluationContext.class));
        });
    Operand stored = numbers.storeObject(String.class);
    shapes.loadObject(stored);
    emission.branch(Opcode.IFNULL, blank);
    return stored;
  }

  /// Joins texts from left to right.
  Operand concat(TypedExpr.Concat concat, Target blank) {
    List<Integer> locals = new ArrayList<>();
    for (TypedExpr part : concat.parts()) {
      locals.add(part instanceof TypedExpr.Literal ? -1 : values.nullable(part));
    }
    MethodTypeDesc pair = Descs.type(String.class, String.class, String.class);
    emission.guarded(
        concat,
        () -> {
          loadPart(concat.parts().getFirst(), locals.getFirst());
          for (int i = 1; i < locals.size(); i++) {
            loadPart(concat.parts().get(i), locals.get(i));
            code.invokestatic(Descs.of(Texts.class), "concat", pair);
          }
        });
    return storeText(blank, concat);
  }

  private void loadPart(TypedExpr part, int local) {
    if (local >= 0) {
      code.aload(local);
    } else if (part instanceof TypedExpr.Literal(String text, var _, var _)) {
      shapes.loadObject(new Operand.Constant(text));
    } else {
      code.aconst_null();
    }
  }
}
