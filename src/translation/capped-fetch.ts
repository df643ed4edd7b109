/** The body of a reply went past its cap; nothing more of it was read. */
export class ReplyTooLarge extends Error {
  override readonly name = 'ReplyTooLarge';
}

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * A `fetch` that has read the whole body, up to a cap, before it answers. So the signal that ends the call also ends a body
 * that stalls, and a server cannot fill the memory. Redirects are refused: they would carry the key elsewhere.
 */
export function cappedFetch(maxBytes: number, inner: Fetch = fetch): Fetch {
  return async (input, init) => {
    const response = await inner(input, { ...init, redirect: 'error' });
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    const reader = response.body?.getReader();
    while (reader) {
      const { done, value: chunk } = (await reader.read()) as { done: boolean; value?: Uint8Array };
      if (done || !chunk) break;
      bytes += chunk.byteLength;
      if (bytes > maxBytes) {
        await reader.cancel();
        throw new ReplyTooLarge(`The reply is larger than ${maxBytes} bytes.`);
      }
      chunks.push(chunk);
    }
    const mayHaveBody = response.status !== 204 && response.status !== 304;
    const headers = new Headers(response.headers);
    // The body below is already decoded, so these no longer describe it.
    headers.delete('content-encoding');
    headers.delete('content-length');
    return new Response(mayHaveBody ? Buffer.concat(chunks) : null, {
      status: response.status,
      statusText: response.statusText,
      headers,
    });
  };
}
