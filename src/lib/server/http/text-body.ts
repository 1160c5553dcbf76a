/**
 * The body of an answer whose text comes piece by piece: each piece is made when the reader is ready for it. A text that
 * is at hand is sent as it is.
 */
export function textBody(text: string | AsyncIterable<string>): BodyInit {
  if (typeof text === 'string') return text;
  const pieces = text[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return?.();
    }
  });
}
