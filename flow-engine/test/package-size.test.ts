import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { bundleOptions } from '../bundle-options.ts';

it('the package is 150 kB of minified JavaScript at most, with all it depends on', async () => {
  const { outputFiles, metafile } = await build({ ...bundleOptions, write: false, metafile: true });
  const bytes = outputFiles.reduce((sum, { contents }) => sum + contents.byteLength, 0);
  expect(bytes).toBeLessThanOrEqual(150_000);
  // Nothing but Node's own modules is left to install: there are no dependencies besides.
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  expect(outside.map(({ path }) => path).filter((path) => !path.startsWith('node:'))).toEqual([]);
});
