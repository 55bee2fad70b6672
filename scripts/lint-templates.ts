import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs cfn-lint on every template of a synthesized assembly: `npm run lint:templates [folder]`, by default cdk.out.
 * W3005 is left out: the CDK writes DependsOn beside the references that imply it, always.
 */
process.exitCode = lint(process.argv[3] ?? 'cdk.out');

function lint(assembly: string): number {
  if (!existsSync(join(assembly, 'manifest.json'))) {
    console.error(`${assembly} holds no cloud assembly; write one with: npm run synth`);
    return 1;
  }
  const templates = readdirSync(assembly)
    .filter((name) => name.endsWith('.template.json'))
    .map((name) => join(assembly, name));
  const { error, status } = spawnSync(
    'cfn-lint',
    ['--ignore-checks', 'W3005', '--registry-schemas', join(import.meta.dirname, 'cfn-schemas'), '--', ...templates],
    { stdio: 'inherit' },
  );
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') {
    console.error('cfn-lint is not installed; it is a Python program: pip install cfn-lint');
    return 1;
  }
  if (error !== undefined) {
    throw error;
  }
  if (status === 0) {
    console.log(`cfn-lint: ${templates.length} templates, nothing to say`);
  }
  return status ?? 1;
}
