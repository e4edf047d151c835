const asService = `current_setting('swb.service', true) = 'on'`;
const sameHub = `hub_id = nullif(current_setting('swb.hub', true), '')::uuid`;
const sameMember = `member_id = nullif(current_setting('swb.member', true), '')::uuid`;

type Readers = 'member' | 'hub' | 'service';

const conditions: Readonly<Record<Readers, string>> = {
  member: `${asService} OR (${sameHub} AND ${sameMember})`,
  hub: `${asService} OR ${sameHub}`,
  service: asService,
};

/** Forces row-level security on a table: rows of the member, rows of the hub, or rows only the service itself may see. */
export function guardTable(table: string, readers: Readers): string {
  const condition = conditions[readers];
  return `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY own_rows ON ${table} USING (${condition}) WITH CHECK (${condition});
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO swb_auth;`;
}
