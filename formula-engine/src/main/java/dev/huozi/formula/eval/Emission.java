package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The state of writing one method: where the code is reachable, what is available, where failures
/// go. Values live in local variables, so the operand stack is empty between expressions and a
/// failure can jump anywhere.
final class Emission {
  private final CodeBuilder code;
  private final Structure structure;
  private final Constants constants;
  private final ClassDesc self;
  private final int inputs;
  private final Map<Integer, Label> sites = new LinkedHashMap<>();
  private final Map<Target, Label> recoveries = new LinkedHashMap<>();
  private Available available = Available.NOTHING;
  private boolean reachable = true;
  private @Nullable Target recovery;

  /// @param inputs the local variable of the inputs; the context follows
  Emission(CodeBuilder code, Structure structure, Constants constants, ClassDesc self, int inputs) {
    this.code = code;
    this.structure = structure;
    this.constants = constants;
    this.self = self;
    this.inputs = inputs;
  }

  CodeBuilder code() {
    return code;
  }

  Structure structure() {
    return structure;
  }

  Constants constants() {
    return constants;
  }

  ClassDesc self() {
    return self;
  }

  void loadInputs() {
    code.aload(inputs);
  }

  void loadContext() {
    code.aload(inputs + 1);
  }

  int newLocal(TypeKind kind) {
    return code.allocateLocal(kind);
  }

  // ---- control flow

  boolean isReachable() {
    return reachable;
  }

  Target target() {
    return new Target(code.newLabel());
  }

  void jump(Target target) {
    if (reachable) {
      target.reachedWith(available);
      code.goto_(target.label());
      reachable = false;
    }
  }

  /// Jumps when the condition on the stack holds, else goes on.
  void branch(Opcode condition, Target target) {
    target.reachedWith(available);
    code.branch(condition, target.label());
  }

  /// Goes on at `target`, where jumps and the code before meet.
  void bind(Target target) {
    Available jumped = target.available();
    if (jumped == null) {
      return;
    }
    code.labelBinding(target.label());
    available = reachable ? Available.meet(available, jumped) : jumped;
    reachable = true;
  }

  void returnObject() {
    code.areturn();
    reachable = false;
  }

  // ---- what is computed already

  @Nullable Operand find(TypedExpr expression) {
    return available.find(structure.shape(expression));
  }

  int findNullable(TypedExpr expression) {
    return available.findNullable(structure.shape(expression));
  }

  void remember(TypedExpr expression, Operand value) {
    if (structure.uses(expression) > 1) {
      available = available.with(structure.shape(expression), value);
    }
  }

  void rememberNullable(TypedExpr expression, int local) {
    available = available.withNullable(structure.shape(expression), local);
  }

  // ---- failures

  @Nullable Target recovery() {
    return recovery;
  }

  /// Sends failures of the code written by `body` to `target`.
  void recoveringTo(Target target, Runnable body) {
    Target outer = recovery;
    recovery = target;
    body.run();
    recovery = outer;
  }

  /// Writes code that may fail on behalf of `expression`.
  void guarded(TypedExpr expression, Runnable body) {
    Label start = code.newBoundLabel();
    body.run();
    Label end = code.newBoundLabel();
    code.exceptionCatch(start, end, handler(expression), Descs.RUNTIME_EXCEPTION);
  }

  private Label handler(TypedExpr expression) {
    if (recovery != null) {
      recovery.reachedWith(available);
      return recoveries.computeIfAbsent(recovery, _ -> code.newLabel());
    }
    return sites.computeIfAbsent(structure.site(expression), _ -> code.newLabel());
  }

  /// Writes the handlers; the last thing in a method.
  void finish() {
    recoveries.forEach((target, handler) -> {
      code.labelBinding(handler);
      code.pop();
      code.goto_(target.label());
    });
    if (!sites.isEmpty()) {
      Label common = code.newLabel();
      sites.forEach((site, handler) -> {
        code.labelBinding(handler);
        code.loadConstant(site.intValue());
        code.goto_(common);
      });
      code.labelBinding(common);
      code.invokestatic(
          Descs.SITE_ERROR, "of", Descs.type(SiteError.class, RuntimeException.class, int.class));
      code.areturn();
    }
  }
}
