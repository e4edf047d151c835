import type { OAuth2Declaration } from '@switchboard/provider-kit';

/**
 * What a person lets the hub do at GitHub. An OAuth app without scopes reads what is public; nothing narrower than `repo` reads
 * what is private. @see https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps (2026-11-21)
 */
export const features = {
  identity: {
    title: 'Who you are',
    description: 'Your name, picture and public profile, to show which account is connected.',
    scopes: [],
    required: true,
  },
  'repos.read': {
    title: 'See public repositories',
    description: 'See public repositories with their files, issues and pull requests. Nothing can be changed.',
    scopes: [],
  },
  'issues.write': {
    title: 'Change issues of public repositories',
    description: 'Open, change, close and comment on issues of public repositories, each time after your yes.',
    scopes: ['public_repo'],
    includes: ['repos.read'],
  },
  'repos.private': {
    title: 'Private repositories too',
    description:
      'The same in your private repositories. GitHub has no permission that only reads them, so it gives the right to change them.',
    scopes: ['repo'],
    includes: ['repos.read', 'issues.write'],
  },
  'notifications.read': {
    title: 'See notifications',
    description: 'See your notifications.',
    scopes: ['notifications'],
  },
  'notifications.write': {
    title: 'Mark notifications as read',
    description: 'Mark notifications as read. Seeing them is included.',
    scopes: ['notifications'],
    includes: ['notifications.read'],
  },
} satisfies OAuth2Declaration['features'];
