/**
 * Checks the proof of a cycle's promises against its journal: `npm run verify-promises -- <proof.json> <journal.ndjson>`. Exits with 0 when all is
 * proven, 1 when something is wrong, 2 when it was not asked well.
 */
import { readFileSync } from 'node:fs';
import { checkPromises, type Proof } from './check-promises.ts';

const [proofFile, journalFile] = process.argv.slice(3);
if (proofFile === undefined || journalFile === undefined) {
  console.error('Two files are needed: npm run verify-promises -- <proof.json> <journal.ndjson>');
  process.exit(2);
}
const proof: Proof = JSON.parse(readFileSync(proofFile, 'utf8'));
const wrong = checkPromises(proof, readFileSync(journalFile, 'utf8'));
for (const sentence of wrong) {
  console.log(sentence);
}
const attempts = proof.people.reduce((sum, person) => sum + person.attempts.length, 0);
console.log(
  wrong.length === 0
    ? `Proven: ${proof.people.length} people, ${attempts} attempts, first call ${proof.firstCallAt} of ${proof.promised.firstCallBy} at the latest.`
    : `Not proven: ${wrong.length} things are wrong.`,
);
process.exit(wrong.length === 0 ? 0 : 1);
