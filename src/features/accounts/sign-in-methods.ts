/** How people may sign in here. */
export interface SignInMethods {
  /** Null without a provider. */
  readonly oidc: { readonly name: string; readonly startUrl: string } | null;
}
