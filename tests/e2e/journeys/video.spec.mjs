import { expect, test } from '../journey.mjs';

test('a video asks nothing of its host before the click', async ({ open, page, quiet }) => {
  await open('?page=talk/tidewater-2024-sonar-on-a-shoestring');
  const play = page.getByRole('button', { name: 'Play video: Sonar on a shoestring (loads YouTube)' });
  await expect(play).toBeVisible();
  expect(quiet.foreign).toEqual([]);
  quiet.expected.push(/^https:\/\/www\.youtube-nocookie\.com\/embed\/bbbbbbbbbbb/);
  await play.click();
  const frame = page.locator('iframe');
  await expect(frame).toHaveAttribute('src', /^https:\/\/www\.youtube-nocookie\.com\/embed\/bbbbbbbbbbb/);
  await expect(frame).toHaveAttribute('title', /Sonar on a shoestring/);
  await expect.poll(() => quiet.foreign.length).toBe(1);
});
