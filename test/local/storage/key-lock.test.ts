import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeAwsChunked } from '../../../local/storage/aws-chunked.ts';
import { KeyLock } from '../../../local/storage/key-lock.ts';

it('never gives a key to two holders, and serves all, whatever they ask', async () => {
  const asked = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(asked, async (holders) => {
      const lock = new KeyLock();
      const held = new Set<string>();
      let served = 0;
      const hold = (keys: readonly string[], i: number) =>
        lock.hold(keys, async () => {
          expect(keys.filter((key) => held.has(key))).toEqual([]);
          for (const key of keys) held.add(key);
          await sleep(0);
          for (const key of keys) held.delete(key);
          served += 1;
          if (i % 3 === 0) throw new Error('a holder that fails frees its keys');
        });
      await Promise.allSettled(holders.map(hold));
      expect(served).toBe(holders.length);
    }),
    { numRuns: 30 },
  );
});

it('takes aws-chunked bodies apart, whatever the chunks, and refuses a cut one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 5 }),
      fc.nat(),
      (chunks, cut) => {
        const framed = chunks.map((chunk) =>
          Buffer.concat([
            Buffer.from(`${chunk.length.toString(16)};chunk-signature=0\r\n`.replaceAll('\\\\r\\\\n', '\r\n')),
            chunk,
            Buffer.from('\r\n'),
          ]),
        );
        const body = Buffer.concat([...framed, Buffer.from('0\r\nx-amz-checksum-crc32:AAAA==\r\n\r\n')]);
        expect(decodeAwsChunked(body)).toEqual(Buffer.concat(chunks));
        const end = body.indexOf('0\r\nx-amz');
        const shorter = body.subarray(0, cut % Math.max(1, end));
        expect(() => decodeAwsChunked(shorter)).toThrow(/aws-chunked body/);
      },
    ),
  );
});
