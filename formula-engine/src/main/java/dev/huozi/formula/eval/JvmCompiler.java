package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Compiles typed trees to hidden classes. Hidden classes are not held by their loader, so they go
/// when the last formula that uses them goes.
final class JvmCompiler {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final ClassDesc SELF = ClassDesc.of("dev.huozi.formula.eval.Compiled");
  private static final ClassDesc CODE = Descs.of(FormulaCode.class);
  private static final ClassDesc OBJECT_ARRAY = Descs.OBJECT.arrayType();
  private static final ClassFile CLASS_FILE =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofClassLoading(JvmCompiler.class.getClassLoader()).cached()),
          ClassFile.DebugElementsOption.DROP_DEBUG,
          ClassFile.LineNumbersOption.DROP_LINE_NUMBERS);

  private JvmCompiler() {}

  /// @throws IllegalArgumentException when the code would be too large for the JVM
  static FormulaCode compile(TypedExpr root, Structure structure) {
    Constants constants = new Constants();
    byte[] bytes = CLASS_FILE.build(SELF, builder -> write(builder, root, structure, constants));
    try {
      MethodHandles.Lookup hidden =
          LOOKUP.defineHiddenClassWithClassData(bytes, constants.values().toArray(), true);
      return (FormulaCode)
          hidden
              .findConstructor(
                  hidden.lookupClass(), java.lang.invoke.MethodType.methodType(void.class))
              .invoke();
    } catch (Throwable e) {
      throw new IllegalStateException(
          "The class made for a formula cannot be used: (%s).".formatted(root), e);
    }
  }

  private static void write(
      ClassBuilder builder, TypedExpr root, Structure structure, Constants constants) {
    builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
    builder.withInterfaceSymbols(CODE);
    Outline outline = new Outline(root, structure);
    Wholes wholes = new Wholes();
    constructor(builder);
    List<TypedExpr> pending = new ArrayList<>(List.of(root));
    Set<Integer> written = new HashSet<>();
    while (!pending.isEmpty()) {
      TypedExpr part = pending.removeLast();
      if (written.add(structure.site(part))) {
        boolean main = part == root;
        String name = main ? "run" : PartCaller.method(structure.site(part));
        int flags = main ? ClassFile.ACC_PUBLIC : ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC;
        builder.withMethodBody(
            name,
            Descs.RUN,
            flags,
            code -> {
              Emission emission = new Emission(code, structure, constants, SELF, main ? 1 : 0);
              body(emission, new ValueEmitter(emission, outline, wholes, part, pending), part);
            });
      }
    }
    constants(builder, constants);
  }

  private static void body(Emission emission, ValueEmitter values, TypedExpr part) {
    CodeBuilder code = emission.code();
    Target blank = emission.target();
    Operand value = values.value(part, blank);
    if (value != null) {
      values.shapes().loadObject(value);
      emission.returnObject();
    }
    if (blank.available() != null) {
      emission.bind(blank);
      code.aconst_null();
      emission.returnObject();
    }
    emission.finish();
  }

  private static void constructor(ClassBuilder builder) {
    builder.withMethodBody(
        ConstantDescs.INIT_NAME,
        ConstantDescs.MTD_void,
        0,
        code ->
            code.aload(0)
                .invokespecial(Descs.OBJECT, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .return_());
  }

  /// Fields for the constants, filled from the class data.
  private static void constants(ClassBuilder builder, Constants constants) {
    List<Object> values = constants.values();
    if (values.isEmpty()) {
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      builder.withField(
          Constants.field(i),
          Descs.of(values.get(i).getClass()),
          ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
    }
    builder.withMethodBody(
        ConstantDescs.CLASS_INIT_NAME,
        ConstantDescs.MTD_void,
        ClassFile.ACC_STATIC,
        code -> fill(code, values));
  }

  private static void fill(CodeBuilder code, List<Object> values) {
    DirectMethodHandleDesc classData =
        MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC,
            Descs.of(MethodHandles.class),
            "classData",
            MethodTypeDesc.of(
                Descs.OBJECT,
                Descs.of(MethodHandles.Lookup.class),
                Descs.STRING,
                Descs.of(Class.class)));
    code.loadConstant(
        DynamicConstantDesc.ofNamed(classData, ConstantDescs.DEFAULT_NAME, OBJECT_ARRAY));
    code.astore(0);
    for (int i = 0; i < values.size(); i++) {
      ClassDesc type = Descs.of(values.get(i).getClass());
      code.aload(0)
          .loadConstant(i)
          .aaload()
          .checkcast(type)
          .putstatic(SELF, Constants.field(i), type);
    }
    code.return_();
  }
}
