/** How many names in the timeline chart overlap. */
export const namesThatOverlap = (plot) => plot.evaluate((element) => {
  const boxes = [...element.querySelectorAll('text')].map((text) => text.getBoundingClientRect()).filter((box) => box.width > 0);
  // A line of text is taller than its letters.
  const cross = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
  return boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => cross(a, b))).length;
});
