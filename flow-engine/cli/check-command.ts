import { parseArgs } from 'node:util';
import { checkFlow, checkModules } from '../src/index.ts';
import { type Command, UsageError } from './command.ts';
import { findingsSarif, findingsText, locate } from './findings-output.ts';
import { junitXml } from './junit.ts';
import { loadFlows } from './load-flows.ts';

export const checkCommand: Command = {
  name: 'check',
  usage:
    'check <file|folder|template…> [--errors-only] [--strict] [--format text|json|sarif|junit]\n    what CreateContactFlow would refuse (errors), and what would hurt live (warnings; --strict fails on them too)',
  run(args, print) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'errors-only': { type: 'boolean' },
        strict: { type: 'boolean' },
        format: { type: 'string', default: 'text' },
      },
    });
    if (positionals.length === 0) throw new UsageError('nothing to check');
    const loaded = loadFlows(positionals);
    const findings = loaded.flatMap((file) => {
      const all = [...file.findings, ...(file.flow === undefined ? [] : checkFlow(file.flow))];
      return locate(file, values['errors-only'] === true ? all.filter(({ severity }) => severity === 'error') : all);
    });
    const cycles = checkModules(loaded.flatMap(({ flow }) => flow ?? []));
    if (values['errors-only'] !== true) findings.push(...cycles.map((finding) => ({ ...finding, path: finding.flow })));
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    switch (values.format) {
      case 'json':
        print(JSON.stringify(findings, null, 2));
        break;
      case 'sarif':
        print(findingsSarif(findings));
        break;
      case 'junit':
        print(
          junitXml(
            loaded.map(({ path }) => ({
              suite: 'connect-flow check',
              name: path,
              failures: findings
                .filter((finding) => finding.path === path && finding.severity === 'error')
                .map(({ code, action, message }) => `${code} ${action ?? ''}: ${message}`),
            })),
          ),
        );
        break;
      case 'text':
        print(
          `${findingsText(findings)}flows: ${loaded.length}, errors: ${errors}, warnings: ${findings.length - errors}`,
        );
        break;
      default:
        throw new UsageError(`--format is "${values.format}"; accepted: text, json, sarif, junit`);
    }
    return errors > 0 || (values.strict === true && findings.length > 0) ? 1 : 0;
  },
};
