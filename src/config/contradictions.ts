/** Settings that say something about each other. */
interface Related {
  readonly TLS_CERT_FILE?: string | undefined;
  readonly TLS_KEY_FILE?: string | undefined;
  readonly PASSWORD_SIGN_IN?: boolean;
  readonly PUBLIC_URL?: string | undefined;
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_CLIENT_ID?: string | undefined;
  readonly OIDC_CLIENT_SECRET?: string | undefined;
}

interface Contradiction {
  readonly key: keyof Related;
  readonly text: string;
}

/** What one setting says about another, and is not so. */
export function contradictions(settings: Related): Contradiction[] {
  const { TLS_CERT_FILE, TLS_KEY_FILE, PUBLIC_URL, PASSWORD_SIGN_IN } = settings;
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = settings;
  const oidc = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET];
  const found: (Contradiction | false)[] = [
    !areAllOrNone([TLS_CERT_FILE, TLS_KEY_FILE]) && {
      key: 'TLS_KEY_FILE',
      text: 'TLS_CERT_FILE and TLS_KEY_FILE belong together',
    },
    !areAllOrNone(oidc) && {
      key: 'OIDC_ISSUER',
      text: 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together',
    },
    OIDC_ISSUER !== undefined &&
      PUBLIC_URL === undefined && {
        key: 'PUBLIC_URL',
        text: 'must be set: the provider of OIDC_ISSUER sends people back there',
      },
    PASSWORD_SIGN_IN === false &&
      OIDC_ISSUER === undefined && {
        key: 'PASSWORD_SIGN_IN',
        text: 'passwords can be off only with OIDC_ISSUER: nobody could sign in',
      },
  ];
  return found.filter((each) => each !== false);
}

function areAllOrNone(settings: readonly unknown[]): boolean {
  const given = settings.filter((setting) => setting !== undefined).length;
  return given === 0 || given === settings.length;
}
