import { describe, expect, test } from '@jest/globals';
import { natsAvailable } from '@switchboard/testing';
import { Client } from './support/client.ts';
import { type Shape, startTestHub } from './support/hub.ts';

const shapes: Shape[] = natsAvailable() ? ['together', 'apart'] : ['together'];

describe.each(shapes)('all services %s', (shape) => {
  test('connect, ask, say yes, see the event everywhere, undo, disconnect with a receipt', async () => {
    await using hub = await startTestHub(shape);
    const ada = await Client.signedIn(hub);

    const flow = await ada.connect(['calendar.read', 'calendar.write', 'contacts']);
    expect(flow.body).toMatchObject({ status: 'succeeded', missingFeatures: [] });

    const { threadId, parts } = await ada.say('Lunch with jonas.weld.demo@gmail.com tomorrow at 1pm for 45 minutes');
    const card = await ada.card(parts);
    expect(card).toMatchObject({ status: 'open', steps: [{ effect: 'write', undo: true, provider: 'google' }] });

    const done = await ada.post(`/api/v1/proposals/${card.id}/confirm`, { digest: card.digest });
    expect(done).toMatchObject({ status: 200, body: { status: 'succeeded' } });
    const event = done.body.steps[0].output;

    const listed = await ada.get('/api/v1/calendar/events?query=Lunch');
    expect(listed.body.events.map(({ id }: { id: string }) => id)).toContain(event.id);
    const runs = await ada.get('/api/v1/runs');
    expect(runs.body.items).toContainEqual(
      expect.objectContaining({ action: 'google.create_event', status: 'succeeded', via: 'proposal' }),
    );

    const again = await ada.say('what is on my calendar tomorrow?', threadId);
    expect(JSON.stringify(again.parts)).toContain(event.id);

    const undone = await ada.post(`/api/v1/proposals/${card.id}/undo`);
    expect(undone.body).toMatchObject({ status: 'undone' });

    const [connection] = (await ada.get('/api/v1/connections')).body.items;
    const receipt = await ada.delete(`/api/v1/connections/${connection.id}`);
    expect(receipt.body).toMatchObject({
      status: 'disconnected',
      steps: expect.arrayContaining([expect.objectContaining({ step: 'revoke', result: 'done' })]),
    });
    const audit = await ada.post('/api/v1/audit/verify');
    expect(audit.body).toEqual({ intact: true, rows: expect.any(Number), checkpoints: expect.any(Number) });
  }, 120_000);
});
