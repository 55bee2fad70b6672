/** Value of an environment variable that the template gives; throws naming it when it is absent or empty. */
export function requireEnv(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`Environment variable ${name} is absent; accepted: the value the template of this function gives`);
  }
  return value;
}

/** A comma-separated variable, without blanks; at least one value. */
export function requireEnvList(name: string): readonly string[] {
  const values = requireEnv(name)
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  if (values.length === 0) {
    throw new Error(`Environment variable ${name} is "${process.env[name]}"; accepted: names separated by commas`);
  }
  return values;
}
