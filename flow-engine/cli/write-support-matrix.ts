import { writeFileSync } from 'node:fs';
import { supportMatrix } from '../src/support-matrix.ts';

writeFileSync(new URL('../docs/flow-support.md', import.meta.url), supportMatrix());
