import type { Centre } from '../open-centre.ts';

/** Something that runs: where to look at it, if a browser can, or its address. */
export interface Running {
  readonly name: string;
  readonly what: string;
  readonly href?: string;
  readonly address?: string;
}

const services: Readonly<Record<string, string>> = {
  DYNAMODB: 'DynamoDB',
  S3: 'S3',
  CONNECT: 'Amazon Connect',
  KMS: 'KMS',
  SSM: 'Systems Manager (paramètres)',
  SECRETS_MANAGER: 'Secrets Manager',
  SNS: 'SNS',
  EVENTBRIDGE: 'EventBridge',
  SQS: 'SQS',
  KINESIS: 'Kinesis',
  LAMBDA: 'Lambda',
};

const counted: readonly (readonly [type: string, one: string, many: string])[] = [
  ['AWS::Lambda::Function', 'fonction Lambda', 'fonctions Lambda'],
  ['AWS::DynamoDB::Table', 'table', 'tables'],
  ['AWS::Connect::ContactFlow', 'flux d’appel', 'flux d’appel'],
  ['AWS::Connect::Queue', 'file d’attente', 'files d’attente'],
  ['AWS::Scheduler::Schedule', 'planification', 'planifications'],
];

/** « 17 fonctions Lambda, 1 table, 9 flux d’appel… »: what the templates brought up. */
export function broughtUp({ cloud }: Centre): string {
  const parts = counted.flatMap(([type, one, many]) => {
    const count = cloud.resources.filter((resource) => resource.type === type).length;
    return count === 0 ? [] : [`${count}\u00a0${count === 1 ? one : many}`];
  });
  return `${cloud.resources.length}\u00a0ressources, dont ${parts.join(', ')}`;
}

/** What can be looked at in a browser, and where the stand-ins of AWS listen. */
export function running({ cloud }: Centre): {
  readonly pages: readonly Running[];
  readonly endpoints: readonly Running[];
} {
  const { url } = cloud.http;
  const byAddress = new Map<string, string[]>();
  for (const [variable, address] of Object.entries(cloud.context.endpoints.environment())) {
    const service = variable.replace(/^AWS_ENDPOINT_URL_?/, '');
    if (service !== '') byAddress.set(address, [...(byAddress.get(address) ?? []), services[service] ?? service]);
  }
  return {
    pages: [
      { name: 'Poste de conseil', what: 'téléphone, personne, réponses, notes d’appel', href: '/poste' },
      { name: 'Rapports', what: 'la page du client et des superviseurs', href: '/rapports' },
      { name: 'Connexion', what: 'comptes de démonstration, sans mot de passe', href: '/connexion' },
      { name: 'Courriels envoyés', what: 'ce que SNS aurait envoyé', href: '/_local/courriels' },
      { name: 'État du centre', what: 'ce que cette page montre, en JSON', href: '/_local/state' },
      { name: 'API du bureau des conseillers', what: 'demande une session', address: `${url}/api` },
    ],
    endpoints: [...byAddress].map(([address, names]) => ({ name: names.join(', '), what: '', address })),
  };
}
