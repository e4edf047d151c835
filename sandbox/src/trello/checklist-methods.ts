import { z } from 'zod';
import type { ApiMethod } from '../kit/api.ts';
import type { SandboxKit } from '../kit/world.ts';
import { cardBy, checklistBy, defineMethod, reads, writes } from './access.ts';
import { notFound } from './errors.ts';
import type { Member } from './people.ts';
import { newId, trelloState, type Checklist } from './state.ts';
import { checklistView } from './view.ts';

const name = z.string().min(1).max(16_384);

/** Checklists of cards, and their items. */
export const checklistMethods = (kit: SandboxKit): ApiMethod<Member>[] => {
  const itemOf = (account: Member, idCard: string, idItem: string) => {
    const card = cardBy(trelloState(kit), account, idCard);
    const checklist = card.checklists.find(({ items }) => items.some(({ id }) => id === idItem));
    const item = checklist?.items.find(({ id }) => id === idItem);
    if (!checklist || !item) throw notFound();
    return { card, checklist, item };
  };
  const itemView = (found: ReturnType<typeof itemOf>) =>
    checklistView(found.checklist, found.card).checkItems.find(({ id }) => id === found.item.id);

  return [
    defineMethod({
      id: 'get-cards-id-checklists',
      http: 'GET',
      path: '/cards/{id}/checklists',
      scopes: reads,
      run: ({ account, params }) => {
        const card = cardBy(trelloState(kit), account, params.id!);
        return card.checklists.map((checklist) => checklistView(checklist, card));
      },
    }),
    defineMethod({
      id: 'post-checklists',
      http: 'POST',
      path: '/checklists',
      scopes: writes,
      body: z.strictObject({ idCard: z.string(), name }),
      accepts: ['json', 'form'],
      run: ({ account, body }) => {
        const card = cardBy(trelloState(kit), account, body.idCard);
        const checklist: Checklist = { id: newId(kit), idCard: card.id, name: body.name, items: [] };
        card.checklists.push(checklist);
        return checklistView(checklist, card);
      },
    }),
    defineMethod({
      id: 'get-checklists-id',
      http: 'GET',
      path: '/checklists/{id}',
      scopes: reads,
      run: ({ account, params }) => {
        const { card, checklist } = checklistBy(trelloState(kit), account, params.id!);
        return checklistView(checklist, card);
      },
    }),
    defineMethod({
      id: 'delete-checklists-id',
      http: 'DELETE',
      path: '/checklists/{id}',
      scopes: writes,
      run: ({ account, params }) => {
        const { card, checklist } = checklistBy(trelloState(kit), account, params.id!);
        card.checklists = card.checklists.filter((one) => one !== checklist);
        kit.store.changed();
        return { limits: {} };
      },
    }),
    defineMethod({
      id: 'get-checklists-id-checkitems',
      http: 'GET',
      path: '/checklists/{id}/checkItems',
      scopes: reads,
      run: ({ account, params }) => {
        const { card, checklist } = checklistBy(trelloState(kit), account, params.id!);
        return checklistView(checklist, card).checkItems;
      },
    }),
    defineMethod({
      id: 'post-checklists-id-checkitems',
      http: 'POST',
      path: '/checklists/{id}/checkItems',
      scopes: writes,
      body: z.strictObject({ name, checked: z.boolean().optional() }),
      accepts: ['json', 'form'],
      run: ({ account, params, body }) => {
        const { card, checklist } = checklistBy(trelloState(kit), account, params.id!);
        checklist.items.push({ id: newId(kit), name: body.name, state: body.checked ? 'complete' : 'incomplete' });
        return checklistView(checklist, card).checkItems.at(-1);
      },
    }),
    defineMethod({
      id: 'delete-checklists-id-checkitems-id',
      http: 'DELETE',
      path: '/checklists/{id}/checkItems/{idItem}',
      scopes: writes,
      run: ({ account, params }) => {
        const { checklist } = checklistBy(trelloState(kit), account, params.id!);
        if (!checklist.items.some(({ id }) => id === params.idItem)) throw notFound();
        checklist.items = checklist.items.filter(({ id }) => id !== params.idItem);
        kit.store.changed();
        return { limits: {} };
      },
    }),
    defineMethod({
      id: 'get-cards-id-checkitem-idcheckitem',
      http: 'GET',
      path: '/cards/{id}/checkItem/{idItem}',
      scopes: reads,
      run: ({ account, params }) => itemView(itemOf(account, params.id!, params.idItem!)),
    }),
    defineMethod({
      id: 'put-cards-id-checkitem-idcheckitem',
      http: 'PUT',
      path: '/cards/{id}/checkItem/{idItem}',
      scopes: writes,
      body: z.strictObject({ name: name.optional(), state: z.enum(['complete', 'incomplete']).optional() }),
      accepts: ['json', 'form'],
      run: ({ account, params, body }) => {
        const found = itemOf(account, params.id!, params.idItem!);
        Object.assign(found.item, body);
        kit.store.changed();
        return itemView(found);
      },
    }),
  ];
};
