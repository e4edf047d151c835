import { expect, test } from '@jest/globals';
import { csdlOf } from './csdl.ts';

const xml = `\uFEFF<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
  <Schema Namespace="a.b" Alias="x" xmlns="http://docs.oasis-open.org/odata/ns/edm">
    <EnumType Name="kind"><Member Name="plain" Value="0"/><Member Name="loud" Value="1"/></EnumType>
    <EntityType Name="entity" Abstract="true"><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
    <EntityType Name="driveItem" BaseType="x.entity">
      <Property Name="name" Type="Edm.String"/><Property Name="content" Type="Edm.Stream"/>
      <NavigationProperty Name="children" Type="Collection(x.driveItem)"/>
    </EntityType>
    <EntityType Name="event" BaseType="x.entity">
      <Property Name="subject" Type="Edm.String"/><Property Name="kind" Type="x.kind"/>
      <Property Name="start" Type="x.point"/><Property Name="tags" Type="Collection(Edm.String)" Nullable="false"/>
      <Property Name="made" Type="Edm.DateTimeOffset"/><Property Name="size" Type="Edm.Int32" Nullable="false"/>
      <NavigationProperty Name="notes" Type="Collection(x.note)" ContainsTarget="true"/>
    </EntityType>
    <EntityType Name="note" BaseType="x.entity"><Property Name="text" Type="Edm.String"/></EntityType>
    <EntityType Name="fileNote" BaseType="x.note"><Property Name="bytes" Type="Edm.Binary"/></EntityType>
    <ComplexType Name="point"><Property Name="zone" Type="Edm.String"/></ComplexType>
    <EntityType Name="user" BaseType="x.entity">
      <Property Name="settings" Type="x.point"/>
      <NavigationProperty Name="events" Type="Collection(x.event)" ContainsTarget="true">
        <Annotation Term="R"><Record><PropertyValue Property="CustomQueryOptions"><Collection><Record>
          <PropertyValue Property="Name" String="startDateTime"/></Record></Collection></PropertyValue></Record></Annotation>
      </NavigationProperty>
      <NavigationProperty Name="root" Type="x.driveItem"/>
    </EntityType>
    <Action Name="accept" IsBound="true"><Parameter Name="bindingParameter" Type="x.event"/>
      <Parameter Name="Comment" Type="Edm.String" Nullable="false"/></Action>
    <Function Name="search" IsBound="true"><Parameter Name="bindingParameter" Type="x.driveItem"/>
      <Parameter Name="q" Type="Edm.String"/><ReturnType Type="Collection(x.driveItem)"/></Function>
    <EntityContainer Name="C"><Singleton Name="me" Type="a.b.user"/><EntitySet Name="users" EntityType="a.b.user"/></EntityContainer>
  </Schema></edmx:DataServices></edmx:Edmx>`;
const description = csdlOf(xml, { name: 'Test', root: 'https://api.test/v1' });
const call = (method: string, path: string, json?: unknown, headers = { 'content-type': 'application/json' }) => ({
  method,
  url: new URL(`https://api.test/v1${path}`),
  headers,
  body: Buffer.from(json === undefined ? '' : JSON.stringify(json)),
});
const answered = (method: string, path: string, json: unknown, status = 200) =>
  description.answerFindings(call(method, path), { status, headers: {}, body: call('', '', json).body });

test.each([
  ['GET', '/me', 'GET me'],
  ['GET', '/users/7/events/8/notes', 'GET users/{id}/events/{id}/notes'],
  ['POST', '/me/events/8/accept', 'POST me/events/{id}/accept'],
  ['GET', "/me/root/search(q='it''s, here')", 'GET me/root/search'],
  ['PUT', '/me/root:/a folder/b.txt:/content', 'PUT me/root/{path}/content'],
  ['GET', '/me/root:/a folder', 'GET me/root/{path}'],
  ['PATCH', '/me/settings', 'PATCH me/settings'],
])('%s %s is %s', (method, path, operation) => {
  expect(description.covers(call(method, path))).toBe(operation);
});

test.each([
  ['GET', '/you'],
  ['GET', '/me/evnts'],
  ['POST', '/me/events/8/acept'],
  ['GET', '/me/events/8/accept'],
  ['GET', "/me/root/search(p='x')"],
  ['DELETE', '/me/events'],
  ['GET', '/me/events:/x'],
])('%s %s is found', (method, path) => {
  expect(description.findings(call(method, path))).toEqual([`no operation for ${method} https://api.test/v1${path}`]);
});

test.each([
  ['$select=id,subject,start/zone&$top=5&$skip=2&$count=true&startDateTime=x'],
  ["$filter=start/zone eq 'UTC' and made ge 2026-01-01T00:00:00Z and contains(subject,'eq it')"],
  ["$filter=tags/any(t:t eq 'a')&$orderby=made desc&$expand=notes($select=text)"],
])('the query %s fits', (query) => {
  expect(description.findings(call('GET', `/me/events?${query}`))).toEqual([]);
});

test.each([
  ['$select=sbject', '$select: unknown property sbject'],
  ['$select=start/zne', '$select: unknown property start/zne'],
  ["$filter=sbject eq 'x'", '$filter: unknown property sbject'],
  ['$orderby=made up', '$orderby: up is no direction'],
  ['$expand=subject', '$expand: subject leads to nothing'],
  ['$expand=notes($select=txt)', '$expand: $select: unknown property txt'],
  ['$top=many', '$top: many is no number'],
  ['limit=5', 'unknown parameter limit'],
])('the query %s is found', (query, finding) => {
  expect(description.findings(call('GET', `/me/events?${query}`))).toEqual([`GET me/events: ${finding}`]);
});

test.each([
  ['POST', '/me/events', { subject: 'x', kind: 'loud', start: { zone: null }, tags: [], '@odata.type': '#a.b.event' }],
  ['POST', '/me/events/1/notes', { '@odata.type': '#a.b.fileNote', text: 'x', bytes: 'QQ==' }],
  ['POST', '/me/events/1/accept', { comment: 'any case' }],
  ['PUT', '/me/root/content', 'bytes'],
])('%s %s with %j fits', (method, path, json) => {
  expect(description.findings(call(method, path, json))).toEqual([]);
});

test.each([
  ['POST', '/me/events', { sbject: 'x' }, ': unknown field sbject'],
  ['POST', '/me/events', { subject: 7 }, '.subject: no Edm.String'],
  ['POST', '/me/events', { kind: 'soft' }, '.kind: soft is not one of plain, loud'],
  ['POST', '/me/events', { start: { zne: 'x' } }, '.start: unknown field zne'],
  ['POST', '/me/events', { tags: [null] }, '.tags[0]: is null'],
  ['POST', '/me/events', { '@odata.type': '#a.b.note' }, ': a.b.note is no a.b.event'],
  ['PATCH', '/me/events/1', { made: 'today' }, '.made: no Edm.DateTimeOffset'],
  ['POST', '/me/events/1/notes', { bytes: 'QQ==' }, ': unknown field bytes'],
  ['POST', '/me/events/1/accept', {}, ': Comment is missing'],
  ['GET', '/me', { id: '1' }, ': takes no body'],
])('%s %s with %j is found', (method, path, json, finding) => {
  const [found = ''] = description.findings(call(method, path, json));

  expect(found.replace(/^\w+ [\w/{}]+/, '')).toBe(finding);
});

test.each([
  ['GET', '/me/events', { '@odata.nextLink': 'x', value: [{ id: '1', size: 2 }] }, 200],
  ['GET', '/me/events/1?$select=subject', { subject: null, '@odata.etag': 'x' }, 200],
  ['POST', '/me/events', { id: '1' }, 201],
  ['DELETE', '/me/events/1', undefined, 204],
  ['GET', '/me/events/1', { error: { code: 'c', message: 'm', innerError: {} } }, 404],
])('the answer of %s %s with %j fits', (method, path, json, status) => {
  expect(answered(method, path, json, status)).toEqual([]);
});

test.each([
  ['GET', '/me/events', [{ id: '1' }], 200, ': value is missing'],
  ['GET', '/me/events', { value: [{ id: '1', size: null }] }, 200, ' value[0].size: is null'],
  ['GET', '/me/events', { value: [], next: 'x' }, 200, ': unknown field next'],
  ['GET', '/me/events/1', { subject: 'x' }, 200, ': id is missing'],
  ['GET', '/me/events/1', { id: '1', colour: 'x' }, 200, ': unknown field colour'],
  ['GET', '/me/events/1', undefined, 200, ': no body'],
  ['GET', '/me/events/1', { error: 'x' }, 404, ': no error with code and message'],
])('the answer of %s %s with %j and %i is found', (method, path, json, status, finding) => {
  const [found = ''] = answered(method, path, json, status);

  expect(found.replace(/^\w+ [\w/{}]+ \d+/, '')).toBe(finding);
});
