package dev.huozi.formula.script.child;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.SynchronousQueue;

/// A child process: answers one question after another on standard input and output, and ends when
/// its input ends, even in the middle of a script. Nothing else can write to its output.
public final class ScriptChild {
  private ScriptChild() {}

  /// Takes no arguments.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setIn(InputStream.nullInputStream());
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    ScriptRunner runner = new ScriptRunner();
    runner.warm();
    out.write(Wire.encode(new Wire.Answer(Wire.Outcome.DONE, 0, 0, 0, Wire.READY)));
    SynchronousQueue<Wire.Request> questions = new SynchronousQueue<>();
    Thread.ofPlatform().daemon().name("questions").start(() -> read(in, questions));
    while (true) {
      out.write(Wire.encode(runner.answer(questions.take())));
    }
  }

  private static void read(InputStream in, SynchronousQueue<Wire.Request> questions) {
    DataInputStream data = new DataInputStream(new BufferedInputStream(in));
    try {
      while (true) {
        questions.put(Wire.request(data));
      }
    } catch (EOFException _) {
      Runtime.getRuntime().halt(0);
    } catch (IOException | InterruptedException _) {
      Runtime.getRuntime().halt(1);
    }
  }
}
