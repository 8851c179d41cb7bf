import type { Running } from './companion.js';
import { firstSignInFile } from './first-start.js';
import type { ResolvedConfig } from './posthouse.js';
import { processCount } from './roles.js';

/** Where the text goes: secrets go to terminals only, since everything else may be kept as a log. */
type Reader = Pick<NodeJS.WriteStream, 'isTTY'>;

/** What a person at the terminal reads when everything is up. */
export function welcome({ config, firstSignIn }: Running, reader: Reader): string {
  const blocks = [
    addresses(config),
    ...(firstSignIn ? [howToSignIn({ config, firstSignIn }, reader)] : []),
  ];
  return `\n${blocks.join('\n\n')}\n\n`;
}

function addresses(config: ResolvedConfig): string {
  const api = [`  GraphQL      ${graphqlUrl(config)}`];
  const smtp = [
    `  SMTP         ${config.SUBMISSION_LISTEN} (STARTTLS, sign-in required)`,
    `               ${config.SUBMISSIONS_LISTEN} (TLS, sign-in required)`,
    `               ${config.SMTP_LISTEN} (for other mail servers)`,
  ];
  return [
    'Posthouse is ready.',
    '',
    ...(processCount('api', config) > 0 ? api : []),
    ...(processCount('smtp', config) > 0 ? smtp : []),
    `  Operations   http://${config.OPS_LISTEN}/readyz and /metrics`,
    `  Data         ${config.DATA_DIR}`,
  ].join('\n');
}

/** The secret itself, or where to find it. */
export function howToSignIn({ config, firstSignIn }: Running, { isTTY }: Reader): string {
  const file = firstSignInFile(config.DATA_DIR);
  const secret = isTTY ? (firstSignIn?.setupSecret ?? '') : `<the one in ${file}>`;
  return [
    `First sign-in of ${firstSignIn?.email ?? ''} (once, within 24 hours; also in ${file}):`,
    `open ${graphqlUrl(config)} in a browser, run this with a password of your own, and you are signed in there.`,
    '',
    `  mutation { signInWithSetupSecret(input: { setupSecret: "${secret}", newPassword: "..." }) { __typename } }`,
    '',
    'To send the first mail: createOrganization, createMailServer, createDomain, publish the records it lists, checkDomain,',
    'createCredential, sendMessage. GraphiQL has an example of each; `npm start -- --demo` shows it all without DNS.',
  ].join('\n');
}

function graphqlUrl({ PUBLIC_URL, HTTP_LISTEN }: ResolvedConfig): string {
  return `${(PUBLIC_URL ?? `http://${HTTP_LISTEN}`).replace(/\/$/, '')}/graphql`;
}
