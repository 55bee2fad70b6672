/** How one piece of the client's own software is reached. Imports nothing. */
export type SoftwareAccess =
  /** Files under `<programme>/echange/` of the bucket of lists. */
  | { readonly type: 'files' }
  /** JSON over HTTPS; the secret holds the bearer token. */
  | { readonly type: 'http'; readonly url: string; readonly secretArn: string };

/** Value of the environment variable: absent members are not reached, what comes with us stands for them. */
export interface ClientSoftware {
  readonly aloha?: SoftwareAccess;
  readonly pam?: SoftwareAccess;
}
