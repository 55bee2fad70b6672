import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** US dollars a month, price lists of AWS for eu-central-1, November 2026, free tier left out. What is on demand costs nothing while nobody comes. */
const idlePrices: Readonly<Record<string, readonly [what: string, price: number]>> = {
  'AWS::KMS::Key': ['clés de chiffrement', 1],
  'AWS::SecretsManager::Secret': ['secrets', 0.4],
  'AWS::CloudWatch::Alarm': ['alarmes', 0.1],
};
const minutesOfMonth = 30.4 * 24 * 60;
/** A function of 1 024 MB for some 50 ms, and the request. */
const runPrice = 0.000_000_9;
/** A part sent to France, and what is written and read for it: 6 write units at most, and as many requests. */
const partPrice = 0.0742;
const aroundPartPrice = 0.000_02;

/** What a deployment costs in a month while nobody comes, and for so many messages of one part (ALERTES-38). French, some lines. */
export function monthlyEstimate(assembly: string, messages: number): string {
  const counts = new Map<string, number>();
  for (const file of readdirSync(assembly).filter((name) => name.endsWith('.template.json'))) {
    const template: unknown = JSON.parse(readFileSync(join(assembly, file), 'utf8'));
    for (const type of typesOf(template)) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const idle = Object.entries(idlePrices).map(([type, [what, price]]) => {
    const count = counts.get(type) ?? 0;
    return { line: `  ${count} ${what} : ${money(count * price)}`, price: count * price };
  });
  const clocks = (counts.get('AWS::Scheduler::Schedule') ?? 0) * minutesOfMonth * runPrice;
  const still = idle.reduce((sum, { price }) => sum + price, clocks);
  const sending = messages * (partPrice + aroundPartPrice);
  return [
    'Coût estimé par mois (dollars, hors taxes, hors offre gratuite) :',
    ...idle.map(({ line }) => line),
    `  horloges (au plus une exécution par minute) : ${money(clocks)}`,
    `  au repos : ${money(still)}`,
    `  ${messages} SMS d’une partie : ${money(sending)}`,
    `  total : ${money(still + sending)}`,
  ].join('\n');
}

function typesOf(template: unknown): readonly string[] {
  const resources: unknown =
    typeof template === 'object' && template !== null && 'Resources' in template ? template.Resources : {};
  return Object.values(Object(resources)).map((resource) => String(Reflect.get(Object(resource), 'Type')));
}

function money(amount: number): string {
  return `${amount.toFixed(2).replace('.', ',')} $`;
}
