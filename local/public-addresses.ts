/**
 * Addresses that templates spell out for AWS (`https://<domain>.auth.<region>.amazoncognito.com`) and where they are served
 * here. Function environments and outputs go through `localize`, so that handlers find the local ones.
 */
export class PublicAddresses {
  readonly #addresses = new Map<string, string>();

  add(awsUrl: string, localUrl: string): void {
    this.#addresses.set(awsUrl, localUrl);
  }

  /** The text with every address of AWS replaced by the local one. */
  localize(text: string): string {
    let local = text;
    for (const [awsUrl, localUrl] of this.#addresses) local = local.replaceAll(awsUrl, localUrl);
    return local;
  }
}
