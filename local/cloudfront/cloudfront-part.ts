import type { CloudContext } from '../cloud.ts';
import type { CloudPart, CoreGround } from '../cloud-part.ts';
import type { HttpPart } from '../http/http-part.ts';
import type { Storage } from '../storage/start-storage.ts';
import { bucketDeploymentProvider } from './bucket-deployment.ts';
import { cloudFrontProviders } from './cloudfront-providers.ts';

/** The distribution before the public site, and the copying of its files. */
export function createCloudFrontPart(
  cloud: CloudContext,
  core: CoreGround,
  { http, storage }: { readonly http: HttpPart; readonly storage: Storage },
): CloudPart {
  const ground = { cloud, storage, askApi: http.askApi };
  const front = { url: http.url, stand: http.stand };
  return {
    providers: {
      ...cloudFrontProviders(ground, front),
      'Custom::CDKBucketDeployment': bucketDeploymentProvider(core, storage),
    },
  };
}
