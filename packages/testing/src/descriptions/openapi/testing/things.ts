const thing = {
  type: 'object',
  required: ['id', 'name'],
  properties: {
    id: { type: 'string', readOnly: true },
    name: { type: 'string', minLength: 1 },
    size: { type: 'integer', nullable: true },
    kind: { $ref: '#/components/schemas/Kind' },
    extra: { type: 'object', additionalProperties: { type: 'string' } },
    at: { type: 'string', format: 'date-time' },
  },
};
/** A small description with something of everything. */
export const things = {
  openapi: '3.0.3',
  servers: [{ url: 'https://api.test/v1' }],
  security: [{ oauth2: ['things:all'] }],
  components: {
    schemas: {
      Thing: thing,
      Kind: { type: 'string', enum: ['a', 'b'] },
      Cat: {
        allOf: [
          { type: 'object', properties: { kind: { type: 'string' } } },
          { properties: { lives: { type: 'integer' } } },
        ],
      },
      Dog: {
        type: 'object',
        required: ['barks'],
        properties: { kind: { type: 'string' }, barks: { type: 'boolean' } },
      },
      Pet: {
        oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
        discriminator: { propertyName: 'kind', mapping: { dog: '#/components/schemas/Dog' } },
      },
    },
    parameters: { version: { name: 'Api-Version', in: 'header', required: true, schema: { enum: ['7'] } } },
  },
  paths: {
    '/things/{id}': {
      parameters: [{ $ref: '#/components/parameters/version' }],
      get: {
        operationId: 'get-thing',
        security: [{ oauth2: ['things:read'] }, { oauth2: ['admin', 'things:meta'] }],
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
          { name: 'loud', in: 'query', schema: { type: 'boolean' } },
          {
            name: 'tags',
            in: 'query',
            explode: false,
            schema: { type: 'array', items: { $ref: '#/components/schemas/Kind' } },
          },
        ],
        responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
      },
      put: {
        operationId: 'put-thing',
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
        },
        responses: { 204: {} },
      },
    },
    '/things/all': {
      get: { operationId: 'all-things', security: [], responses: { 200: {} } },
      post: { operationId: 'add-all', requestBody: { content: { 'application/json': {} } }, responses: {} },
    },
    '/pets': {
      post: {
        operationId: 'add-pet',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
        responses: {},
      },
    },
    '/things/all#form': {
      post: {
        operationId: 'add-form',
        requestBody: {
          content: { 'application/x-www-form-urlencoded': { schema: { properties: { lives: { type: 'integer' } } } } },
        },
        responses: {},
      },
    },
    '/upload': {
      servers: [{ url: 'https://{upload}.up.test/2.0', variables: { upload: { default: 'eu' } } }],
      post: {
        operationId: 'upload',
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                properties: {
                  about: { type: 'object', properties: { name: { type: 'string' } } },
                  file: { type: 'string', format: 'binary' },
                },
              },
            },
          },
        },
        responses: {},
      },
    },
  },
};
