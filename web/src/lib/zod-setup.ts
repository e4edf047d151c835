import { z } from 'zod';

// zod compiles its parsers with `Function` where it may; the page's CSP forbids that, so it is not even tried.
z.config({ jitless: true });
