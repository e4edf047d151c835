import type { Pattern } from './state.ts';

/** One line of the seeded calendars. Times are those of the owner's wall; days count from this week's Monday. */
export interface Planned {
  /** Ends its id, where examples name it. */
  readonly id?: string;
  readonly owner: 'ada' | 'jonas';
  readonly calendar?: string;
  readonly subject: string;
  /** The whole day without it. */
  readonly at?: string;
  readonly minutes?: number;
  readonly day: number;
  readonly days?: number;
  readonly pattern?: Pattern;
  /** How often a series comes; without end unless told. */
  readonly times?: number;
  readonly guests?: readonly string[];
  readonly location?: string;
  readonly body?: string;
  readonly teams?: boolean;
}

const ada = 'ada.marsh.demo@gmail.com';
const jonas = 'jonas.weld.demo@gmail.com';
const priya = 'priya@fernhill.example';
const tomas = 'tomas@fernhill.example';
const mei = 'mei@fernhill.example';
const workdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

export const plans: readonly Planned[] = [
  { id: 'Standup', owner: 'ada', subject: 'Team stand-up', at: '09:30', minutes: 15, day: -14, pattern: { type: 'weekly', interval: 1, daysOfWeek: workdays, firstDayOfWeek: 'monday' }, guests: [jonas, priya, tomas], teams: true },
  { id: 'Harbour', owner: 'ada', subject: 'Harborline check-in', at: '15:00', minutes: 30, day: -6, pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' }, times: 12, guests: ['sara.whitlock@harborline.example'], teams: true },
  { id: 'Dentist', owner: 'ada', subject: 'Dentist', at: '16:30', minutes: 45, day: 2, location: 'Meadow Clinic' },
  { owner: 'ada', subject: 'Harborline kick-off', at: '10:30', minutes: 60, day: 1, guests: ['sara.whitlock@harborline.example', 'daniel.brook@harborline.example', jonas], teams: true, body: 'Agenda: scope, people, first delivery.' },
  { owner: 'ada', subject: 'Lunch with Lucía', at: '12:30', minutes: 75, day: 3, location: 'Olive & Salt, 14 Mill Lane' },
  { owner: 'ada', subject: 'Copy workshop', at: '11:00', minutes: 90, day: 4, guests: ['sara.demir@quillworks.example', 'noor@quillworks.example'], location: 'Quillworks' },
  { owner: 'ada', subject: 'Away: Lisbon', day: 18, days: 4 },
  { owner: 'ada', subject: 'Map prototype demo', at: '13:00', minutes: 45, day: 15, guests: ['kenji@tidalmaps.example'], teams: true },
  { owner: 'ada', calendar: 'AAMkAdaStudio', subject: 'Client open evening', at: '18:00', minutes: 120, day: 17, location: 'Studio' },
  { owner: 'ada', calendar: 'AAMkAdaHolidays', subject: 'Boxing Day', day: 40 },
  { id: 'Budget', owner: 'jonas', subject: 'Budget review', at: '14:00', minutes: 60, day: 2, guests: [ada, mei], teams: true },
  { id: 'Numbers', owner: 'jonas', subject: 'Weekly numbers', at: '11:00', minutes: 45, day: -10, pattern: { type: 'weekly', interval: 1, daysOfWeek: ['friday'], firstDayOfWeek: 'monday' }, guests: [ada, mei] },
  { owner: 'jonas', subject: 'Flight to Chicago', at: '07:20', minutes: 160, day: 8, location: 'LGA' },
  { owner: 'jonas', subject: 'Chicago client days', day: 8, days: 3 },
  { owner: 'jonas', subject: 'Lease negotiation', at: '13:00', minutes: 60, day: 16, guests: ['oskar@brandtlegal.example'] },
]; // prettier-ignore
