/** The client that a sandbox of a spec knows for a provider. */
export const sandboxClient = (provider: string) => ({
  provider,
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-secret',
  redirectUris: ['http://localhost:3000/callback'],
});
export const redirectUri = sandboxClient('').redirectUris[0]!;
