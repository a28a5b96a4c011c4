package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import dev.huozi.formula.type.Family;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.util.List;

/// Calls parts that are methods of their own. A part yields a value, null, or a [SiteError].
final class PartCaller {
  private final Emission emission;
  private final CodeBuilder code;
  private final List<TypedExpr> outlined;

  /// @param outlined takes the parts that are called, so that they get written
  PartCaller(Emission emission, List<TypedExpr> outlined) {
    this.emission = emission;
    this.code = emission.code();
    this.outlined = outlined;
  }

  static String method(int site) {
    return "part" + site;
  }

  Operand value(TypedExpr expression, Target blank) {
    Family family = expression.type().family();
    int local = call(expression);
    code.aload(local);
    emission.branch(Opcode.IFNULL, blank);
    Class<?> type = Descs.variable(family);
    int typed = emission.newLocal(TypeKind.REFERENCE);
    code.aload(local);
    code.checkcast(Descs.of(type));
    code.astore(typed);
    return new Operand.Reference(typed, type);
  }

  void condition(TypedExpr expression, Target yes, Target no, Target blank) {
    int local = call(expression);
    code.aload(local);
    emission.branch(Opcode.IFNULL, blank);
    code.aload(local);
    code.checkcast(Descs.BOOLEAN);
    code.invokevirtual(Descs.BOOLEAN, "booleanValue", Descs.type(boolean.class));
    emission.branch(Opcode.IFNE, yes);
    emission.jump(no);
  }

  private int call(TypedExpr expression) {
    outlined.add(expression);
    int local = emission.newLocal(TypeKind.REFERENCE);
    emission.loadInputs();
    emission.loadContext();
    code.invokestatic(emission.self(), method(emission.structure().site(expression)), Descs.RUN);
    code.astore(local);
    code.aload(local);
    code.instanceOf(Descs.SITE_ERROR);
    Target fine = emission.target();
    emission.branch(Opcode.IFEQ, fine);
    Target recovery = emission.recovery();
    if (recovery != null) {
      emission.jump(recovery);
    } else {
      code.aload(local);
      emission.returnObject();
    }
    emission.bind(fine);
    return local;
  }
}
