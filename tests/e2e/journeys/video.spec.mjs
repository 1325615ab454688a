import { expect, test } from '../journey.mjs';

const TALK = 'talk/tidewater-2024-sonar-on-a-shoestring.html';
const PLAYER = 'https://www.youtube-nocookie.com/embed/bbbbbbbbbbb?autoplay=1';

test('25. the button of a video says what it plays and loads; a video asks nothing of its host before the click, and then for the player alone', async ({ open, page, quiet }) => {
  await open(TALK);
  const play = page.getByRole('button', { name: 'Play video: Sonar on a shoestring (loads YouTube)' });
  await expect(play).toBeVisible();
  // Neither loading the page nor moving to the button may tell the host.
  await play.hover();
  await play.focus();
  await page.waitForLoadState('networkidle');
  expect(quiet.foreign).toEqual([]);
  quiet.expected.push(/^https:\/\/www\.youtube-nocookie\.com\/embed\/bbbbbbbbbbb/);
  await play.click();
  const frame = page.locator('iframe');
  await expect(frame).toHaveAttribute('src', PLAYER);
  await expect(frame).toHaveAttribute('title', 'Sonar on a shoestring');
  await expect(frame).toBeFocused();
  await expect(play).toHaveCount(0);
  await expect.poll(() => quiet.foreign).toEqual([PLAYER]);
  await page.waitForLoadState('networkidle');
  expect(quiet.foreign).toEqual([PLAYER]);
});

test('the player has the shape of a recording, and fits on a phone', async ({ open, page, quiet }) => {
  quiet.expected.push(/^https:\/\/www\.youtube-nocookie\.com\//);
  await page.setViewportSize({ width: 320, height: 640 });
  await open(TALK);
  await page.getByRole('button', { name: /^Play video/ }).click();
  const { width, height } = await page.locator('iframe').boundingBox();
  expect(width / height).toBeCloseTo(16 / 9, 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('a talk without a recording offers none', async ({ open, page }) => {
  await open('talk/tidewater-2024-tide-forecasts-after-a-storm.html');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Play video/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /^Watch on/ })).toHaveCount(0);
});
