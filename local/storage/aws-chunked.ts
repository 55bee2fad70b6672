/**
 * Takes apart a body in `aws-chunked` encoding, which the SDK uses for streams: hexadecimal size, optional signature, data; the
 * last chunk is empty and may be followed by trailers. Throws on a truncated body.
 */
export function decodeAwsChunked(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', at);
    const size = lineEnd < 0 ? Number.NaN : Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    if (Number.isNaN(size)) throw new RangeError(`aws-chunked body: no chunk size at byte ${at} of ${body.length}`);
    if (size === 0) return Buffer.concat(chunks);
    const start = lineEnd + 2;
    if (start + size > body.length)
      throw new RangeError(`aws-chunked body: chunk of ${size} bytes cut at ${body.length}`);
    chunks.push(body.subarray(start, start + size));
    at = start + size + 2;
  }
}
