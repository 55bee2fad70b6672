import { WebBuildError } from '../lib/bundling/build-web.ts';
import { BundleError } from '../lib/bundling/bundle-handlers.ts';
import { ConfigError } from '../lib/config/read-deployment.ts';
import { FlowFileError } from '../lib/contact-centre/flow-file.ts';
import { synthesize } from '../lib/synthesize.ts';

try {
  await synthesize(process.env);
} catch (error) {
  const told = [ConfigError, BundleError, WebBuildError, FlowFileError];
  if (!(error instanceof Error && told.some((one) => error instanceof one))) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
