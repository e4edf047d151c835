/** One thing said in a shared conversation. */
export interface SeedMessage {
  /** An address in the cast. */
  readonly by: string;
  readonly minutesAgo: number;
  readonly text: string;
}

export interface SeedChannel {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly members: readonly string[];
  readonly messages: readonly SeedMessage[];
}

const ada = 'ada.marsh.demo@gmail.com';
const jonas = 'jonas.weld.demo@gmail.com';
const team = [
  ada,
  jonas,
  'priya@fernhill.example',
  'tomas@fernhill.example',
  'mei@fernhill.example',
  'bruno@fernhill.example',
];

/** Conversations of the studio, for every provider that has some. */
export const channels: readonly SeedChannel[] = [
  { key: 'general', title: 'general', about: 'For everyone at Fernhill Studio.', members: team, messages: [
    { by: jonas, minutesAgo: 2880, text: 'Good morning! The heating is repaired.' },
    { by: 'mei@fernhill.example', minutesAgo: 1500, text: 'Expenses for October until Friday, please.' },
    { by: 'bruno@fernhill.example', minutesAgo: 240, text: 'We are at 46 guests for the open evening.' },
  ] },
  { key: 'harborline', title: 'harborline', about: 'The tracking site for Harborline Shipping.', members: team.slice(0, 4), messages: [
    { by: 'tomas@fernhill.example', minutesAgo: 1440, text: 'Two of forty rows in the export have no port. Asked Daniel.' },
    { by: ada, minutesAgo: 1400, text: 'Thank you. Let us not wait for it with the page.' },
    { by: 'priya@fernhill.example', minutesAgo: 90, text: 'First sketch of the quay map is in Drafts.' },
  ] },
  { key: 'random', title: 'random', about: 'Cake, trains, weather.', members: team, messages: [
    { by: 'priya@fernhill.example', minutesAgo: 600, text: 'There is cake 🎂 in the kitchen.' },
  ] },
]; // prettier-ignore
