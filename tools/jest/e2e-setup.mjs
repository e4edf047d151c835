import setUpServers from './global-setup.mjs';
import { unpackChromium } from './unpack-chromium.mjs';

/** PostgreSQL and a browser for the end-to-end suite. */
export default async function setUp() {
  const { executable, libraries } = await unpackChromium();
  process.env.SWB_TEST_CHROMIUM = executable;
  process.env.SWB_TEST_CHROMIUM_LIBRARIES = libraries;
  await setUpServers();
}
