/** A place of the invented quarter that the studio works in. */
export interface SeedPlace {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly at: readonly [latitude: number, longitude: number];
  readonly kinds: readonly [string, ...string[]];
  readonly phone?: string;
  readonly website?: string;
  readonly rating?: number;
  /** Opening and closing hour, seven days a week; round the clock unless told. */
  readonly hours?: readonly [open: number, close: number];
  readonly closed?: true;
}

/** Places that mail and calendars speak of, and some around them. */
export const places: readonly SeedPlace[] = [
  { id: 'place-olive-and-salt', name: 'Olive & Salt', address: '14 Mill Lane, London N1 8QA, UK', at: [51.5368, -0.1041], kinds: ['italian_restaurant', 'restaurant', 'food'], phone: '+44 20 7946 0151', website: 'https://oliveandsalt.example/', rating: 4.6, hours: [12, 23] },
  { id: 'place-the-foundry', name: 'The Foundry', address: '3 Canal Street, London N1 7TB, UK', at: [51.5359, -0.1029], kinds: ['restaurant', 'bar', 'food'], phone: '+44 20 7946 0152', rating: 4.2, hours: [17, 24] },
  { id: 'place-fernhill-studio', name: 'Fernhill Studio', address: 'Unit 4, Canal Street, London N1 7TB, UK', at: [51.5362, -0.1033], kinds: ['corporate_office'], website: 'https://fernhill.example/', hours: [9, 18] },
  { id: 'place-meadow-clinic', name: 'Meadow Clinic', address: '22 Meadow Row, London N1 8RF, UK', at: [51.5391, -0.1002], kinds: ['dental_clinic', 'doctor', 'health'], phone: '+44 20 7946 0153', rating: 4.8, hours: [8, 18] },
  { id: 'place-playhouse', name: 'Playhouse', address: '1 Theatre Yard, London N1 6AA, UK', at: [51.5344, -0.1068], kinds: ['performing_arts_theater'], rating: 4.5, hours: [10, 23] },
  { id: 'place-canal-street-yoga', name: 'Canal Street studio', address: '9 Canal Street, London N1 7TB, UK', at: [51.5357, -0.1022], kinds: ['yoga_studio', 'gym', 'health'], rating: 4.9, hours: [7, 21] },
  { id: 'place-dock-4', name: 'Dock 4', address: 'Dock Road 4, London E16 1AG, UK', at: [51.5079, 0.0156], kinds: ['event_venue'], hours: [8, 22] },
  { id: 'place-cafe-anna', name: 'Café Anna', address: '31 Mill Lane, London N1 8QA, UK', at: [51.5372, -0.1046], kinds: ['coffee_shop', 'cafe', 'food'], phone: '+44 20 7946 0154', rating: 4.4, hours: [7, 17] },
  { id: 'place-slow-pour', name: 'Slow Pour Coffee', address: '5 Canal Street, London N1 7TB, UK', at: [51.5361, -0.1027], kinds: ['coffee_shop', 'cafe', 'food'], rating: 4.1 },
  { id: 'place-mill-lane-post', name: 'Mill Lane Post Office', address: '2 Mill Lane, London N1 8QA, UK', at: [51.5364, -0.1037], kinds: ['post_office'], hours: [9, 17] },
  { id: 'place-canal-station', name: 'Canal Street Station', address: 'Station Square, London N1 7TT, UK', at: [51.5337, -0.1013], kinds: ['train_station', 'transit_station'] },
  { id: 'place-beech-garage', name: 'Beech Garage', address: '40 Beech Avenue, Brooklyn, NY 11215, USA', at: [40.6681, -73.9822], kinds: ['car_repair'], phone: '+1 718 555 0161', rating: 4.3, hours: [8, 18] },
  { id: 'place-old-bakery', name: 'The Old Bakery', address: '18 Mill Lane, London N1 8QA, UK', at: [51.5369, -0.1042], kinds: ['bakery', 'food'], closed: true },
]; // prettier-ignore
