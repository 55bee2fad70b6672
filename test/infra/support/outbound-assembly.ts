import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Programme } from '../../../domain/programme/programme.ts';
import type { Deployment } from '../../../lib/config/deployment.ts';
import { createHouse } from '../../../lib/house.ts';
import { createStacks } from '../../../lib/permanence.ts';
import { createApp } from '../../../lib/synthesize.ts';
import { centres } from '../../../programmes/index.ts';
import { reflex } from '../../../programmes/reflex/programme.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { suivi } from '../../../programmes/suivi/programme.ts';
import { survey } from '../../../programmes/suivi/survey.ts';
import { type Assembly, demo, root, stubBundles, stubSite, synthesized } from './assembly.ts';
import type { Template } from './template.ts';

const { scripts = [], renewals = [] } = samps.outbound ?? {};

/** A programme that calls and refers people, who may also answer by personal link and be followed over some days, over the flows of one that the repository has. */
export const outboundProgrammes: Readonly<Record<string, Programme>> = {
  samps: {
    ...samps,
    ...(reflex.outbound && { outbound: { ...reflex.outbound, scripts, renewals } }),
    ...(suivi.followUp && { followUp: suivi.followUp }),
    survey,
    ...(suivi.messages && { messages: suivi.messages }),
    ...(suivi.retention && { retention: suivi.retention }),
  },
};

/** The templates of a centre that only answers. */
export function inboundAssembly(): Assembly {
  const { outbound: _none, knowledge: _cards, appointments: _slots, messages: _texts, ...inbound } = samps;
  return synthesized(demo, undefined, { programmes: { samps: inbound }, centres });
}

export const outboundDeployment: Deployment = {
  ...demo,
  dutyContacts: [
    { programme: 'samps', contact: 'sanitaire-garde', email: 'garde@ville.example' },
    { programme: 'samps', contact: 'astreinte-ville', email: 'astreinte@ville.example' },
    { programme: 'samps', contact: 'sociale-garde', email: 'garde@ville.example' },
  ],
};

/** Its templates, with stub handlers. */
export function outboundAssembly(): Assembly {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-outbound-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const bundles = stubBundles(folder);
  const app = createApp(join(folder, 'cdk.out'));
  const known = { programmes: outboundProgrammes, centres };
  createStacks(
    app,
    createHouse(outboundDeployment, known, { bundles, contactFlows: `${root}contact-flows`, web: stubSite(folder) }),
  );
  const { directory } = app.synth();
  const templates = Object.fromEntries(
    readdirSync(directory)
      .filter((name) => name.endsWith('.template.json'))
      .map((name) => [
        name.slice(0, -'.template.json'.length).split('-').at(-1) ?? name,
        JSON.parse(readFileSync(join(directory, name), 'utf8')) as Template,
      ]),
  );
  return { folder: directory, app, templates };
}
