/** The one redirect URI of a provider at this hub (O-5). */
export const redirectUriOf = (publicUrl: string, provider: string): string => `${publicUrl}/oauth/${provider}/callback`;

/** True where only this machine can reach the address. */
export function isLoopback(publicUrl: string): boolean {
  const { hostname } = new URL(publicUrl);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
