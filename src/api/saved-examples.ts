const MESSAGE_STORY = `# Everything about one message: what was tried, what the other side said, and why.
query Story($id: ID!) {
  node(id: $id) {
    ... on Message {
      subject
      deliveries(first: 10) {
        nodes {
          recipient status nextAttemptAt
          attempts(last: 5) {
            nodes {
              outcome { kind reply enhancedCode }
              decision { ipAddress { address } host tls reasons { rule because } }
              transcript startedAt durationMs
            }
          }
        }
      }
      events(first: 50) { nodes { kind at } }
      domain { name checks { kind status expected found } }
    }
  }
}
`;

const SIGN_IN = `# Sign in first: this sets a session cookie. Or put a token under "Headers":
# { "authorization": "Bearer pht_…" }
mutation SignIn($email: EmailAddress!, $password: String!) {
  signIn(input: { email: $email, password: $password }) {
    __typename
    ... on SignInSuccess { user { email } }
    ... on Refusal { code reason }
  }
}
`;

const SERVERS = `# Your mail servers, and the latest messages of each.
query MailServers {
  mailServers(first: 10) {
    nodes {
      id name mode
      messages(first: 5) { nodes { id subject acceptedAt } }
    }
  }
}
`;

const SEND = `mutation Send($input: SendMessageInput!) {
  sendMessage(input: $input) {
    __typename
    ... on SendMessageSuccess { message { id subject deliveries { nodes { recipient status } } } }
    ... on Refusal { code reason path }
  }
}
`;

const WATCH = `# Watch deliveries live. Give the last cursor as "after" to go on where you stopped.
subscription Watch($serverId: ID!, $after: Cursor) {
  deliveryEvents(serverId: $serverId, after: $after) {
    cursor kind at recipient reply
  }
}
`;

const BUDGET = `# What operations cost you, and what you have left. Every answer tells it in "extensions" as well.
query Budget {
  rateLimit { cost available capacity restoreRate fullAfterMs operationLimit }
}
`;

const DOCUMENTS = `# Keep a document for your programs: they send its documentId instead of "query".
mutation Keep($organizationId: ID!, $documents: [String!]!) {
  registerDocuments(input: { organizationId: $organizationId, documents: $documents }) {
    __typename
    ... on RegisterDocumentsSuccess { documents { documentId text } }
    ... on Refusal { code reason path }
  }
}
`;

/** The tabs of GraphiQL for somebody who opens it the first time. */
export const SAVED_EXAMPLES = [
  { query: SIGN_IN, variables: JSON.stringify({ email: '', password: '' }, null, 2) },
  { query: SERVERS },
  {
    query: SEND,
    variables: JSON.stringify(
      {
        input: {
          mailServerId: '',
          from: 'hello@example.com',
          to: ['ann@example.org'],
          subject: 'Hello',
          text: 'Hello from Posthouse',
        },
      },
      null,
      2,
    ),
  },
  { query: MESSAGE_STORY, variables: JSON.stringify({ id: '' }, null, 2) },
  { query: WATCH, variables: JSON.stringify({ serverId: '', after: null }, null, 2) },
  { query: BUDGET },
  {
    query: DOCUMENTS,
    variables: JSON.stringify(
      { organizationId: '', documents: ['{ viewer { permissions } }'] },
      null,
      2,
    ),
  },
];
