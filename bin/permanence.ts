import { BundleError } from '../lib/bundling/bundle-handlers.ts';
import { ConfigError } from '../lib/config/read-deployment.ts';
import { FlowFileError } from '../lib/contact-centre/flow-file.ts';
import { synthesize } from '../lib/synthesize.ts';

try {
  await synthesize(process.env);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof BundleError || error instanceof FlowFileError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
