import { PasswordsOff } from './accounts.refusals.js';

/** How people may sign in here. */
export interface SignInMethods {
  readonly password: boolean;
  /** Null without a provider. */
  readonly oidc: { readonly name: string; readonly startUrl: string } | null;
}

/** Where passwords are off none is asked for, verified or set; but for the setup secret of an administrator. */
export function requirePasswords({ password }: Pick<SignInMethods, 'password'>): void {
  if (!password) throw new PasswordsOff();
}
