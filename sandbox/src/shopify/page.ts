import { html, type Html } from '../kit/html.ts';
import { sumOf, type Order, type Shop } from './model.ts';
import { fulfillmentOf } from './views/order.ts';

const words = (text: string): string => text.toLowerCase().replaceAll('_', ' ');

/** A shop for people: what was ordered, what is sold, who buys. */
export const shopPage = (shop: Shop): Html =>
  html`<div class="columns">
    <section class="card" aria-labelledby="orders">
      <h2 id="orders">Orders</h2>
      <ul>
        ${shop.orders.toReversed().map(orderRow)}
      </ul>
      ${
        shop.drafts.length > 0 &&
        html`<h3>Drafts</h3>
          <ul>
            ${shop.drafts.map(
              (draft) =>
                html`<li class="item">
                  <strong>#D${draft.number}</strong>
                  <div class="soft">
                    ${draft.lines.map(({ title, quantity }) => `${quantity} × ${title}`).join(', ')} ·
                    ${sumOf(draft.lines)} EUR${draft.note && ` · ${draft.note}`}
                  </div>
                </li>`,
            )}
          </ul>`
      }
    </section>
    <section class="card" aria-labelledby="products">
      <h2 id="products">Products</h2>
      <ul>
        ${shop.products.map((product) => [
          html`<li class="item">
            <strong>${product.title}</strong>
            <div class="soft">${words(product.status)} · ${product.tags.join(', ')}</div>
            ${product.variants.map(({ title, sku, price, itemId }) => {
              const places = shop.levels
                .filter((level) => level.itemId === itemId)
                .map(({ locationId, available }) => {
                  const place = shop.locations.find(({ id }) => id === locationId);
                  return `${available} in ${place?.name ?? ''}`;
                });
              const name = title === 'Default Title' ? (sku ?? '') : `${title} (${sku})`;
              return html`<div class="soft">${name}: ${price} EUR · ${places.join(', ') || 'not counted'}</div>`;
            })}
          </li>`,
        ])}
      </ul>
    </section>
    <section class="card" aria-labelledby="customers">
      <h2 id="customers">Customers</h2>
      <ul>
        ${shop.customers.map(
          ({ firstName, lastName, email, note, tags }) =>
            html`<li class="item">
              <strong>${[firstName, lastName].filter(Boolean).join(' ') || email}</strong>
              <div class="soft">${email}${tags.length > 0 && ` · ${tags.join(', ')}`}${note && ` · ${note}`}</div>
            </li>`,
        )}
      </ul>
    </section>
  </div>`;

const orderRow = (order: Order): Html =>
  html`<li class="item">
    <strong>#${order.number} ${order.shipTo.name}</strong>
    <div class="soft">
      ${order.lines.map(({ title, quantity }) => `${quantity} × ${title}`).join(', ')} · ${sumOf(order.lines)} EUR ·
      ${order.cancelledAt ? 'cancelled' : `${words(order.financial)} · ${words(fulfillmentOf(order))}`}
      ${order.tags.length > 0 && ` · ${order.tags.join(', ')}`}${order.note && ` · ${order.note}`}
      ${order.parcels.map(({ name, status, tracking }) => ` · ${name} ${words(status)} ${tracking.map(({ number }) => number).join(' ')}`)}
    </div>
  </li>`;
