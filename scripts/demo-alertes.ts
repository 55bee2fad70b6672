/** `npm run demo:alertes [-- --members N] [--port N] [--once]`: two centres with members and messages, then their pages until Ctrl-C. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { monthlyEstimate } from '../lib/alerts/monthly-estimate.ts';
import { playDemo } from '../simulation/alertes/demo.ts';
import { alertesDeployment, generalAdministrator, openAlertes } from '../simulation/alertes/open-alertes.ts';
import { scratchFolder } from '../simulation/scratch-folder.ts';
import { synthesize } from '../simulation/synthesize.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    members: { type: 'string', default: '1500' },
    port: { type: 'string', default: '8080' },
    once: { type: 'boolean', default: false },
  },
});
const [members, port] = [Number(values.members), Number(values.port)];
if (!Number.isInteger(members) || members < 2 || !Number.isInteger(port) || port < 1 || port > 65_000) {
  console.error(
    `--members is "${values.members}" and --port "${values.port}"; accepted: 2 members or more, a port up to 65000`,
  );
  process.exit(1);
}
const folder = scratchFolder('alertes');
const world = await openAlertes({
  assembly: synthesize(join(folder, 'cdk.out'), alertesDeployment),
  state: join(folder, 'cloud'),
  seed: 1,
  // A Friday at 10:00 in Paris: messages leave from 8 to 20, Monday to Saturday.
  start: '2026-11-20T09:00:00.000Z',
  port,
});
const started = performance.now();
const demo = await playDemo(world, members, (share) =>
  process.stdout.write(`\rInscriptions : ${Math.round(share * 100)} % `),
);
const { cloud } = world;
const messages = cloud.sms.accepted().length;
console.log(
  `\n${demo.members} adhérents inscrits et ${messages} SMS envoyés en ${Math.round((performance.now() - started) / 1000)} s.`,
);
const { url } = cloud.http;
console.log(
  `\nLes pages : ${url}/alertes  — les téléphones : ${url}/_local/messages\nComptes (l’émetteur local ne demande pas de mot de passe) :`,
);
const given = `${generalAdministrator.givenName} ${generalAdministrator.familyName}`;
console.log(`- ${given} : administration générale`);
for (const { name, users } of demo.structures) {
  for (const { displayName, role } of users) {
    console.log(`- ${displayName} : ${role === 'admin' ? 'administration' : 'référent'}, ${name}`);
  }
}
console.log(`\n${monthlyEstimate(join(folder, 'cdk.out'), 500)}`);
if (!values.once) {
  console.log('\nCtrl-C pour arrêter.');
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await Promise.race([cloud.kernel.runRealTime(), stopped]);
}
cloud.kernel.stop();
await cloud.stop();
process.exit(0);
