import { describe, expect, it } from 'vitest';
import { registrationAge } from '../../../lambdas/middleware/registration-age.ts';
import { reflex } from '../../../programmes/reflex/programme.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { MemoryContent } from '../../support/calls/memory-ports.ts';

const at = '2026-07-06T07:00:00.000Z';

describe('REFLEX-07: the age from which one may register', () => {
  it('is live content: the City lowers or raises it without a deployment', async () => {
    const content = new MemoryContent({ registerRules: { registrationAge: 65 } });
    const age = registrationAge(content);
    expect(await age(reflex, at)).toBe(65);
    content.values.registerRules = { registrationAge: 60 };
    expect(await age(reflex, at)).toBe(60);
  });

  it('is nobody’s reason where a programme has none', async () => {
    const { outbound: _, ...without } = samps;
    expect(await registrationAge(new MemoryContent())(without, at)).toBe(Number.POSITIVE_INFINITY);
  });
});
