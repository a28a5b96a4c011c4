package dev.huozi.formula.script.child;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The frames between server and child: a length, then that many bytes. Lengths are checked before
/// anything is read; the content is texts and numbers, no objects.
public final class Wire {
  /// The longest frame either side accepts.
  public static final int MAX_FRAME = 8 * 1024 * 1024;

  /// The first frame of a child: it is ready.
  public static final String READY = "huozi-script-1";

  private Wire() {}

  /// What the child is asked.
  public enum Question {
    /// Whether the source is JavaScript that defines `run`.
    CHECK,
    /// Call `run` once for each row.
    RUN
  }

  /// How a question ended.
  public enum Outcome {
    /// `text` is one JSON array of named values for each row, in a JSON array.
    DONE,
    /// The source does not parse.
    SYNTAX,
    /// The source defines no function `run`.
    NO_RUN,
    /// `run` threw.
    THROWN,
    /// More statements than allowed.
    STATEMENTS,
    /// No room on heap or stack.
    MEMORY,
    /// The result is longer than allowed.
    TOO_LONG,
    /// `run` returned something that is no object of plain values.
    NOT_VALUES
  }

  /// One question.
  ///
  /// @param deterministic hides clock and chance
  /// @param statements how many statements it may take
  /// @param maxLength the longest result
  /// @param inputs names of the inputs, one a line
  /// @param rows a JSON array of rows; a row is an array of values in the order of the inputs
  public record Request(
      Question question,
      boolean deterministic,
      long statements,
      int maxLength,
      String name,
      String source,
      String inputs,
      String rows) {}

  /// One answer.
  ///
  /// @param row the row it failed at, from 0
  /// @param line where in the source, from 1; 0 when not known
  /// @param text the result, or what was thrown
  public record Answer(Outcome outcome, int row, int line, int column, String text) {}

  /// A request as one frame.
  public static byte[] encode(Request request) {
    return frame(out -> {
      out.writeByte(request.question.ordinal());
      out.writeBoolean(request.deterministic);
      out.writeLong(request.statements);
      out.writeInt(request.maxLength);
      text(out, request.name);
      text(out, request.source);
      text(out, request.inputs);
      text(out, request.rows);
    });
  }

  static Request request(DataInputStream in) throws IOException {
    in = body(in);
    return new Request(
        one(Question.values(), in.readUnsignedByte()),
        in.readBoolean(),
        in.readLong(),
        in.readInt(),
        text(in),
        text(in),
        text(in),
        text(in));
  }

  static byte[] encode(Answer answer) {
    return frame(out -> {
      out.writeByte(answer.outcome.ordinal());
      out.writeInt(answer.row);
      out.writeInt(answer.line);
      out.writeInt(answer.column);
      text(out, answer.text);
    });
  }

  /// Reads the next answer. Whatever does not look like one is an [IOException].
  public static Answer answer(DataInputStream in) throws IOException {
    in = body(in);
    return new Answer(
        one(Outcome.values(), in.readUnsignedByte()),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        text(in));
  }

  private static DataInputStream body(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MAX_FRAME) {
      throw new IOException("A frame of (%d) bytes.".formatted(length));
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  private static <T> T one(T[] values, int ordinal) throws IOException {
    if (ordinal >= values.length) {
      throw new IOException("An unknown word (%d) in a frame.".formatted(ordinal));
    }
    return values[ordinal];
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("A text of (%d) bytes.".formatted(length));
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static byte[] frame(Body body) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(0);
      body.write(out);
      byte[] frame = bytes.toByteArray();
      int length = frame.length - Integer.BYTES;
      for (int i = 0; i < Integer.BYTES; i++) {
        frame[i] = (byte) (length >>> (24 - 8 * i));
      }
      return frame;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Body {
    void write(DataOutputStream out) throws IOException;
  }
}
