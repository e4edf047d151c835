/** One line of the seeded calendars. Times are wall-clock times of the owner; days count working days from the first Monday. */
export interface Planned {
  /** Its id, where examples name it; letters up to v and digits. */
  readonly id?: string;
  readonly owner: 'ada' | 'jonas' | 'team';
  readonly summary: string;
  readonly at?: string;
  readonly minutes?: number;
  /** Days from this week's Monday to the first occurrence. */
  readonly day: number;
  readonly days?: number;
  readonly rule?: string;
  readonly guests?: readonly string[];
  readonly location?: string;
  readonly description?: string;
  readonly meet?: boolean;
  /** Occurrences that differ: which one, and how. */
  readonly changes?: readonly { occurrence: number; cancel?: true; moveMinutes?: number; summary?: string }[];
}

const fernhill = ['priya@fernhill.example', 'tomas@fernhill.example', 'mei@fernhill.example', 'bruno@fernhill.example'];
const jonas = 'jonas.weld.demo@gmail.com';
const ada = 'ada.marsh.demo@gmail.com';

/** Meetings that come back. */
export const series: readonly Planned[] = [
  { id: 'standup', owner: 'ada', summary: 'Team stand-up', at: '09:30', minutes: 15, day: -42, rule: 'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', guests: [jonas, ...fernhill], meet: true, changes: [{ occurrence: 32, cancel: true }, { occurrence: 36, moveMinutes: 60, summary: 'Team stand-up (late start)' }] },
  { owner: 'ada', summary: '1:1 Ada and Jonas', at: '15:00', minutes: 30, day: -41, rule: 'RRULE:FREQ=WEEKLY;BYDAY=TU', guests: [jonas], meet: true, changes: [{ occurrence: 7, moveMinutes: 90 }] },
  { owner: 'ada', summary: 'Design review', at: '14:00', minutes: 60, day: -39, rule: 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', guests: ['priya@fernhill.example', 'tomas@fernhill.example'], location: 'Studio, large table' },
  { owner: 'jonas', summary: 'Weekly numbers', at: '11:00', minutes: 45, day: -38, rule: 'RRULE:FREQ=WEEKLY;BYDAY=FR', guests: [ada, 'mei@fernhill.example'], meet: true },
  { owner: 'ada', summary: 'Yoga with Imogen', at: '18:30', minutes: 60, day: -40, rule: 'RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=16', guests: ['imogen.price@example.org'], location: 'Canal Street studio' },
  { owner: 'jonas', summary: 'School run', at: '08:00', minutes: 30, day: -42, rule: 'RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR' },
  { owner: 'team', summary: 'All hands', at: '16:00', minutes: 60, day: -38, rule: 'RRULE:FREQ=MONTHLY;BYDAY=-1FR', guests: [ada, jonas, ...fernhill], meet: true },
  { owner: 'team', summary: 'Release day', day: -27, rule: 'RRULE:FREQ=WEEKLY;INTERVAL=4;BYDAY=TU' },
]; // prettier-ignore

/** Everything that happens once; days are from this week's Monday. */
export const single: readonly Planned[] = [
  { owner: 'ada', summary: 'Harborline kick-off', at: '10:30', minutes: 60, day: 1, guests: ['sara.whitlock@harborline.example', 'daniel.brook@harborline.example', jonas], meet: true, description: 'Agenda: scope, people, first delivery.' },
  { owner: 'ada', summary: 'Lunch with Lucía', at: '12:30', minutes: 75, day: 3, guests: ['lucia@oliveandsalt.example'], location: 'Olive & Salt, 14 Mill Lane' },
  { id: 'dentist', owner: 'ada', summary: 'Dentist', at: '16:30', minutes: 45, day: 2, location: 'Meadow Clinic' },
  { owner: 'ada', summary: 'Copy workshop', at: '11:00', minutes: 90, day: 4, guests: ['sara.demir@quillworks.example', 'noor@quillworks.example'], location: 'Quillworks' },
  { owner: 'ada', summary: 'Quarterly planning', at: '09:00', minutes: 240, day: 9, guests: [jonas, ...fernhill], location: 'Studio' },
  { owner: 'ada', summary: 'Call with Henrik', at: '17:00', minutes: 30, day: 8, guests: ['henrik@northpeak.example'], meet: true },
  { owner: 'ada', summary: 'Away: Lisbon', day: 18, days: 4 },
  { owner: 'ada', summary: "Imogen's birthday", day: 12, days: 1 },
  { id: 'mapdemo', owner: 'ada', summary: 'Map prototype demo', at: '13:00', minutes: 45, day: 15, guests: ['kenji@tidalmaps.example', 'felix.moreau@tidalmaps.example'], meet: true },
  { owner: 'ada', summary: 'Insurance renewal', day: 24, days: 1 },
  { owner: 'ada', summary: 'Brand photo shoot', at: '10:00', minutes: 180, day: 29, guests: ['priya@fernhill.example'], location: 'Dock 4' },
  { owner: 'ada', summary: 'Board dinner', at: '19:30', minutes: 150, day: 31, guests: ['henrik@northpeak.example', jonas], location: 'The Foundry' },
  { owner: 'ada', summary: 'Interview: content designer', at: '14:30', minutes: 60, day: 10, guests: ['priya@fernhill.example'], meet: true },
  { owner: 'ada', summary: 'Harborline retro', at: '15:30', minutes: 60, day: -6, guests: ['sara.whitlock@harborline.example', jonas] },
  { owner: 'ada', summary: 'Contract signing', at: '11:30', minutes: 30, day: -12, guests: ['oskar@brandtlegal.example'], location: 'Brandt Legal' },
  { owner: 'ada', summary: 'Print proofs', at: '10:00', minutes: 30, day: -17, guests: ['amara@civicprint.example'] },
  { owner: 'ada', summary: 'Offsite', day: -25, days: 2, location: 'Wren Valley' },
  { owner: 'ada', summary: 'Theatre', at: '19:00', minutes: 150, day: -9, location: 'Playhouse' },
  { id: 'budget', owner: 'jonas', summary: 'Budget review', at: '14:00', minutes: 60, day: 2, guests: [ada, 'mei@fernhill.example'], meet: true },
  { owner: 'jonas', summary: 'Supplier call', at: '10:00', minutes: 45, day: 1, guests: ['daniel.brook@harborline.example'] },
  { owner: 'jonas', summary: 'Flight to Chicago', at: '07:20', minutes: 160, day: 8, location: 'LGA' },
  { owner: 'jonas', summary: 'Chicago client days', day: 8, days: 3 },
  { owner: 'jonas', summary: 'Lease negotiation', at: '13:00', minutes: 60, day: 16, guests: ['oskar@brandtlegal.example'] },
  { owner: 'jonas', summary: 'Parents evening', at: '18:00', minutes: 60, day: 10 },
  { owner: 'jonas', summary: 'Hiring panel', at: '15:00', minutes: 90, day: 22, guests: [ada, 'bruno@fernhill.example'], meet: true },
  { owner: 'jonas', summary: 'Car service', at: '08:30', minutes: 30, day: -8, location: 'Beech Garage' },
  { owner: 'jonas', summary: 'Warehouse visit', at: '09:00', minutes: 180, day: -15, guests: ['sara.whitlock@harborline.example'] },
  { owner: 'team', summary: 'Studio closed', day: 33, days: 3 },
  { owner: 'team', summary: 'Client open evening', at: '18:00', minutes: 120, day: 17, location: 'Studio', guests: [ada, jonas] },
]; // prettier-ignore
