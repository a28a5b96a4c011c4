package dev.huozi.record.load.file;

import dev.huozi.platform.problem.ProblemException;
import dev.huozi.record.load.LoadError;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Watches the bytes of a text file go by and tells which encoding they are in. UTF-8 is certain
/// where it fits at all; GB18030 is what Chinese spreadsheets write else.
public final class TextProbe {
  public static final Charset GB18030 = Charset.forName("GB18030");
  private static final int BUFFER = 8192;

  private final List<Candidate> candidates =
      new ArrayList<>(List.of(new Candidate(StandardCharsets.UTF_8), new Candidate(GB18030)));
  private final CharBuffer sink = CharBuffer.allocate(BUFFER);
  private long bytes;
  private long lines;
  private byte last;
  private int first;
  private int second;

  /// A decoder and the bytes of a character that is not complete yet.
  private static final class Candidate {
    private final Charset charset;
    private final CharsetDecoder decoder;
    private ByteBuffer rest = ByteBuffer.allocate(0);

    Candidate(Charset charset) {
      this.charset = charset;
      this.decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
  }

  /// Looks at the next bytes.
  public void add(byte[] piece, int length) {
    for (int i = 0; i < length; i++) {
      byte b = piece[i];
      if (bytes == 0) {
        first = b & 0xff;
      } else if (bytes == 1) {
        second = b & 0xff;
      }
      bytes++;
      if (b == '\r' || b == '\n' && last != '\r') {
        lines++;
      }
      last = b;
    }
    candidates.removeIf(candidate -> !fits(candidate, piece, length));
  }

  private boolean fits(Candidate candidate, byte[] piece, int length) {
    ByteBuffer in = ByteBuffer.allocate(candidate.rest.remaining() + length);
    in.put(candidate.rest).put(piece, 0, length).flip();
    while (true) {
      sink.clear();
      var result = candidate.decoder.decode(in, sink, false);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        candidate.rest = in.compact().flip();
        return true;
      }
    }
  }

  /// How many lines there are, about: line ends inside quotes count too.
  public long lines() {
    return lines + (bytes > 0 && last != '\n' && last != '\r' ? 1 : 0);
  }

  /// The encoding of everything that went by.
  ///
  /// @throws ProblemException `LOAD_ENCODING_UNKNOWN`
  public Charset charset() {
    boolean utf16 = first == 0xff && second == 0xfe || first == 0xfe && second == 0xff;
    return candidates.stream()
        .filter(candidate -> !utf16 && candidate.rest.remaining() == 0)
        .map(candidate -> candidate.charset)
        .findFirst()
        .orElseThrow(() -> new ProblemException(LoadError.LOAD_ENCODING_UNKNOWN));
  }
}
