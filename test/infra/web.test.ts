import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { sessionCookie } from '../../contracts/routes.ts';
import { webPages } from '../../contracts/web-pages.ts';
import { readDeployment } from '../../lib/config/read-deployment.ts';
import { pageRouterCode } from '../../lib/web/page-router.ts';
import { known, propertiesOf, resourcesOf, root, synthesized } from './support/assembly.ts';

const assembly = synthesized();
const text = (value: unknown) => JSON.stringify(value);

describe('the site', () => {
  const [distribution] = propertiesOf(assembly, 'AWS::CloudFront::Distribution', 'Site');
  const config = text(distribution?.['DistributionConfig']);

  it('COMMON-21: is reached over TLS only, whatever is asked', () => {
    const policies = [...config.matchAll(/"ViewerProtocolPolicy":"([^"]+)"/g)].map(([, policy]) => policy);
    expect(policies.length).toBeGreaterThan(4);
    expect(new Set(policies)).toEqual(new Set(['redirect-to-https']));
  });

  it('COMMON-22: lets pages load and speak to this site alone, and to the softphone of the instance in a frame', () => {
    const all = propertiesOf(assembly, 'AWS::CloudFront::ResponseHeadersPolicy', 'Site').map(text);
    const [pages, ...others] = all.filter((one) => one.includes('ContentSecurityPolicy'));
    expect(others).toEqual([]);
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      'frame-src https://permanence-samps-demo.my.connect.aws;',
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(pages).toContain(directive);
    expect(pages).not.toMatch(/unsafe|\*\./);
    for (const one of all) expect(one).toContain('"AccessControlMaxAgeSec":31536000');
  });

  it('COMMON-29: reads the files of the pages from a bucket that is open to this distribution alone', () => {
    const [bucket] = propertiesOf(assembly, 'AWS::S3::Bucket', 'Site');
    expect(bucket?.['PublicAccessBlockConfiguration']).toMatchObject({
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    });
    const [policy] = propertiesOf(assembly, 'AWS::S3::BucketPolicy', 'Site');
    const allowing = Object(policy?.['PolicyDocument']).Statement.filter(
      (one: { Effect: string }) => one.Effect === 'Allow',
    );
    expect(allowing).toEqual([
      expect.objectContaining({
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      }),
    ]);
  });

  it('is an origin that Connect lets frame its softphone', () => {
    const [[id] = ['']] = resourcesOf(assembly, 'AWS::CloudFront::Distribution', 'Site');
    const [origin] = propertiesOf(assembly, 'AWS::Connect::ApprovedOrigin', 'Site');
    expect(text(origin?.['Origin'])).toContain(id);
  });

  it('keeps for a year what is named after its content, and asks for pages each time', () => {
    const copies = propertiesOf(assembly, 'Custom::CDKBucketDeployment', 'Site');
    expect(copies.map((one) => [one['DestinationBucketKeyPrefix'], one['SystemMetadata'], one['Prune']])).toEqual([
      ['application', { 'cache-control': 'public, max-age=31536000, immutable' }, false],
      [undefined, { 'cache-control': 'no-cache' }, false],
    ]);
  });

  it('ARS-43: tells who signs in from which country, where a programme limits it, and keeps its data in the Union', () => {
    const followUp = synthesized(readDeployment(`${root}deployments/suivi-demo.json`, known));
    const pathsOf = (one: typeof assembly) =>
      propertiesOf(one, 'AWS::CloudFront::Distribution', 'Site').flatMap(({ DistributionConfig }) =>
        Object(DistributionConfig).CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern),
      );
    expect(pathsOf(followUp)).toContain('/connexion*');
    expect(pathsOf(assembly)).not.toContain('/connexion*');
    const [policy] = propertiesOf(followUp, 'AWS::CloudFront::OriginRequestPolicy', 'Site').map(text);
    expect(policy).toContain('CloudFront-Viewer-Country');
    const manifest = JSON.parse(readFileSync(join(followUp.folder, 'manifest.json'), 'utf8'));
    expect(text(manifest.artifacts)).toContain('aws://000000000000/eu-central-1');
  });

  it('is not there where nobody calls', () => {
    const alone = synthesized(readDeployment(`${root}deployments/alertes-demo.json`, known));
    expect(resourcesOf(alone, 'AWS::ApiGatewayV2::Api', 'Site')).toHaveLength(1);
    expect(resourcesOf(alone, 'AWS::CloudFront::Distribution')).toEqual([]);
  });
});

describe('the router of pages', () => {
  const sandbox: Record<string, unknown> = {};
  runInNewContext(pageRouterCode(), sandbox);
  const route = (uri: string, cookies: object = { [sessionCookie]: { value: 'x' } }): unknown =>
    Reflect.apply(Object(sandbox['handler']), undefined, [{ request: { uri, cookies, headers: {}, method: 'GET' } }]);

  it('gives the file of each page, at its path and under it', () => {
    for (const { path, file } of Object.values(webPages)) {
      expect(route(path)).toMatchObject({ uri: `/${file}.html` });
      expect(route(`${path}/appel/1`)).toMatchObject({ uri: `/${file}.html` });
      expect(route(`${path}s`)).toMatchObject({ uri: `${path}s` });
    }
  });

  it('COMMON-20: leads whoever brings no session to sign in, and back', () => {
    expect(route('/poste/a b', {})).toMatchObject({
      statusCode: 302,
      headers: { location: { value: '/connexion?retour=%2Fposte%2Fa%20b' }, 'cache-control': { value: 'no-store' } },
    });
  });
});
