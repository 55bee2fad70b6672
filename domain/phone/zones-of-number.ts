const reunion = 'Indian/Reunion';
const mayotte = 'Indian/Mayotte';

/**
 * Country code, and more digits where two countries share one -> zones of the country. A number does not say where in its country a person
 * is: where the country has several zones all of them count.
 */
const zonesByPrefix: Readonly<Record<string, readonly string[]>> = {
  '+33': ['Europe/Paris'],
  '+262': [reunion, mayotte],
  '+262262': [reunion],
  '+262263': [reunion],
  '+26269': [reunion],
  '+262268': [mayotte],
  '+262269': [mayotte],
  '+262639': [mayotte],
  '+508': ['America/Miquelon'],
  // Guadeloupe, Saint-Barthélemy and Saint-Martin keep one time.
  '+590': ['America/Guadeloupe'],
  '+594': ['America/Cayenne'],
  '+596': ['America/Martinique'],
  '+681': ['Pacific/Wallis'],
  '+687': ['Pacific/Noumea'],
  '+689': ['Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Gambier'],
};

const prefixes = Object.entries(zonesByPrefix).sort(([a], [b]) => b.length - a.length);

/** IANA zones a person with this E.164 number may be in (COMMON-08); undefined for a country that is not in the table. */
export function zonesOfNumber(e164: string): readonly string[] | undefined {
  return prefixes.find(([prefix]) => e164.startsWith(prefix))?.[1];
}
