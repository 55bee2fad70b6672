import type { IncomingMessage } from 'node:http';

/** The whole body. Throws when it is longer than `limit` bytes. */
export function readBody(request: IncomingMessage, limit = 64 * 1024 * 1024): Promise<Buffer> {
  // Listeners, not `for await`: an iterator costs as much as the rest of a small request.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else request.destroy(new RangeError(`request body over ${limit} bytes`));
    });
    request.once('end', () => {
      const [only] = chunks;
      resolve(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks));
    });
    request.once('error', reject);
  });
}
