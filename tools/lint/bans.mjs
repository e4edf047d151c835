/** What is not written here, and what is written instead. */

export const bannedGlobals = [
  { name: 'fetch', message: 'Every call outside goes through packages/egress; the dashboard uses lib/call.ts.' },
  { name: 'WebSocket', message: 'Every call outside goes through packages/egress.' },
  { name: 'console', message: 'Use the injected log; it redacts secrets.' },
  { name: 'eval', message: 'Code is never made from text.' },
];

export const bannedProperties = [
  { object: 'process', property: 'env', message: 'Settings are read once, in config.ts or nest-kit settings.' },
  { object: 'Date', property: 'now', message: 'Use the injected Clock.' },
  { object: 'crypto', property: 'randomUUID', message: 'Use the injected Ids.' },
  { object: 'jest', property: 'mock', message: 'Pass a fake in.' },
  { object: 'jest', property: 'unstable_mockModule', message: 'Pass a fake in.' },
];

/** Said of SQL that is made from values; specs, whose values are their own, may. */
export const builtQuery = 'A value goes into SQL as a parameter, never into its text.';
/** Text that reads like SQL, with more in it than a name of this file or an identifier the driver escaped. */
const sqlText = String.raw`TemplateLiteral:has(> TemplateElement[value.raw=/\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|make_interval|clock_timestamp)\b/])`;
const constant = ":matches([object.type='ThisExpression'], [callee.property.name=/^escape/], [callee.name=/Sql$/])";

const whichProvider = 'No code asks which provider it has: make the difference a field of the declaration.';
const comparesWithText = 'BinaryExpression[operator=/^[!=]==?$/]:has(> Literal)';

export const bannedSyntax = [
  {
    selector: `${comparesWithText}:has(> MemberExpression[property.name='id'][object.name=/[pP]rovider$/])`,
    message: whichProvider,
  },
  { selector: `${comparesWithText}:has(> MemberExpression[property.name='provider'])`, message: whichProvider },
  { selector: `${comparesWithText}:has(> Identifier[name=/^provider(Id)?$/])`, message: whichProvider },
  {
    selector: "SwitchStatement > MemberExpression[property.name='id'][object.name=/[pP]rovider$/]",
    message: whichProvider,
  },
  {
    selector: "Property[key.name='rejectUnauthorized'] > Literal[value=false]",
    message: 'Certificates are always checked; give the private authority to egress instead.',
  },
  { selector: `${sqlText} > :matches(MemberExpression, CallExpression):not(${constant})`, message: builtQuery },
  {
    selector:
      "CallExpression[callee.property.name=/^(query|where|andWhere|orWhere)$/] > BinaryExpression[operator='+']",
    message: builtQuery,
  },
  { selector: "NewExpression[callee.name='Function']", message: 'Code is never made from text.' },
  { selector: "CallExpression[callee.name='Function']", message: 'Code is never made from text.' },
  { selector: 'ExportAllDeclaration', message: 'Only a package index passes on what others declare.' },
];

export const bannedModules = [
  { name: 'node:vm', message: 'Code is never made from text.' },
  { name: 'vm', message: 'Code is never made from text.' },
  { name: 'crypto', importNames: ['randomUUID'], message: 'Use the injected Ids.' },
  { name: 'node:crypto', importNames: ['randomUUID'], message: 'Use the injected Ids.' },
];

const socketMessage = 'Every call outside goes through packages/egress.';
export const socketModules = [
  'node:net',
  'node:tls',
  'node:http',
  'node:https',
  'node:http2',
  'node:dgram',
  'undici',
  'axios',
  'got',
].map((name) => ({ name, message: socketMessage, allowTypeImports: true }));
