import { describe, expect, it } from 'vitest';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import { type IsolationProved, proveIsolation } from '../../simulation/alertes/prove-isolation.ts';
import { alertesAssembly } from '../support/alertes-assembly.ts';
import { scratch } from '../support/assembly.ts';

/** Routes that name nothing of a structure, or are opened by a token, or by general administrators alone. */
const others = /\{image\}|\{token\}|\/structures/;

describe('structures that share an application', () => {
  let proved: IsolationProved;

  it('ALERTES-12, ALERTES-22, COMMON-19: what is of another is answered as what is of nobody, and nothing of it is anywhere', {
    timeout: 120_000,
  }, async () => {
    proved = await proveIsolation({
      assembly: alertesAssembly(),
      state: scratch('isolation'),
      seed: 1,
      operations: 40,
      structures: 2,
    });
    expect(proved.faults).toEqual([]);
    expect(proved.foreign).toBeGreaterThan(30);
  });

  it('ALERTES-12: every route that names something of a structure was asked with what is of another', () => {
    const naming = Object.values(alertRoutes)
      .filter(({ path }) => path.includes('{') && !others.test(path))
      .map(({ method, path }) => `${method} ${path}`);
    expect(naming.filter((route) => !proved.foreignRoutes.has(route))).toEqual([]);
  });
});
