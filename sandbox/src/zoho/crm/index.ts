import { z } from 'zod';
import { type ApiMethod, methodsFor, q } from '../../kit/api.ts';
import { Refusal } from '../../kit/refusal.ts';
import { Reply } from '../../kit/rest.ts';
import type { SandboxKit } from '../../kit/world.ts';
import type { ZohoAccount } from '../accounts.ts';
import { writable } from './fields.ts';
import { criteriaTest, hasWord } from './query.ts';
import { type Crm, crmOf, type CrmRecord, type ModuleName, moduleNames, nextId, nowOf, stamps } from './state.ts';

const defineMethod = methodsFor<ZohoAccount>();
const scope = (module: ModuleName, operation: string): string[] => [
  `ZohoCRM.modules.${module.toLowerCase()}.${operation}`,
];
const paging = {
  fields: q.text(),
  per_page: q.int(1, 200),
  page: q.int(1, 10),
  page_token: q.text(),
  sort_by: q.text(),
  sort_order: z.enum(['asc', 'desc']).optional(),
};

/** The members that `fields` names; Zoho wants them named. */
function shown(record: CrmRecord, fields: string | undefined, module: ModuleName): CrmRecord {
  if (!fields)
    throw new Refusal('invalid', 'required field not found', { code: 'REQUIRED_PARAM_MISSING', field: 'fields' });
  // Notes answer whole, whatever is named.
  if (module === 'Notes')
    return {
      ...record,
      $attachments: [],
      $editable: true,
      $is_shared_to_client: null,
      $sharing_permission: 'full_access',
      $size: '0',
      $state: 'save',
      $voice_note: false,
    };
  const names = fields.split(',');
  return { id: record.id, ...Object.fromEntries(names.map((name) => [name, record[name] ?? null])) };
}

interface Page {
  readonly fields?: string | undefined;
  readonly per_page?: number | undefined;
  readonly page?: number | undefined;
}

function pageOf(all: readonly CrmRecord[], { fields, per_page = 200, page = 1 }: Page, module: ModuleName): unknown {
  const from = (page - 1) * per_page;
  const data = all.slice(from, from + per_page).map((record) => shown(record, fields, module));
  if (data.length === 0) return Reply.empty(204);
  return { data, info: { per_page, count: data.length, page, more_records: from + per_page < all.length } };
}

const invalidId = (): Refusal =>
  new Refusal('invalid', 'the id given seems to be invalid.', { code: 'INVALID_DATA', field: 'id' });
const found = (crm: Crm, module: ModuleName, id: string): CrmRecord => {
  const record = crm[module].find((one) => one.id === id);
  if (!record) throw invalidId();
  return record;
};

/** The methods that every module has. */
function methodsOf(kit: SandboxKit, module: ModuleName): ApiMethod<ZohoAccount>[] {
  const schema = writable[module];
  const body = (record: z.ZodType) => z.strictObject({ data: z.array(record).min(1).max(100) });
  const done = (record: CrmRecord, message: string) => ({
    code: 'SUCCESS',
    status: 'success',
    message,
    details: {
      id: record.id,
      Created_Time: record['Created_Time'],
      Modified_Time: record['Modified_Time'],
      Created_By: record['Created_By'],
      Modified_By: record['Modified_By'],
    },
  });
  const named = (crm: Crm, values: Record<string, unknown>): Record<string, unknown> => {
    const parent = values['Parent_Id'] as { id: string; module: { api_name: ModuleName } } | undefined;
    if (!parent) return values;
    const about = found(crm, parent.module.api_name, parent.id);
    return { ...values, Parent_Id: { ...parent, name: about['Deal_Name'] ?? about['Full_Name'] } };
  };
  const looked = (crm: Crm, values: Record<string, unknown>): Record<string, unknown> => {
    const links: readonly [string, ModuleName, string][] = [
      ['Contact_Name', 'Contacts', 'Full_Name'],
      ['What_Id', 'Deals', 'Deal_Name'],
    ];
    const set = links.flatMap(([field, at, name]) => {
      const link = values[field] as { readonly id: string } | null | undefined;
      return link ? [[field, { id: link.id, name: found(crm, at, link.id)[name] }] as const] : [];
    });
    return { ...values, ...Object.fromEntries(set) };
  };
  return [
    defineMethod({
      id: `${module}.list`, http: 'GET', path: `/${module}`, scopes: scope(module, 'READ'), query: z.strictObject(paging),
      run: ({ account, query }) => {
        const by = query.sort_by ?? 'Modified_Time';
        const all = crmOf(kit, account)[module].toSorted((a, b) => String(b[by]).localeCompare(String(a[by])));
        return pageOf(query.sort_order === 'asc' ? all.toReversed() : all, query, module);
      },
    }), // prettier-ignore
    ...(module === 'Notes' ? [] : [defineMethod({
      id: `${module}.search`, http: 'GET', path: `/${module}/search`, scopes: scope(module, 'READ'),
      query: z.strictObject({ ...paging, word: z.string().min(2).optional(), criteria: q.text(), email: q.text() }),
      run: ({ account, scopes, query }) => {
        if (!scopes.has('ZohoSearch.securesearch.READ')) throw new Refusal('scope', 'invalid oauth scope to access this URL', { scopes: ['ZohoSearch.securesearch.READ'] });
        const { word, criteria, email } = query;
        if (!word && !criteria && !email) throw new Refusal('invalid', 'One of the expected parameter is missing', { code: 'REQUIRED_PARAM_MISSING' });
        const fits = criteria ? criteriaTest(criteria) : (record: CrmRecord) => (word ? hasWord(record, word) : record['Email'] === email);
        return pageOf(crmOf(kit, account)[module].filter(fits), query, module);
      },
    })]), // prettier-ignore
    defineMethod({
      id: `${module}.get`, http: 'GET', path: `/${module}/{id}`, scopes: scope(module, 'READ'), query: z.strictObject({ fields: q.text() }),
      run: ({ account, params, query }) => ({ data: [shown(found(crmOf(kit, account), module, params.id!), query.fields ?? 'id', module)] }),
    }), // prettier-ignore
    defineMethod({
      id: `${module}.create`, http: 'POST', path: `/${module}`, scopes: scope(module, 'CREATE'), body: body(schema), status: 201,
      run: ({ account, body: { data } }) => {
        const crm = crmOf(kit, account);
        const rows = data.map((given) => {
          const values = looked(crm, named(crm, given as Record<string, unknown>));
          const same = values['Email'] ? crm[module].find((one) => one['Email'] === values['Email']) : undefined;
          if (same) return { code: 'DUPLICATE_DATA', status: 'error', message: 'duplicate data', details: { api_name: 'Email', id: same.id } };
          const name = [values['First_Name'], values['Last_Name']].filter(Boolean).join(' ');
          const record = { ...stamps(account, nowOf(kit)), ...(module === 'Notes' && { Note_Title: '' }), ...values, ...(name && { Full_Name: name }), id: nextId(crm) };
          crm[module].unshift(record);
          return done(record, 'record added');
        });
        kit.store.changed();
        return { data: rows };
      },
    }), // prettier-ignore
    defineMethod({
      id: `${module}.update`, http: 'PUT', path: `/${module}/{id}`, scopes: scope(module, 'UPDATE'), body: body(schema.partial()),
      run: ({ account, params, body: { data } }) => {
        const crm = crmOf(kit, account);
        const record: CrmRecord = found(crm, module, params.id!);
        Object.assign(record, looked(crm, named(crm, data[0] as Record<string, unknown>)), { Modified_Time: nowOf(kit) });
        if (module === 'Contacts' || module === 'Leads') record['Full_Name'] = [record['First_Name'], record['Last_Name']].filter(Boolean).join(' ');
        kit.store.changed();
        return { data: [done(record, 'record updated')] };
      },
    }), // prettier-ignore
    defineMethod({
      id: `${module}.delete`, http: 'DELETE', path: `/${module}/{id}`, scopes: scope(module, 'DELETE'),
      run: ({ account, params }) => {
        const crm = crmOf(kit, account);
        const record = found(crm, module, params.id!);
        crm[module] = crm[module].filter((one) => one !== record);
        kit.store.changed();
        return { data: [done(record, 'record deleted')] };
      },
    }), // prettier-ignore
  ];
}

/** Zoho CRM, version 8, of the modules that have actions. */
export const crmMethods = (kit: SandboxKit): ApiMethod<ZohoAccount>[] =>
  moduleNames.flatMap((module) => methodsOf(kit, module));
