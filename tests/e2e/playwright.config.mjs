import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { launch, launchShell, sites } from './browser.mjs';

// What needs a whole browser: pages that are kept for Back, and pages that nobody has touched.
const WHOLE = /(first-load|first-press|kept-list|redeploy)\.spec\.mjs/;

export default defineConfig({
  testDir: 'journeys',
  testMatch: '*.spec.mjs',
  outputDir: `${sites}/results`,
  fullyParallel: true,
  // A page under test needs a core to answer in time.
  workers: Math.max(2, availableParallelism()),
  // A test that fails now and then has found something; retries would hide it.
  retries: 0,
  forbidOnly: true,
  // The time that a step takes says nothing about the product: the machine may be busy.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    { name: 'engine', testIgnore: WHOLE, use: { launchOptions: launchShell } },
    { name: 'browser', testMatch: WHOLE, use: { launchOptions: launch } },
  ],
  use: {
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
  },
});
